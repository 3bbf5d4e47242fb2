import type { Messages } from '../index.ts'

export const identity: Messages['identity'] = {
  signIn: {
    title: 'Aloggen',
    lead: 'Dir loggt Iech mat Ärem elektroneschen Zertifikat an. Wielt, wéi Dir et virweist.',
    leadOne: 'Dir loggt Iech mat Ärem elektroneschen Zertifikat an.',
    tls: 'Zertifikat an dësem Browser oder op Ärer Kaart',
    tlsAbout: (name) =>
      `Fir Zertifikater vun ${name}. Stieft fir d’éischt Är Kaart oder Ären Token an, wann Dir esou eppes benotzt. Äre Browser freet duerno, wéi en Zertifikat Dir virweist.`,
    tlsAction: 'Mat mengem Zertifikat aloggen',
    oidcAbout: (name) =>
      `Dir gitt op d’Säite vun ${name}, weist do Ären Zertifikat vir a kommt heihin zeréck.`,
    samlAbout: (name: string) =>
      `Dir weist Iech bei ${name} mat engem Mëttel aus, dat do unerkannt ass, a kommt heihinner zréck.`,
    oidcAction: (name) => `Weider mat ${name}`,
    none: 'Op dësem Portal ass nach keng Méiglechkeet fir sech anzeloggen ageriicht.',
    silent: 'Äntwert am Moment net. Dir kënnt et trotzdeem probéieren.',
    noCertificate: 'Keen Zertifikat?',
    noCertificateText: 'Wou Dir een kritt, wéi eng Zorten et gëtt a wat och ouni geet.',
    noCertificateLink: 'Hëllef zu den Zertifikater',
    firstTime: 'Fir d’éischt hei?',
    firstTimeText:
      'Loggt Iech einfach an. En Zertifikat, deen mir nach net kennen, registréiert Dir op der nächster Säit a e puer Minutten.',
    hint: 'Gutt ze wëssen',
    protected: 'Nom Aloggen kommt Dir op déi Säit, déi Dir opmaache wollt.',
  },
  notices: {
    signed_out: {
      title: 'Dir hutt Iech ausgeloggt',
      text: 'Maacht op engem gedeelte Computer och all d’Fënstere vum Browser zou: E verhält sech vläicht, wéi en Zertifikat Dir virgewisen hutt.',
    },
    cancelled: {
      title: 'Aloggen ofgebrach',
      text: 'Eis gouf näischt iwwermëttelt. Dir kënnt et nach eng Kéier probéieren oder en anere Wee wielen.',
    },
    session_over: {
      title: 'Är Sessioun ass eriwwer',
      text: 'Fir Är Sécherheet gouft Dir ausgeloggt. Loggt Iech nei an, fir do weiderzemaachen, wou Dir waart.',
    },
    kept: {
      title: 'Är Sessioun ass eriwwer',
      text: 'Wat Dir geschéckt hutt, gouf net ausgefouert, ass awer net verluer: mir späicheren et 15 Minutte laang verschlësselt. Loggt Iech mat engem vun Ären Zertifikater an, da steet et erëm a sengem Formulaire.',
    },
    certificate_removed: {
      title: 'Zertifikat ewechgeholl',
      text: 'Dir gouft ausgeloggt, well Är Sessioun mat dësem Zertifikat ugefaangen huet. Loggt Iech mat engem aneren an.',
    },
    refused: {
      title: 'Dëst Aloggen konnt net ofgeschloss ginn',
      text: 'Et huet ze laang gedauert, gouf scho benotzt oder huet an engem anere Browser ugefaangen. Loggt Iech w. e. g. nei an.',
    },
    registration_over: {
      title: 'Hei gëtt et näischt méi ze registréieren',
      text: 'D’Registréierung huet ze laang gedauert oder ass scho fäerdeg. Loggt Iech w. e. g. nei an.',
    },
    incomplete: {
      title: 'De Fournisseur huet eis net genuch matgedeelt',
      text: 'Et feelt, wiem den Zertifikat gehéiert oder wéi eng Zort et ass. Wielt w. e. g. en anere Wee oder kontaktéiert den Helpdesk.',
    },
    level_low: {
      title: 'Dësen Login ass net sécher genuch',
      text: 'De Fournisseur seet, datt Dir Iech mat engem méi niddrege Sécherheetsniveau ageloggt hutt, wéi mir vun him unhuelen. Loggt Iech nach eng Kéier an a wielt do e méi séchert Mëttel, zum Beispill eng App oder eng Kaart amplaz vun engem Passwuert, oder benotzt en anere Wee.',
    },
    level_unknown: {
      title: 'De Fournisseur huet net gesot, wéi sécher dësen Login war',
      text: 'Ouni Sécherheetsniveau kënne mir en net unhuelen. Probéiert w. e. g. nach eng Kéier; hëlleft dat net, wielt en anere Wee oder kontaktéiert den Helpdesk.',
    },
    not_fresh: {
      title: 'De Fournisseur huet Iech net nei gefrot',
      text: 'Fir dëse Schrëtt beweist Dir nach eng Kéier, wien Dir sidd; de Fournisseur huet sech awer op e fréieren Login verlooss. Loggt Iech do aus a probéiert et nei, oder benotzt en anere Wee.',
    },
    failed: {
      title: 'D’Alogge beim Fournisseur huet net geklappt',
      text: 'Seng Äntwert konnt net ugeholl ginn. Probéiert et w. e. g. nach eng Kéier; wann dat näischt notzt, wielt en anere Wee oder kontaktéiert den Helpdesk.',
    },
    too_many: {
      title: 'Ze vill Versich',
      text: 'Waart w. e. g. zéng Minutten a probéiert et dann nach eng Kéier.',
    },
  },
  /** As Regulation (EU) No 910/2014 calls them, article 8. */
  levels: { low: 'niddreg', substantial: 'substantiell', high: 'héich' },
  unavailable: {
    title: (name) => `${name} ass am Moment net z’erreechen`,
    text: 'Probéiert et w. e. g. an e puer Minutten nach eng Kéier oder loggt Iech op en anere Wee an.',
  },
  refusal: {
    missing: {
      title: 'Et gouf keen Zertifikat virgewisen',
      text: 'Äre Browser huet eis keen Zertifikat geschéckt.',
      todo: [
        'Wann Dir d’Fro nom Zertifikat zougemaach hutt: Probéiert et nach eng Kéier a wielt een aus.',
        'Wann Äre Browser näischt gefrot huet: Stieft Är Kaart oder Ären Token an a kuckt no, ob den Zertifikat an dësem Browser installéiert ass.',
        'Wann Dir nach keen Zertifikat hutt, liest, wéi Dir een kritt.',
      ],
    },
    expired: {
      title: 'Ären Zertifikat ass ofgelaf',
      text: (date) =>
        `E war bis den ${date} gëlteg. Mat engem ofgelafenen Zertifikat kann ee sech net aloggen.`,
      todo: [
        'Wann Dir e scho verlängert hutt: Wielt deen neien Zertifikat.',
        'Wann net, verlängert e bei sengem Aussteller. Är Espacë bleiwen, wéi se sinn: Och de verlängerten Zertifikat mécht se op.',
        'En aneren Zertifikat, deen Dir registréiert hutt, mécht se och op.',
      ],
    },
    not_yet_valid: {
      title: 'Ären Zertifikat ass nach net gëlteg',
      text: (date) => `E gëllt eréischt vum ${date} un.`,
      todo: [
        'Wielt en aneren Zertifikat oder kommt dann erëm.',
        'Kuckt no, ob d’Auer vun Ärem Apparat richteg geet.',
      ],
    },
    untrusted: {
      title: 'Mir kennen den Aussteller vun dësem Zertifikat net',
      text: 'Dëse Portal hëlt nëmmen Zertifikater vu bestëmmten Aussteller un.',
      todo: [
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Liest, wéi eng Zertifikater hei ugeholl ginn.',
      ],
    },
    issuer_invalid: {
      title: 'Op den Aussteller vun dësem Zertifikat ass kee Verlooss',
      text: 'Mir kennen den Aussteller, mee ee vu sengen eegenen Zertifikater ass ofgelaf, gespaart oder erlaabt him net, Ären auszestellen.',
      todo: [
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Frot den Aussteller vun Ärem Zertifikat no engem neien. Och dee mécht Är Espacen op: Si bleiwen, wéi se sinn.',
        'Wann Dir mengt, dat wier e Feeler, kontaktéiert den Helpdesk.',
      ],
    },
    weak: {
      title: 'Dësen Zertifikat ass net méi sécher genuch',
      text: 'E berout op enger Kryptografie, déi haut als ze schwaach gëllt: Een anere kéint sech fir Iech ausginn.',
      todo: [
        'Frot den Aussteller, en auszetauschen. Är Espacë bleiwen, wéi se sinn: Och deen neien Zertifikat mécht se op.',
        'En aneren Zertifikat, deen Dir registréiert hutt, mécht se och op.',
      ],
    },
    faulty: {
      title: 'Dësen Zertifikat huet e Feeler',
      text: 'Mir kennen säin Aussteller, mee den Zertifikat ass net esou gemaach, wéi d’Reegelen et verlaangen. Dat läit net un Iech.',
      todo: [
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Frot den Aussteller no engem ouni dee Feeler oder kontaktéiert den Helpdesk.',
      ],
    },
    wrong_usage: {
      title: 'Dësen Zertifikat ass net fir d’Aloggen gemaach',
      text: 'Säin Aussteller huet e fir eppes anescht virgesinn, zum Beispill fir e Server oder fir E-Mailen ze verschlësselen.',
      todo: [
        'Wielt den Zertifikat fir d’Authentifizéierung; op ville Kaarte sinn der zwee.',
        'Wann Dir net sécher sidd, wéi een dat ass, frot den Aussteller.',
      ],
    },
    unknown_kind: {
      title: 'Mir kennen dës Zort Zertifikat net',
      text: 'E seet weder „Private“ nach „Professional“; dofir wësse mir net, fir wien Dir handelt.',
      todo: [
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Wann Dir mengt, dat wier e Feeler, kontaktéiert den Helpdesk.',
      ],
    },
    incomplete: {
      title: 'An dësem Zertifikat feelt eppes',
      text: 'Et feelt d’Seriennummer vum Titulaire, den Numm oder d’Entreprise. Ouni si kënne mir Iech net erkennen.',
      todo: [
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Wann Dir mengt, dat wier e Feeler, kontaktéiert den Helpdesk.',
      ],
    },
    revoked: {
      title: 'Ären Zertifikat gouf gespaart',
      text: (date) =>
        `Säin Aussteller huet en den ${date} virzäiteg fir ongëlteg erkläert. Domat kann ee sech net méi aloggen.`,
      todo: [
        'Wann Dir eng Kaart als verluer gemellt hutt oder ersetze gelooss hutt: Wielt deen neien Zertifikat.',
        'En aneren Zertifikat, deen Dir registréiert hutt, mécht Är Espacen och op. Do geet näischt verluer.',
        'Wann Dir kee Grond dofir kennt, frot den Aussteller vun Ärem Zertifikat.',
      ],
    },
    revocation_unknown: {
      title: 'Den Aussteller kennt dësen Zertifikat net',
      text: 'Mir hunn den Aussteller gefrot, ob en nach gëlteg ass. Hie seet, datt et esou en Zertifikat net gëtt.',
      todo: [
        'Wann e ganz nei ass: Probéiert et an enger Stonn nach eng Kéier.',
        'Wann Dir méi Zertifikater hutt, wielt en aneren.',
        'Wann et dobäi bleift, frot den Aussteller vun Ärem Zertifikat.',
      ],
    },
    revocation_unanswered: {
      title: 'Mir kënnen Ären Zertifikat am Moment net préiwen',
      text: 'Virun all Aloggen froe mir den Aussteller vum Zertifikat, ob e gespaart gouf. Hien äntwert grad net; dofir kënne mir domat keen eraloossen. Dir hutt näischt falsch gemaach.',
      todo: [
        'Probéiert et w. e. g. an e puer Minutten nach eng Kéier.',
        'Wann et presséiert, loggt Iech op engem anere Wee an oder mat engem Zertifikat vun engem aneren Aussteller, deen Dir registréiert hutt.',
      ],
    },
    over: {
      title: 'Dëst Aloggen ass eriwwer',
      text: 'Et huet ze laang gedauert oder huet net op eiser Alogg-Säit ugefaangen.',
      todo: ['Gitt zeréck a fänkt vu vir un: Dat dauert nëmmen ee Moment.'],
    },
    too_many: {
      title: 'Ze vill Versich',
      text: 'Vun Ärer Adress aus gouf ganz dacks probéiert, sech anzeloggen.',
      todo: ['Waart w. e. g. zéng Minutten a probéiert et dann nach eng Kéier.'],
    },
    unavailable: {
      title: 'D’Aloggen ass am Moment net méiglech',
      text: 'En Deel vun dësem Service äntwert net. Un Ärem Zertifikat läit et net.',
      todo: ['Probéiert et w. e. g. an e puer Minutten nach eng Kéier.'],
    },
    whatToDo: 'Wat Dir maache kënnt',
    again: 'En aneren Zertifikat wielen',
    tryAgain: 'Nach eng Kéier probéieren',
    back: 'Aner Weeër fir sech anzeloggen',
    help: 'Hëllef zu den Zertifikater',
    remembers: 'Äre Browser freet net?',
    remembersText:
      'Browsere verhale sech Är Wiel. Fir datt en nees freet, maacht all d’Fënstere vum Browser zou oder maacht eng privat Fënster op.',
  },
  registration: {
    title: 'Wëllkomm: Zertifikat registréieren',
    lead: 'Mat dësem Zertifikat sidd Dir fir d’éischt hei. D’Registréierung dauert ongeféier zwou Minutten; duerno loggt Dir Iech einfach an.',
    certificate: 'Ären Zertifikat',
    holder: 'Titulaire',
    kind: 'Typ',
    kinds: { private: 'Private', professional: 'Professional' },
    organization: 'Entreprise',
    organizationIdentifier: 'Identifiant vun der Entreprise',
    serialNumber: 'Seriennummer',
    provider: 'Vun',
    validTo: 'Gëlteg bis',
    namesFixed: 'D’Nimm kommen aus Ärem Zertifikat. Wa se falsch sinn, kann den Aussteller se verbesseren.',
    number: 'National Identifikatiounsnummer',
    numberLabel: 'Är national Identifikatiounsnummer',
    numberHint:
      '13 Zifferen, wéi op Ärer Sozialversécherungskaart, zum Beispill 1985 03 27 123 45. Espacen tëscht den Ziffere spille keng Roll.',
    numberWhy:
      'Si ënnerscheet Iech vun aneren mat deemselwechten Numm a garantéiert, datt Är Espacë just Iech gehéieren. Mir späichere se verschlësselt.',
    noNumber: 'Ech hu keng',
    numberConfirmed: (from) => `Är national Identifikatiounsnummer ass confirméiert: ${from}.`,
    fromCertificate: 'Si kënnt aus Ärem Zertifikat',
    fromClaim: (name) => `Si kënnt vun ${name}`,
    contact: 'Wéi mir Iech erreechen',
    email: 'E-Mail fir Notifikatiounen',
    emailHint:
      'Mir schécken e Link dohin, deen d’Adress confirméiert. An de Messagë steet ni eppes Vertraulleches.',
    language: 'Sprooch, an där mir Iech schreiwen',
    terms: 'Notzungsbedéngungen',
    termsLabel: 'Ech huelen d’Notzungsbedéngungen un',
    termsRead: 'D’Notzungsbedéngunge liesen',
    termsVersion: (version) => `Versioun ${version}`,
    privacy: 'Wéi mir mat Ären Donnéeën ëmginn, steet an der Dateschutznotiz. Zoustëmme musst Dir där net.',
    submit: 'Registréieren a weider',
    cancel: 'Registréierung ofbriechen',
    cancelText: 'Et gëtt näischt gespäichert.',
    next: 'Wéi et weidergeet',
    nextSteps: [
      'Mir schécken e Link un Är E-Mail-Adress. E gëllt 24 Stonnen.',
      'Dir leet Ären éischten Espace un: de privaten oder ee fir Är Entreprise.',
      'Är Donnéeë fëllen d’Formulairë vun Ärer éischter Demarche.',
    ],
    time: 'Dir hutt fir dës Säit 50 Minutten Zäit.',
    errors: {
      numberMissing: 'Gitt Är national Identifikatiounsnummer an oder kräizt „Ech hu keng“ un.',
      numberBoth: 'Gitt entweder eng Nummer an oder kräizt „Ech hu keng“ un, net béides.',
      numberRefused:
        'Mat dëser Nummer kënne mir Iech net registréieren. Kuckt se w. e. g. no. Wann Dir schonn eng Kéier hei waart, loggt Iech mat Ärem registréierten Zertifikat an; soss hëlleft den Helpdesk.',
      numberTooMany:
        'Et goufen ze vill Nummeren ausprobéiert. Waart w. e. g. eng Stonn oder kontaktéiert den Helpdesk. Dir kënnt och „Ech hu keng“ ukräizen an d’Nummer méi spéit nodroen.',
      givenRefused:
        'D’Nummer an Ärem Zertifikat gehéiert zu engem Kont, dee scho registréiert ass. Loggt Iech w. e. g. mat deem registréierten Zertifikat an oder kontaktéiert den Helpdesk.',
      emailMissing: 'Gitt Är E-Mail-Adress an.',
      terms: 'Fir Iech ze registréieren, huelt w. e. g. d’Notzungsbedéngungen un.',
      language: 'Wielt eng Sprooch.',
    },
    tooMany: 'Ze vill Versich. Waart w. e. g. eng Stonn oder kontaktéiert den Helpdesk.',
    helpdesk: 'Den Helpdesk kontaktéieren',
  },
  session: {
    title: 'Är Sessioun',
    ends: (time) => `Är Sessioun ass um ${time} eriwwer, wann Dir virdru näischt maacht.`,
    endsFinal: (time) => `Spéitstens um ${time} ass si eriwwer: Da loggt Dir Iech nei an.`,
    stay: 'Ageloggt bleiwen',
    back: 'Zeréck op déi Säit, wou ech war',
    extended: 'Dir bleift ageloggt.',
  },
  email: {
    title: 'Meng E-\u2060Mail-Adress',
    lead: 'Op dës Adress schreiwe mir, wann an Ären Espacen eppes geschitt. An de Messagë steet ni eppes Vertraulleches.',
    confirmed: 'Confirméiert',
    open: 'Nach net confirméiert',
    current: 'Adress, déi benotzt gëtt',
    waiting: 'Waart op d’Confirmatioun',
    none: 'Dir hutt nach keng Adress uginn.',
    openText: (email) =>
      `Mir hunn e Link op ${email} geschéckt. Maacht en an de nächste 24 Stonnen op, fir d’Adress ze confirméieren. Bis dohin schécke mir näischt anescht dohin.`,
    openOld: (email) => `Bis dohin schreiwe mir weider op ${email}.`,
    spam: 'Kee Message do? Kuckt am Spam-Dossier no oder loosst de Link nach eng Kéier schécken.',
    resend: 'Link nach eng Kéier schécken',
    change: 'Adress änneren',
    label: 'Nei E-Mail-Adress',
    labelFirst: 'E-Mail-Adress',
    submit: 'Confirmatiounslink schécken',
    back: 'Meng Espacë geréieren',
    missing: 'Gitt Är E-Mail-Adress an.',
    tooMany: 'Mir hu scho vill Linke geschéckt. Waart w. e. g. eng Stonn, ier Dir nach een ufrot.',
    notices: {
      requested: 'Mir hunn Iech e Link geschéckt. Maacht en an de nächste 24 Stonnen op.',
      unchanged: 'Dës Adress ass scho confirméiert. Et huet sech näischt geännert.',
    },
    confirmTitle: 'E-\u2060Mail-Adress confirméieren',
    confirmText: (email) => `Wëllt Dir eis Messagen op ${email} kréien?`,
    confirm: 'Jo, dës Adress confirméieren',
    confirmNot: 'Wann Dir dat net gefrot hutt, maacht dës Säit zou: Da geschitt näischt.',
    doneTitle: 'Är E-\u2060Mail-Adress ass confirméiert',
    doneText: 'Vun elo u schreiwe mir Iech dohin, wann an Ären Espacen eppes geschitt.',
    usedTitle: 'Dës Adress ass scho confirméiert',
    usedText: 'De Link huet säin Zweck erfëllt. Et ass näischt méi ze maachen.',
    expiredTitle: 'Dëse Link gëllt net méi',
    expiredText:
      'E war méi al wéi 24 Stonnen, oder Dir hutt zanterhier eng aner Adress uginn. Loggt Iech an, fir en neien ze kréien.',
    continue: 'Weider bei meng Espacen',
    again: 'En neie Link schécke loossen',
  },
}
