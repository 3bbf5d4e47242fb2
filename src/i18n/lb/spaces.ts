import type { Messages } from '../index.ts'

export const spaces: Messages['spaces'] = {
  manage: {
    title: 'Meng Espacë geréieren',
    signedInWith: {
      private:
        'Dir sidd mat Ärem Zertifikat „Private“ ageloggt. All Zertifikat, dat Dir registréiert hutt, féiert heihin.',
      professional: (company) =>
        `Dir sidd mat Ärem Zertifikat „Professional“ vun ${company} ageloggt. All Zertifikat, dat Dir registréiert hutt, féiert heihin.`,
    },
    private: 'Privaten Espace',
    business: 'Professionell Espacen',
    drafts: (n) => `${n} ${n === 1 ? 'Dossier' : 'Dossieren'} a Virbereedung`,
    noDrafts: 'Keen Dossier a Virbereedung',
    role: { administrator: 'Administrateur', manager: 'Gestionnaire', reader: 'Lieser' },
    createPrivate: 'Mäi privaten Espace uleeën',
    createPrivateText:
      'Fir Är eege Demarchen: Certificaten, Ufroen, Deklaratiounen. Dir gitt Är Donnéeën eng Kéier an, duerno fëlle si déi nächst Formulairen.',
    createBusiness: 'E professionellen Espace uleeën',
    createBusinessText: 'Fir Är Entreprise, Är Associatioun oder Är selbststänneg Aktivitéit.',
    none: 'Dir hutt nach kee professionellen Espace.',
    search: 'Meng Espacen duerchsichen',
    searchHint: 'Titel oder Code',
    searchButton: 'Sichen',
    showAll: 'All weisen',
    found: (n) => (n === 0 ? 'Keen Espace fonnt' : n === 1 ? '1 Espace fonnt' : `${n} Espacë fonnt`),
    nothingFound: (search) => `Keen Espace passt op „${search}“.`,
    nothingFoundText: 'Kuckt d’Schreifweis no oder sicht nom Code.',
    more: 'Méi Espacë weisen',
  },
  limit: {
    used: (used, allowed) =>
      `${used} vun ${allowed} ${allowed === 1 ? 'professionellen Espace' : 'professionellen Espacë'} genotzt`,
    reachedTitle: 'Dir hutt d’Limitt erreecht',
    reached: (allowed) =>
      allowed === 1
        ? 'Dir kënnt ee professionellen Espace hunn, egal wéi en Zertifikat Dir benotzt. Maacht een eidelen Espace zou oder frot den Helpdesk, Är Limitt eropzesetzen.'
        : `Dir kënnt héchstens ${allowed} professionell Espacen hunn, egal wéi en Zertifikat Dir benotzt. Maacht een eidelen Espace zou oder frot den Helpdesk, Är Limitt eropzesetzen.`,
    noneTitle: 'Keng professionell Espacen',
    none: 'Dir kënnt de Moment keng professionell Espacen uleeën. Frot den Helpdesk, wann Dir ee braucht.',
    help: 'Méi iwwer d’Limitt',
  },
  first: {
    eyebrow: 'Meng Espacë geréieren',
    title: (name) => `Wëllkomm, ${name}`,
    lead: 'En Espace hält Är Dossieren an Är Donnéeë sécher op. Wat Dir eng Kéier agitt, fëllt deen nächste Formulaire. Wéi ee braucht Dir fir d’éischt? Deen anere kënnt Dir zu all Moment uleeën.',
    private: {
      title: 'Privaten Espace',
      text: 'Fir Iech als Privatpersoun.',
      does: 'Är perséinlech Demarchë maachen, zum Beispill e Certificat de résidence',
      keeps: 'Är perséinlech Donnéeën ophalen a Formulairen domat fëlle loossen',
      howMany: 'Ee pro Persoun, z’erreeche mat all Zertifikat, dat Dir registréiert hutt',
    },
    business: {
      title: 'Professionellen Espace',
      text: 'Fir eng Entreprise, eng Associatioun oder eng selbststänneg Aktivitéit.',
      does: 'D’Demarchë vun Ärer Entreprise maachen, zum Beispill eng Niddeloossungsgeneemegung',
      keeps: 'D’Donnéeë vun Ärer Entreprise ophalen an hir Formulairen domat fëlle loossen',
      howMany: (allowed) => `Bis zu ${allowed} pro Persoun, mat allen zwou Zorte vun Zertifikat`,
    },
    time: (minutes) => `Ongeféier ${minutes} Minutten`,
    more: 'Méi iwwer Espacen',
  },
  email: {
    title: 'Confirméiert w. e. g. Är E-\u2060Mail-Adress',
    text: (email) =>
      `Mir hunn e Link op ${email} geschéckt. Soulaang Dir en net opgemaach hutt, kritt Dir keng Messagen iwwer Är Dossieren.`,
    none: 'Dir hutt keng E-Mail-Adress uginn a kritt dofir keng Messagen iwwer Är Dossieren.',
    action: 'De Link nach eng Kéier schécken oder d’Adress änneren',
  },
  closed: {
    title: 'Viru Kuerzem zougemaach',
    text: 'Dir kënnt en zougemaachten Espace 30 Deeg laang zréckhuelen.',
    row: (closed, until) => `Den ${closed} zougemaach. Kann bis den ${until} zréckgeholl ginn.`,
    restore: 'Zréckhuelen',
  },
  create: {
    privateTitle: 'Mäi privaten Espace uleeën',
    privateLead:
      'Dës Donnéeën hale mir an Ärem Espace op. Si fëlle spéider Är Formulairen, an Dir kënnt se zu all Moment änneren.',
    businessTitle: 'E professionellen Espace uleeën',
    businessLead:
      'Dës Donnéeën hale mir am Espace op. Si fëlle spéider d’Formulairë vun Ärer Entreprise, an Dir kënnt se zu all Moment änneren.',
    prefillTitle: 'Spuert Iech d’Tippen',
    prefillText:
      'Mir iwwerhuelen Ären Numm aus dem Zertifikat, mat deem Dir ageloggt sidd. Wat Dir schonn aginn hutt, bleift stoen.',
    prefill: 'Aus mengem Zertifikat virausfëllen',
    prefilled: 'Aus Ärem Zertifikat virausgefëllt. Kuckt d’Donnéeë w. e. g. no.',
    nothingToPrefill: 'Äert Zertifikat bréngt näischt dobäi, wat net schonn hei steet.',
    knownTitle: 'Eppes wësse mir schonn',
    known: 'Wat Dir bei der Registréierung uginn hutt, ass agedroen. Kuckt et w. e. g. no.',
    professionalTitle: (company) => `Fir ${company}`,
    professional:
      'Den Numm an den Identifiant vun der Entreprise kommen aus Ärem Zertifikat „Professional“. Si si gepréift a kënnen hei net geännert ginn.',
    oneUserTitle: 'Dësen Espace huet een eenzege Benotzer: Iech',
    oneUser:
      'Dir sidd mat engem Zertifikat „Private“ ageloggt. Wann Dir den Espace mat Kolleegen deele wëllt, loggt Iech mat engem Zertifikat „Professional“ vun der Entreprise an a leet en dann un.',
    capacity: 'A wéi enger Qualitéit handelt Dir?',
    capacityMissing: 'Wielt, a wéi enger Qualitéit Dir handelt.',
    confirm: 'Bestätegen',
    cancel: 'Ofbriechen',
    sameCompanyTitle: 'Dir hutt schonn en Espace fir dës Entreprise',
    sameCompany:
      'Et gouf nach näischt ugeluecht. Maacht den Espace op, deen Dir hutt, oder bestätegt, wann Dir nach ee wëllt.',
    sameCompanyBefore: 'Dir kënnt den Espace opmaachen, deen Dir hutt, oder hei drënner nach een uleeën.',
    confirmAnyway: 'Bestätegen: nach een Espace uleeën',
  },
  capacity: {
    manager: 'Geschäftsféierer oder Gérant',
    employee: 'Employé',
    representative: 'Mandataire',
    self_employed: 'Selbststännegen',
  },
  overview: {
    title: (name) => `Moien, ${name}`,
    newDossier: 'Nei Demarche',
    waiting: 'Waart op Iech',
    waitingMore: (n) => (n === 1 ? 'Nach 1 a Virbereedung' : `Nach ${n} a Virbereedung`),
    recent: 'Lescht Dossieren',
    all: 'All Dossieren',
    emptyTitle: 'Nach keen Dossier',
    emptyPrivate:
      'Sicht eng Demarche eraus. Är Donnéeë fëllen de Formulaire, an Dir kënnt zu all Moment ophalen a méi spéit virufueren.',
    emptyBusiness:
      'Sicht eng Demarche eraus. D’Donnéeë vun Ärer Entreprise fëllen de Formulaire, an Dir kënnt zu all Moment ophalen a méi spéit virufueren.',
    emptyReader: 'Soubal een an dësem Espace en Dossier ufänkt, fannt Dir en hei.',
    missing: (fields) => `Nach net ausgefëllt: ${fields}.`,
    usedIn: (n) => (n === 1 ? 'Hëlleft an 1 Formulaire.' : `Hëlleft an ${n} Formulairen.`),
    complete: 'Alles ass ausgefëllt. Är Formulairë brauchen nëmmen nach dat, wat nei ass.',
    fillIn: 'Meng Donnéeë vervollstännegen',
    show: 'Meng Donnéeë weisen',
    off: 'Är Donnéeë ginn am Moment net benotzt, fir Formulairen auszefëllen.',
  },
  closure: {
    title: 'Dësen Espace zoumaachen',
    ask: (title) => `Wëllt Dir „${title}“ zoumaachen?`,
    noEntry: 'Kee kann e méi opmaachen.',
    frees: 'E zielt net méi: Dir kënnt op senger Plaz en aneren uleeën.',
    undo: 'Dir kënnt en 30 Deeg laang ënner „Meng Espacë geréieren“ zréckhuelen.',
    confirm: 'Espace zoumaachen',
    keep: 'Behalen',
    notEmptyTitle: 'Dësen Espace kann net zougemaach ginn',
    notEmpty: (n) =>
      `Et ${n === 1 ? 'ass een Dossier' : `sinn ${n} Dossieren`} dran. Nëmmen en eidelen Espace kann zougemaach ginn. Dossieren a Virbereedung kënnt Dir läschen; déi iwwermëttelt bleiwen erhalen.`,
    toDossiers: 'D’Dossiere weisen',
    documentsLeft: (n) =>
      n === 1
        ? 'Et ass een Dokument dran. Nëmmen en eidelen Espace kann zougemaach ginn. Späichert et soss anzwousch of, wann Dir et braucht, a läscht et hei.'
        : `Et sinn ${n} Dokumenter dran. Nëmmen en eidelen Espace kann zougemaach ginn. Späichert se soss anzwousch of, wann Dir se braucht, a läscht se hei.`,
    toDocuments: 'D’Dokumenter weisen',
  },
  notices: {
    private_exists: 'Dir hutt schonn e privaten Espace. Et gëtt ee pro Persoun.',
    created_private: 'Äre privaten Espace ass prett.',
    created_business: 'De professionellen Espace ass prett.',
    created_next: 'Fänkt Ären éischten Dossier un: Är Donnéeë si schonn do.',
    closed: 'Den Espace ass zou. Dir kënnt en 30 Deeg laang zréckhuelen.',
    reopened: 'Den Espace ass erëm op.',
    reopen_private_exists:
      'Dësen Espace kann net zréckgeholl ginn, well Dir mëttlerweil en anere privaten Espace hutt. Et gëtt ee pro Persoun.',
    reopen_limit:
      'Dësen Espace kann net zréckgeholl ginn, well Dir Är Limitt vu professionellen Espacen erreecht hutt.',
  },
  /** For administrators of a space. */
  activity: {
    title: 'Aktivitéit an dësem Espace',
    lead: 'Wat an dësem Espace geschitt ass a wien et gemaach huet, dat Neist fir d’éischt. Nëmmen Administrateure liesen dat.',
    privateLead: 'Wat an Ärem privaten Espace geschitt ass, dat Neist fir d’éischt. Keen anere liest dat.',
    about: 'Iwwer',
    abouts: {
      all: 'Alles',
      users: 'Benotzer an Invitatiounen',
      dossiers: 'Dossieren',
      documents: 'Dokumenter',
      data: 'Donnéeën an den Espace selwer',
    },
    show: 'Weisen',
    none: 'Hei ass näischt',
    noneText: 'Wat an dësem Espace geschitt, steet hei.',
    older: 'Méi al weisen',
    newest: 'Zréck bei dat Neist',
    authority: 'D’Administratioun',
    scanner: 'De Virescanner',
  },
}
