import type { Messages } from '../index.ts'

export const home: Messages['home'] = {
  title: 'Är Demarchen. Op enger sécherer Plaz.',
  lead: 'Wat Dir eemol agitt, fëllt deen nächste Formulaire aus. Dir loggt Iech mat Ärem Zertifikat an, Är Espacen halen Dossieren an Donnéeën zesummen, an Dir gesitt zu all Moment, wéi wäit alles ass.',
  signIn: 'Mat Zertifikat aloggen',
  seeProcedures: 'Demarchë kucken',
  welcome: (name) => `Moien, ${name}`,
  welcomeLead: 'An Ären Espacë fannt Dir Är Dossieren an Är Donnéeën.',
  toSpaces: 'Op meng Espacen',
  doors: 'Zwou Zorte vun Espacen',
  private: {
    title: 'Privaten Espace',
    text: 'Fir Iech selwer: Certificaten, Genehmegungen an Ufroen, déi Iech als Persoun betreffen.',
    fact: 'Een eenzege pro Persoun',
  },
  business: {
    title: 'Professionellen Espace',
    text: 'Fir eng Entreprise, eng Associatioun oder Är selbststänneg Aktivitéit.',
    fact: (limit) => `Bis zu ${limit} pro Persoun`,
  },
  apart: 'Wat enger Entreprise gehéiert, kënnt ni an Äre privaten Espace, an ëmgedréint.',
  more: 'Méi iwwer Espacen',
  how: 'Esou funktionéiert et',
  steps: {
    signIn: {
      title: 'Aloggen',
      text: 'Mat engem Zertifikat „Private“ oder „Professional“. All Är registréiert Zertifikater féieren an deeselwechte privaten Espace.',
    },
    space: {
      title: 'Espace uleeën',
      text: 'Dir gitt Är Donnéeën eemol an oder iwwerhuelt se aus Ärem Zertifikat. Ännere kënnt Dir se zu all Moment.',
    },
    fill: {
      title: 'De Formulaire ausfëlle loossen',
      text: 'Dir kuckt no, wat schonn do steet, ergänzt, wat feelt, an iwwermëttelt. Dir kritt eng Referenz a gesitt all Schrëtt.',
    },
  },
  needs: 'Wat Dir braucht',
  need: {
    certificate: 'En elektronescht Zertifikat vum Typ „Private“ oder „Professional“',
    number: 'Är national Identifikatiounsnummer mat 13 Zifferen, wann Dir eng hutt',
    email: 'Eng E-Mail-Adress, op déi mir Iech Bescheed ginn',
  },
  noCertificate: 'Nach keen Zertifikat?',
  procedures: 'Wat Dir hei maache kënnt',
  allProcedures: 'All Demarchen',
  forPrivate: 'An Ärem privaten Espace',
  forBusiness: 'An engem professionellen Espace',
  minutes: (n) => `ongeféier ${n} Minutten`,
  free: 'Gratis',
  help: 'Froen?',
  helpText: 'D’Hëllef erkläert all Schrëtt. Den Helpdesk erreecht Dir och ouni Iech anzeloggen.',
  toHelp: 'Op d’Hëllef',
  toContact: 'Kontakt',
}
