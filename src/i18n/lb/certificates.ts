/** „Meng Zertifikater“: méi vun enger Persoun, a wéi een derbäikënnt oder ewechkënnt. */
export const certificates = {
  title: 'Meng Zertifikater',
  lead: 'All eenzelt vun dësen Zertifikater mécht Är Espacen op. Mat méi wéi engem kommt Dir och dann eran, wann eng Kaart verluer geet oder ofleeft.',
  inUse: 'Grad benotzt',
  expired: 'Ofgelaf',
  kinds: { private: 'Zertifikat „Private“', professional: 'Zertifikat „Professional“' },
  holder: 'Titulaire',
  organization: 'Entreprise',
  organizationIdentifier: 'Identifiant vun der Entreprise',
  serialNumber: 'Seriennummer',
  serialNumberHint: 'Wien Iech an e professionellen Espace invitéiert, freet vläicht dono.',
  provider: 'Vun',
  validity: 'Gëlteg',
  validUntil: (date: string) => `bis ${date}`,
  validBetween: (from: string, to: string) => `${from} bis ${to}`,
  registered: 'Registréiert',
  lastUsed: 'Fir d’lescht benotzt',
  remove: 'Ewechhuelen',
  add: 'Weideren Zertifikat registréieren',
  addText:
    'Weist deen aneren Zertifikat elo vir. Dir bleift ageloggt, an e mécht vun do un déiselwecht Espacen op. D’Nimm dran mussen Är sinn; Akzenter, Groussschreiwung, Bindestrécher an d’Reiefolleg vun den Nimm spille keng Roll.',
  addWith: (name: string) => `Virweisen: ${name}`,
  addCertificate: 'Zertifikat an dësem Browser oder op Ärer Kaart',
  remembers:
    'Weist Äre Browser ouni ze froen erëm deeselwechten Zertifikat vir? Benotzt eng privat Fënster an en Aktivéierungscode.',
  code: 'Aktivéierungscode',
  codeText:
    'Ass deen aneren Zertifikat op engem aneren Apparat? Loggt Iech do domat an a gitt e Code an, deen Dir Iech hei weise loosst.',
  codeShow: 'En Aktivéierungscode weisen',
  codeTitle: 'Ären Aktivéierungscode',
  codeLead: (time: string) => `E gëllt bis ${time} an nëmmen eemol.`,
  codeSteps: [
    'Loggt Iech op deem aneren Apparat mat deem Zertifikat an, deen derbäi komme soll.',
    'Wielt op der nächster Säit „Ech hu schonn e Kont“ a gitt de Code an.',
    'Den Zertifikat mécht dann och Är Espacen op. Mir mellen Iech et per E-Mail.',
  ],
  codeSecret: 'Behaalt de Code fir Iech: Kee vum Portal oder vum Helpdesk freet dono.',
  codeTooMany: 'Dir hutt Iech scho vill Code weise gelooss. Waart w. e. g. eng Stonn.',
  back: 'Zréck bei meng Zertifikater',
  continue: 'Weider',
  waiting: 'Waart op den Helpdesk',
  waitingText:
    'Dës Zertifikater konnten net direkt registréiert ginn: Si nennen hiren Titulaire anescht oder si scho registréiert. Den Helpdesk kläert dat mat Iech.',
  notRegistered: (why: string) => `net registréiert: ${why}`,
  waitingSince: (date: string) => `zanter dem ${date}`,
  notices: {
    registered: 'Den Zertifikat ass registréiert. Vun elo u mécht en Är Espacen op.',
    known: 'Dësen Zertifikat ass scho fir Iech registréiert. Et huet sech näischt geännert.',
    refused:
      'Dësen Zertifikat kann net einfach esou fir Äre Kont registréiert ginn: E nennt säin Titulaire anescht oder ass scho registréiert. E steet elo op der Lëscht vum Helpdesk.',
    too_many: 'Et goufen ze vill Zertifikater probéiert. Waart w. e. g. eng Stonn.',
    removed: 'Den Zertifikat ass ewechgeholl. E mécht näischt méi op.',
    renewed:
      'Mir hunn Ären erneierten Zertifikat erkannt: E kënnt op d’Plaz vum fréieren. Hutt net Dir en erneiert? Da wennt Iech w. e. g. direkt un den Helpdesk.',
  },
  removal: {
    title: 'Dësen Zertifikat ewechhuelen?',
    lead: 'Domat kann ee sech dann net méi aloggen, an d’Sessiounen, déi domat ugefaangen hunn, ginn op en Enn. Är Espacen an Dossiere bleiwen.',
    inUse:
      'Dir sidd mat dësem Zertifikat ageloggt. Dir gitt ausgeloggt a loggt Iech mat engem aneren erëm an.',
    again: 'Dir kënnt e spéider erëm registréieren.',
    confirm: 'Zertifikat ewechhuelen',
    cancel: 'Behalen',
    lastTitle: 'Dat ass Äre leschten Zertifikat',
    last: 'Ouni deen kéint Dir Iech net méi aloggen. Registréiert fir d’éischt en anere gëltegen; da kënnt Dir dësen ewechhuelen.',
    lastKeyTitle: 'En Espace brauch dësen Zertifikat nach',
    lastKey:
      'Ouni dee kéint keen den Espace méi geréieren. Maacht fir d’éischt en zweete Benotzer zum Administrateur oder maacht den Espace zou; da kënnt Dir en ewechhuelen.',
  },
  /** Where it alone opens a space to the last administrator. */
  lastKey: {
    title: (n: number) => (n === 1 ? 'En Espace hänkt dovun of' : `${n} Espacen hänken dovun of`),
    text: 'Keen aneren Zertifikat léisst hei en Administrateur eran:',
    how: 'Loosst en net oflafen: Maacht do op der Säit „Benotzer“ en zweete Benotzer zum Administrateur. Bis dohin kann en net ewechgeholl ginn.',
  },
  bound: {
    title: 'Dësen Espace brauch en aneren Zertifikat',
    lead: (company: string) => `E geet mat engem Zertifikat „Professional“ vun ${company} op.`,
    leadCertificate: (ending: string) =>
      `E geet mat Ärem Zertifikat op, deem seng Nummer op ${ending} ophält.`,
    space: 'Espace',
    how: 'Loggt Iech aus a mat deem Zertifikat erëm an. Ass en nei, da registréiert e fir d’éischt vun Ärem Kont aus.',
    lost: 'Ass deen Zertifikat verluer oder kann en net erneiert ginn? En Administrateur vum Espace kann Iech ewechhuelen an nei invitéieren. Gëtt et keen aneren, hëlleft den Helpdesk.',
    change: 'Ausloggen an en aneren Zertifikat benotzen',
    help: 'Wéi en Zertifikat wat opmécht',
    listedCertificate: (ending: string) =>
      `Geet mat Ärem Zertifikat op, deem seng Nummer op ${ending} ophält`,
    listed: (company: string) => `Geet mat engem Zertifikat vun ${company} op`,
  },
  opening: {
    title: 'Wéi en Zertifikat wat opmécht',
    space: 'Espace',
    certificate: 'Zertifikat',
    opens: 'Mécht en op',
    yes: 'jo',
    no: 'nee',
    boundNote:
      'Op dësem Portal geet e professionellen Espace, dee mat engem Zertifikat „Professional“ ugeluecht gëtt, nëmme mat Zertifikater vun där Entreprise op.',
    rows: {
      private_private: {
        space: 'Privaten Espace',
        certificate: 'e fir Iech registréierten Zertifikat „Private“',
      },
      private_professional: {
        space: 'Privaten Espace',
        certificate: 'e fir Iech registréierten Zertifikat „Professional“',
      },
      business_private: {
        space: 'Professionellen Espace',
        certificate: 'e fir Iech registréierten Zertifikat „Private“',
      },
      business_professional: {
        space: 'Professionellen Espace',
        certificate: 'e fir Iech registréierten Zertifikat „Professional“, egal vu wéi enger Entreprise',
      },
      bound_same: {
        space: 'Professionellen Espace, un eng Entreprise gebonnen',
        certificate: 'e fir Iech registréierten Zertifikat „Professional“ vun där Entreprise',
      },
      bound_private: {
        space: 'Professionellen Espace, un eng Entreprise gebonnen',
        certificate: 'e fir Iech registréierten Zertifikat „Private“',
      },
      bound_other: {
        space: 'Professionellen Espace, un eng Entreprise gebonnen',
        certificate: 'en Zertifikat „Professional“ vun enger anerer Entreprise',
      },
      bound_this_certificate: {
        space: 'Professionellen Espace, deen un een Zertifikat gebonnen ass',
        certificate: 'deen Zertifikat, och no senger Erneierung',
      },
      bound_other_certificate: {
        space: 'Professionellen Espace, deen un een Zertifikat gebonnen ass',
        certificate: 'en aneren Zertifikat, dee fir Iech registréiert ass',
      },
      unregistered: {
        space: 'All Espace',
        certificate: 'en Zertifikat, deen net registréiert ass: Registréiert e vun Ärem Kont aus',
      },
      out_of_use: { space: 'All Espace', certificate: 'en ofgelafenen oder ewechgehollenen Zertifikat' },
    },
  },
  account: {
    title: 'Ech hu schonn e Kont',
    text: 'Da registréiert Iech net eng zweete Kéier: Registréiert dësen Zertifikat vun Ärem Kont aus, an e mécht déiselwecht Espacen op.',
    prove: 'Mat engem scho registréierten Zertifikat',
    proveText:
      'Weist en elo an dësem Browser vir. Dir sidd dann ageloggt, a béid Zertifikater gehéieren zu Iech.',
    code: 'Aktivéierungscode',
    codeHint:
      'An Ärem Kont ënner „Meng Zertifikater“, op all Apparat: „En Aktivéierungscode weisen“. Zum Beispill K7MPX-4QTRB.',
    submit: 'Fir mäi Kont registréieren',
    wrong:
      'Dëse Code gëllt net. Vläicht ass en méi al wéi 15 Minutten oder scho benotzt, oder et gouf zanterhier e méi neie gewisen.',
    missing: 'Gitt den Aktivéierungscode an.',
    tooMany:
      'Et goufen ze vill Code probéiert. Waart w. e. g. eng Stonn oder weist e registréierten Zertifikat vir.',
    refused:
      'Dësen Zertifikat konnt net fir dee Kont registréiert ginn: E nennt säin Titulaire anescht oder ass scho registréiert. Den Helpdesk weess Bescheed; de Code ass verbraucht.',
    unknownToo:
      'Den Zertifikat, deen Dir grad virgewisen hutt, ass och net registréiert. Weist en aneren vir, benotzt en Aktivéierungscode oder registréiert Iech nei.',
  },
}
