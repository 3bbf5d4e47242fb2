import type { Messages } from '../index.ts'

export const takeout: Messages['takeout'] = {
  title: 'Meng Donnéeë mathuelen',
  lead: 'Alles, wat de Portal iwwer Iech an an Ären Espacen opbewaart, als eng Datei: fir opzehiewen oder fir soss anzwousch matzehuelen.',
  makeTitle: 'Eng ZIP-Datei',
  inside: [
    'Dossier „person“: Äre Kont, Zertifikater, Memberschaften, E-Mailen an Aktivitéit.',
    'Dossier „spaces“: fir all Espace, wou Dir Administrateur sidd, seng Donnéeë mat de fréiere Versiounen, d’Dossieren, wat Dir iwwermëttelt hutt, d’Aktivitéit an d’Dokumenter, wéi se eropgeluede goufen.',
    'JSON-Dateien, déi aner Programmer liese kënnen; Zäiten an UTC. Geheimnisser wéi Schlëssele vu Sessioune sinn net dran.',
  ],
  careful: 'D’Datei ass net verschlësselt. Haalt se do, wou kee soss se opmaache kann.',
  make: 'Datei eroflueden',
  fileName: 'meng-donneeen',
  readMe: 'LIES-MECH.txt',
  closed: 'Net dran, well en anert vun Ären Zertifikater dës Espacen opmécht:',
  deletion: {
    title: 'Mäi Kont läschen',
    lead: 'Alles, wat Iech eleng gehéiert, gëtt geläscht. Well munches bleiwe muss, mécht dat den Helpdesk; hien äntwert bannent engem Mount.',
    what: [
      'Geläscht ginn: Äre Kont mat sengen Zertifikater, Äre privaten Espace, Är professionell Espacen, déi soss kee benotzt, mat Donnéeën, Dokumenter an Dossieren a Virbereedung.',
      'Hei net geläscht gëtt, wat Dir iwwermëttelt hutt: D’Administratioun, déi et kritt huet, hält et esou laang, wéi d’Gesetz et verlaangt. Professionell Espacë mat anere Benotzer bleiwen hinnen.',
      'D’Verzeechnes vun deem, wat mam Kont geschitt ass, bleift esou laang, wéi d’Gesetz et verlaangt; ouni Grond gesäit et keen.',
    ],
    first: 'Huelt fir d’éischt Är Donnéeë mat: duerno si se fort.',
    ask: 'D’Läschen ufroen',
  },
}
