import type { Messages } from '../index.ts'

export const takeout: Messages['takeout'] = {
  title: 'Meine Daten mitnehmen',
  lead: 'Alles, was das Portal über Sie und in Ihren Bereichen aufbewahrt, als eine Datei: zum Aufheben oder um es anderswohin mitzunehmen.',
  makeTitle: 'Eine ZIP-Datei',
  inside: [
    'Ordner „person“: Ihr Konto, Zertifikate, Mitgliedschaften, E-Mails und Aktivitäten.',
    'Ordner „spaces“: für jeden Bereich, den Sie als Administrator führen, dessen Daten mit früheren Fassungen, die Vorgänge, was Sie übermittelt haben, die Aktivität und die Dokumente, wie sie hochgeladen wurden.',
    'JSON-Dateien, die andere Programme lesen können; Zeiten in UTC. Geheimnisse wie Sitzungsschlüssel sind nicht enthalten.',
  ],
  careful: 'Die Datei ist nicht verschlüsselt. Bewahren Sie sie dort auf, wo niemand sonst sie öffnen kann.',
  make: 'Datei herunterladen',
  fileName: 'meine-daten',
  readMe: 'LIES-MICH.txt',
  closed: 'Nicht enthalten, weil ein anderes Ihrer Zertifikate diese Bereiche öffnet:',
  deletion: {
    title: 'Mein Konto löschen',
    lead: 'Alles, was Ihnen allein gehört, wird gelöscht. Weil manches bleiben muss, erledigt das der Helpdesk; er antwortet innerhalb eines Monats.',
    what: [
      'Gelöscht werden: Ihr Konto mit seinen Zertifikaten, Ihr privater Bereich, Ihre beruflichen Bereiche, die niemand sonst nutzt, samt Daten, Dokumenten und Vorgängen in Vorbereitung.',
      'Hier nicht gelöscht wird, was Sie übermittelt haben: Die Behörde, die es erhalten hat, bewahrt es so lange auf, wie das Gesetz es verlangt. Berufliche Bereiche mit anderen Benutzern bleiben diesen.',
      'Das Verzeichnis dessen, was mit dem Konto geschah, bleibt so lange, wie das Gesetz es verlangt; ohne Grund sieht es niemand.',
    ],
    first: 'Nehmen Sie zuerst Ihre Daten mit: Danach sind sie weg.',
    ask: 'Löschung beantragen',
  },
}
