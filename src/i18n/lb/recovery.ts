import type { Messages } from '../index.ts'

export const recovery: Messages['recovery'] = {
  title: 'Ech hunn all meng Zertifikater verluer',
  lead: 'Verluer, ofgelaf oder duerch en neien ersat, deen Dir ni registréiert hutt: Mat der Hëllef vum Helpdesk mécht en neien Zertifikat Äre Kont an Är Espacen nees op.',
  how: 'Sou geet et',
  howSteps: (hours) => [
    'Dir besuergt Iech en neien Zertifikat a weist en hei vir. Dat geet och méi spéit.',
    'Dir schéckt de Formulaire of. Dir kritt eng Referenz an e Code, mat deem Dir Är Ufro suivéiert.',
    'Den Helpdesk mellt sech bei Iech a préift, wien Dir sidd.',
    `Mir schreiwen un all Adress, déi mir zu Ärem Kont kennen. ${hours} Stonne laang kann den Inhaber d’Ufro stoppen.`,
    'Duerno schléisst Dir hei of, an den neien Zertifikat mécht Är Espacen op.',
  ],
  presentFirst: {
    title: 'Weist fir d’éischt den neien Zertifikat vir',
    text: 'Sou geet et am séiersten: Är Ufro seet dann scho, wéi een Zertifikat Äre Kont opmaache soll. Dir kommt op dës Säit zréck.',
  },
  present: {
    title: 'Weist den neien Zertifikat vir',
    text: 'Bei sengem Ubidder oder aus dësem Browser. Dir kommt op dës Säit zréck an huelt en an Är Ufro op.',
  },
  waitingTitle: 'Den neien Zertifikat an dësem Browser',
  waitingText:
    'E gëtt en Deel vun Ärer Ufro. Ass et net Ären? Da maacht fir d’éischt all Fënstere vun dësem Browser zou.',
  ask: 'Är Ufro',
  submit: 'Ufro ofschécken',
  tooMany: 'Ze vill Versich. Waart w. e. g. eng Stonn, oder wennt Iech un den Helpdesk.',
  followTitle: 'Eng Ufro suivéieren',
  followText: 'Hutt Dir schonn ugefrot? Mam Code vun Ärer Ufro gesitt Dir, wéi wäit se ass.',
  follow: 'Meng Ufro suivéieren',
  lookupLead:
    'Gitt de Code an, deen Dir beim Ofschécken vun der Ufro gesinn hutt. E steet och an dem Link, dee mir Iech geschéckt hunn.',
  code: 'Code vun der Ufro',
  codeHint: 'Fofzéng Buschtawen an Zifferen, zum Beispill K7MPX-4QTRB-9WZ2H.',
  codeText:
    'Behaalt dëse Code fir Iech: Mat him gesäit een, wéi wäit d’Ufro ass, a schléisst se of. De Link op dës Säit hu mir Iech per E-Mail geschéckt.',
  codeMissing: 'Gitt de Code vun Ärer Ufro an.',
  codeWrong: 'Et gëtt keng Ufro mat dësem Code. Vergläicht en w. e. g. mat deem, deen Iech gewise gouf.',
  request: (reference) => `Ufro ${reference}`,
  requested: 'Är Ufro ass bei eis. De Link op dës Säit hu mir Iech per E-Mail geschéckt.',
  given: 'Den Zertifikat gehéiert elo zu Ärer Ufro.',
  giveText: 'Ass dat den Zertifikat, deen Äre Kont nees opmaache soll?',
  give: 'A meng Ufro ophuelen',
  certificate: 'Zertifikat vun dëser Ufro',
  complete: 'Dësen Zertifikat mäi Kont opmaache loossen',
  course: 'Wat bis elo geschitt ass',
  questions: (reference) => `Froen? Gitt d’Referenz ${reference} un.`,
  problems: {
    registered:
      'Dësen Zertifikat ass scho registréiert a kann dofir keen Deel vun enger Ufro ginn. Loggt Iech einfach domat an.',
    taken:
      'Dësen Zertifikat gouf an der Tëschenzäit fir e Kont registréiert. Wennt Iech w. e. g. un den Helpdesk.',
  },
  leads: {
    requested: (until) =>
      `Den Helpdesk mellt sech bei Iech, fir ze préiwen, wien Dir sidd. D’Ufro verfält den ${until}.`,
    checking: (until) => `Ee vum Helpdesk préift Är Ufro. Si verfält den ${until}.`,
    waiting: (until) =>
      `Den Helpdesk huet gepréift, wien Dir sidd. Den Inhaber vum Kont ka bis den ${until} widderspriechen; duerno schléisst Dir hei of.`,
    ready: () => 'D’Waardezäit ass eriwwer. Dir kënnt elo ofschléissen.',
    completed: () =>
      'Fäerdeg: Den Zertifikat mécht Äre Kont op. Loggt Iech domat an an huelt déi verluer ënner „Meng Zertifikater“ ewech.',
    refused: () => 'Den Helpdesk konnt net bestätegen, datt dëse Kont Ären ass. Et gouf näischt geännert.',
    cancelled: () => 'Den Inhaber vum Kont huet dës Ufro gestoppt. Et gouf näischt geännert.',
    expired: (until) => `Dës Ufro ass den ${until} verfall. Dir kënnt eng nei ofschécken.`,
  },
  states: {
    requested: 'Ukomm',
    checking: 'Gëtt gepréift',
    waiting: 'Waardezäit leeft',
    ready: 'Kann ofgeschloss ginn',
    completed: 'Ofgeschloss',
    refused: 'Refuséiert',
    cancelled: 'Gestoppt',
    expired: 'Verfall',
  },
  happened: {
    requested: 'Ufro ukomm',
    certificate_given: 'Neien Zertifikat opgeholl',
    taken: 'Préifung ugefaangen',
    approved: 'Identitéit gepréift, Inhaber vum Kont informéiert',
    ready: 'Waardezäit eriwwer',
    refused: 'Vum Helpdesk refuséiert',
    cancelled: 'Vum Inhaber vum Kont gestoppt',
    completed: 'Ofgeschloss: Den Zertifikat mécht de Kont op',
  },
  objection: {
    title: 'Een freet Zougang zu Ärem Kont',
    lead: (until) =>
      `Den Helpdesk gouf gefrot, en neien Zertifikat Äre Kont opmaachen ze loossen, well all déi aner verluer wieren. Wann Dir et net stoppt, kann dat vum ${until} u geschéien. Wann Dir dat net waart, stoppt et elo.`,
    stop: 'Dat sinn ech net: stoppen',
    yours: 'Hutt Dir selwer dorëms gefrot? Da braucht Dir näischt ze maachen.',
    reference: 'Referenz',
    stoppedTitle: 'D’Ufro ass gestoppt',
    overTitle: 'Hei gëtt et näischt ze stoppen',
    overText: 'Et gëtt keng sou eng Ufro, oder si ass schonn entscheet.',
    tooLate: 'Dës Ufro ass ofgeschloss. Wann Dir dat net waart, wennt Iech w. e. g. direkt un den Helpdesk.',
    stopped:
      'D’Ufro ass gestoppt; et ass keen Zertifikat derbäikomm. Ass en Zertifikat vun Iech a friemen Hänn, loosst en vu sengem Aussteller widderruffen.',
  },
  lostTitle: 'All Zertifikater verluer?',
  lost: 'Ech hunn all Zertifikater verluer',
  lostText: 'Funktionéiert kee vun Ären Zertifikater méi? Den Helpdesk hëlleft Iech zréck an Äre Kont.',
  lostAccount: 'Mat kengem méi',
  lostAccountText:
    'Sinn all Är registréiert Zertifikater verluer oder ofgelaf, frot den Helpdesk, dësen zouzeloossen.',
  hint: 'Ee freet den Helpdesk, en neien Zertifikat Äre Kont opmaachen ze loossen.',
  hintLink: 'Kucken a stoppen',
}
