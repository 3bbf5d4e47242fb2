import type { Messages } from '../index.ts'

export const takeout: Messages['takeout'] = {
  title: 'Meine Daten mitnehmen',
  lead: 'Alles, was das Portal über Sie und in Ihren Bereichen aufbewahrt, als eine Datei: zum Aufheben oder um es anderswohin mitzunehmen.',
  makeTitle: 'Eine ZIP-Datei',
  inside: [
    'Ordner „person“: Ihr Konto, Zertifikate, Mitgliedschaften, E-Mails und Aktivitäten.',
    'Ordner „spaces“: für jeden Bereich, den Sie als Administrator führen, dessen Daten mit früheren Fassungen, die Vorgänge, was Sie übermittelt haben, und die Dokumente, wie sie hochgeladen wurden.',
    'JSON-Dateien, die andere Programme lesen können; Zeiten in UTC. Geheimnisse wie Sitzungsschlüssel sind nicht enthalten.',
  ],
  careful: 'Die Datei ist nicht verschlüsselt. Bewahren Sie sie dort auf, wo niemand sonst sie öffnen kann.',
  make: 'Datei herunterladen',
  fileName: 'meine-daten',
  readMe: 'LIES-MICH.txt',
  closed: 'Nicht enthalten, weil ein anderes Ihrer Zertifikate diese Bereiche öffnet:',
}
