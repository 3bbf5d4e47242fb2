import type { Messages } from '../index.ts'

export const sources: Messages['sources'] = {
  title: 'Authentesch Quellen',
  lead: 'Wat ëffentlech Registeren iwwer Iech féieren, grad elo gefrot. Hei gespäichert gëtt dovun nëmmen, wat Dir iwwerhuelt.',
  companyLead:
    'Wat de Register vun den Entreprisen iwwer dës Entreprise féiert, grad elo gefrot. Hei gespäichert gëtt dovun nëmmen, wat Dir iwwerhuelt.',
  names: {
    persons: 'Register vun de physesche Persounen',
    companies: 'Register vun den Entreprisen',
    drivingLicences: 'Register vun de Führerschäiner',
  },
  asOf: (when) => `Stand: ${when}`,
  nothing: 'Dëse Register féiert näischt iwwer Iech.',
  companyNothing: 'Dëse Register kennt d’Entreprise net.',
  unavailable:
    'Dëse Register äntwert de Moment net. Alles anert geet wéi gewinnt; probéiert w. e. g. méi spéit nach eng Kéier.',
  invalid:
    'Dëse Register huet eng Äntwert ginn, déi net stëmme kann. Si gëtt net gewisen a gouf gemellt. Probéiert w. e. g. méi spéit nach eng Kéier.',
  too_many:
    'Dëse Register gouf fir Iech an der leschter Stonn esou dacks gefrot, wéi et virgesinn ass. Näischt ass verluer, an alles anescht geet wéi gewinnt; kuckt w. e. g. méi spéit nach eng Kéier.',
  notConnected: 'Kee Register ass ugeschloss',
  notConnectedText: 'Dëse Portal freet fir dës Zort Espace nach kee Register.',
  needs: {
    number_none: {
      title: 'Är national Nummer gëtt gebraucht',
      text: 'Registere fannen Iech iwwer Är national Identifikatiounsnummer a ginn eréischt gefrot, wa confirméiert ass, datt et Är ass. Dir hutt se nach net uginn.',
    },
    number_declared: {
      title: 'Är national Nummer ass nach net confirméiert',
      text: 'Registere ginn nëmme mat enger confirméierter Nummer gefrot, fir datt keen d’Donnéeë vun aneren ze gesi kritt. Dir hutt Är uginn, confirméiert huet se bis elo näischt.',
    },
    private_certificate: {
      title: 'Fir Espacen, déi mat engem Zertifikat „Professional“ ugeluecht goufen',
      text: 'En Zertifikat „Professional“ nennt seng Entreprise, an no där gëtt de Register gefrot. Dëse professionellen Espace gouf mat engem Zertifikat „Private“ ugeluecht, deen keng Entreprise nennt.',
    },
    no_company_number: {
      title: 'D’Nummer vun der Entreprise feelt',
      text: 'Den Zertifikat „Professional“, mat deem dëse professionellen Espace ugeluecht gouf, nennt weder eng Nummer am Handelsregëster nach eng TVA-Nummer. Ouni eng vun deenen zwou kann de Register net gefrot ginn.',
    },
  },
  ways: 'Sou kommt Dir dohin',
  wayEnter: 'Drot Är Nummer an Ären Donnéeën an. Si gëtt direkt confirméiert, wa si zu Ärem Numm gehéiert.',
  wayAgain: 'Loosst d’Nummer elo confirméieren: De Register seet, ob si zu Ärem Numm gehéiert.',
  wayCertificate: 'Oder loggt Iech mat engem Zertifikat an, deen Är Nummer nennt.',
  wayHelpdesk: 'Oder mellt Iech beim Helpdesk, deen en Ausweis kontrolléiere kann.',
  enterNumber: 'Meng Nummer androen',
  confirmNumber: 'Meng Nummer elo confirméieren',
  aboutSpaces: 'Iwwer privat a professionell Espacen',
  status: 'Status',
  company: {
    registeredOn: 'Agedroen den',
    status: { active: 'aktiv', liquidation: 'a Liquidatioun', struckOff: 'geläscht' },
  },
  licence: {
    number: 'Nummer vum Führerschäin',
    status: { valid: 'gülteg', suspended: 'suspendéiert', withdrawn: 'entzunn', expired: 'ofgelaf' },
    issuedOn: 'Ausgestallt den',
    expiresOn: 'Gülteg bis',
    categories: 'Kategorien',
    category: (code, since, until) => `${code}: zënter dem ${since}, bis ${until}`,
  },
  compare: {
    title: 'Am Verglach mat Ären Donnéeën',
    companyTitle: 'Am Verglach mat den Donnéeë vun der Entreprise',
    text: 'Et ännert sech nëmmen, wat Dir ukräizt. Wat Dir iwwerhuelt, gëllt als iwwerpréift a fëllt déi nächst Formulairen aus.',
    differs: (own) => `An Ären Donnéeën: „${own}“`,
    missing: 'An Ären Donnéeën: eidel',
    agreeing: (n) =>
      n === 1
        ? 'Ee weidere Wäert stëmmt mat Ären Donnéeën iwwereneen a gëtt och als iwwerpréift markéiert.'
        : `${n} weider Wäerter stëmme mat Ären Donnéeën iwwereneen a ginn och als iwwerpréift markéiert.`,
    all: 'Alles stëmmt mat Ären Donnéeën iwwereneen an ass do als iwwerpréift markéiert.',
    take: 'Iwwerhuelen',
    verify: 'Als iwwerpréift markéieren',
  },
  notices: {
    taken: 'Är Donnéeë goufe mat deene vum Register aktualiséiert.',
    changed:
      'De Register huet sech geännert, zënter Dir dës Säit opgemaach hutt. Näischt gouf iwwerholl: Kuckt w. e. g. nach eng Kéier.',
    unavailable:
      'De Register huet net geäntwert. Näischt gouf iwwerholl; probéiert w. e. g. méi spéit nach eng Kéier.',
    too_many:
      'De Register gouf fir Iech an der leschter Stonn ze dacks gefrot. Näischt gouf iwwerholl; probéiert w. e. g. méi spéit nach eng Kéier.',
    number_confirmed: 'Är national Nummer ass confirméiert.',
    number_refused:
      'De Register huet net confirméiert, datt dës Nummer zu Ärem Numm gehéiert. Kontrolléiert se w. e. g., oder mellt Iech beim Helpdesk.',
    number_unavailable: 'De Register äntwert de Moment net. Probéiert w. e. g. méi spéit nach eng Kéier.',
    number_too_many: 'Ze vill Versich. Probéiert w. e. g. an enger Stonn nach eng Kéier.',
  },
  looked: {
    title: 'Wie meng Donnéeën agesinn huet',
    companyTitle: 'Wie d’Donnéeë vun der Entreprise agesinn huet',
    lead: 'All Kéier, wann iwwer dëse Portal e Register no Iech gefrot gouf: wie gefrot huet, fir wat a mat wéi engem Resultat. Dat Neist als Éischt.',
    companyLead:
      'All Kéier, wann iwwer dëse Portal e Register no dëser Entreprise gefrot gouf: wie gefrot huet, fir wat a mat wéi engem Resultat. Dat Neist als Éischt.',
    none: 'Nach keen',
    noneText: 'Nach gouf kee Register gefrot. Soubal dat geschitt, steet et hei.',
    older: 'Méi al weisen',
    newest: 'Zréck bei déi neist',
    you: 'Iech',
    by: (name) => `vun ${name}`,
    purpose: {
      display: 'Fir se ënner „Authentesch Quellen“ ze weisen',
      profile: 'Fir se an d’Donnéeë vum Espace z’iwwerhuelen',
      preview: 'Fir ze weisen, wat e Formulaire ausfëlle géif',
      form: 'Fir e Formulaire auszefëllen',
      number: 'Fir déi national Nummer ze confirméieren',
    },
    outcome: {
      answered: 'Donnéeë gewisen',
      nothing: 'näischt do',
      unavailable: 'keng Äntwert',
      invalid: 'Äntwert refuséiert',
      match: 'confirméiert',
      no_match: 'net confirméiert',
    },
  },
  form: {
    offer: {
      persons: 'De Register vun de physesche Persoune kann en Deel vun dësem Formulaire ausfëllen.',
      companies: 'De Register vun den Entreprise kann en Deel vun dësem Formulaire ausfëllen.',
    },
    filled: 'En Deel vun dësem Formulaire ass aus engem Register ausgefëllt.',
    offerText: 'Dir gesitt fir d’éischt, wat e weidergi géif, a kënnt Nee soen.',
    see: 'Kucken, wat en ausfëlle géif',
    again: 'Nach eng Kéier kucken oder selwer tippen',
    title: 'Aus enger authentescher Quell ausfëllen',
    lead: {
      persons: 'Dat géif de Register vun de physesche Persounen un de Formulaire weiderginn.',
      companies: 'Dat géif de Register vun den Entreprisen un de Formulaire weiderginn.',
    },
    consent: (authority) =>
      `Nëmme wat ugekräizt ass, kënnt an de Formulaire, als iwwerpréift markéiert. ${authority} kritt et, wann Dir iwwermëttelt, net virdrun. Wann Dir dat léiwer net wëllt, sot Neen an tippt et selwer.`,
    before: (own) => `Bis elo am Formulaire: „${own}“`,
    fill: 'Ugekräiztes ausfëllen',
    no: 'Neen, ech tippen et selwer',
    back: 'Zréck bei de Formulaire',
    agrees: 'Alles, wat dëse Register ausfëlle kéint, steet scho iwwerpréift am Formulaire.',
    changed:
      'De Register huet sech geännert, zënter Dir dës Säit opgemaach hutt. Näischt gouf ausgefëllt: Kuckt w. e. g. nach eng Kéier.',
    takeBack: 'Schonn aus engem Register ausgefëllt',
    takeBackText:
      'Dës Wäerter si iwwerpréift a kënnen am Formulaire net geännert ginn. Wann Dir d’Markéierung ewechhuelt, bleiwe si stoen, an Dir kënnt se änneren.',
    takeBackButton: 'Selwer tippen',
  },
}
