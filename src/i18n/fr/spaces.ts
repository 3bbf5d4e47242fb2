import type { Messages } from '../index.ts'

export const spaces: Messages['spaces'] = {
  manage: {
    title: 'Gérer mes espaces',
    signedInWith: {
      private:
        'Vous êtes connecté avec votre certificat « Private ». Chaque certificat que vous avez enregistré mène ici.',
      professional: (company) =>
        `Vous êtes connecté avec votre certificat « Professional » de ${company}. Chaque certificat que vous avez enregistré mène ici.`,
    },
    private: 'Espace privé',
    business: 'Espaces professionnels',
    drafts: (n) => (n === 1 ? '1 dossier en préparation' : `${n} dossiers en préparation`),
    noDrafts: 'Aucun dossier en préparation',
    role: { administrator: 'Administrateur', manager: 'Gestionnaire', reader: 'Lecteur' },
    createPrivate: 'Créer mon espace privé',
    createPrivateText:
      'Pour vos propres démarches : certificats, demandes, déclarations. Vous saisissez vos données une fois et elles remplissent les formulaires suivants.',
    createBusiness: 'Créer un espace professionnel',
    createBusinessText: 'Pour votre entreprise, votre association ou votre activité indépendante.',
    none: 'Vous n’avez pas encore d’espace professionnel.',
    search: 'Rechercher dans mes espaces',
    searchHint: 'Titre ou code',
    searchButton: 'Rechercher',
    showAll: 'Tout afficher',
    found: (n) => (n === 0 ? 'Aucun espace trouvé' : n === 1 ? '1 espace trouvé' : `${n} espaces trouvés`),
    nothingFound: (search) => `Aucun espace ne correspond à « ${search} ».`,
    nothingFoundText: 'Vérifiez l’orthographe ou cherchez le code.',
    more: 'Afficher plus d’espaces',
  },
  limit: {
    used: (used, allowed) =>
      `${used} sur ${allowed} ${allowed === 1 ? 'espace professionnel utilisé' : 'espaces professionnels utilisés'}`,
    reachedTitle: 'Vous avez atteint la limite',
    reached: (allowed) =>
      allowed === 1
        ? 'Vous pouvez avoir un espace professionnel, quel que soit le certificat utilisé. Fermez un espace vide ou demandez au helpdesk de relever votre limite.'
        : `Vous pouvez avoir au plus ${allowed} espaces professionnels, quel que soit le certificat utilisé. Fermez un espace vide ou demandez au helpdesk de relever votre limite.`,
    noneTitle: 'Pas d’espace professionnel',
    none: 'Vous ne pouvez pas créer d’espace professionnel pour le moment. Adressez-vous au helpdesk si vous en avez besoin.',
    help: 'En savoir plus sur la limite',
  },
  first: {
    eyebrow: 'Gérer mes espaces',
    title: (name) => `Bienvenue, ${name}`,
    lead: 'Un espace conserve vos dossiers et vos données en sécurité. Ce que vous saisissez une fois remplit le formulaire suivant. Lequel vous faut-il d’abord ? Vous pourrez créer l’autre à tout moment.',
    private: {
      title: 'Espace privé',
      text: 'Pour vous en tant que particulier.',
      does: 'Accomplir vos démarches personnelles, par exemple un certificat de résidence',
      keeps: 'Conserver vos données personnelles pour remplir vos formulaires',
      howMany: 'Un par personne, accessible avec chaque certificat que vous avez enregistré',
    },
    business: {
      title: 'Espace professionnel',
      text: 'Pour une entreprise, une association ou une activité indépendante.',
      does: 'Accomplir les démarches de votre entreprise, par exemple une autorisation d’établissement',
      keeps: 'Conserver les données de votre entreprise pour remplir ses formulaires',
      howMany: (allowed) => `Jusqu’à ${allowed} par personne, avec l’un ou l’autre type de certificat`,
    },
    time: (minutes) => `Environ ${minutes} minutes`,
    more: 'En savoir plus sur les espaces',
  },
  email: {
    title: 'Veuillez confirmer votre adresse e-\u2060mail',
    text: (email) =>
      `Nous avons envoyé un lien à ${email}. Tant que vous ne l’avez pas ouvert, vous ne recevez aucun message sur vos dossiers.`,
    none: 'Vous n’avez pas indiqué d’adresse e-mail et ne recevez donc aucun message sur vos dossiers.',
    action: 'Renvoyer le lien ou changer l’adresse',
  },
  closed: {
    title: 'Fermés récemment',
    text: 'Vous pouvez rétablir un espace fermé pendant 30 jours.',
    row: (closed, until) => `Fermé le ${closed}. Peut être rétabli jusqu’au ${until}.`,
    restore: 'Rétablir',
  },
  create: {
    privateTitle: 'Créer mon espace privé',
    privateLead:
      'Nous conservons ces données dans votre espace. Elles rempliront vos formulaires et vous pourrez les modifier à tout moment.',
    businessTitle: 'Créer un espace professionnel',
    businessLead:
      'Nous conservons ces données dans l’espace. Elles rempliront les formulaires de votre entreprise et vous pourrez les modifier à tout moment.',
    prefillTitle: 'Évitez de tout saisir',
    prefillText:
      'Nous reprenons votre nom du certificat avec lequel vous êtes connecté. Ce que vous avez déjà saisi ne change pas.',
    prefill: 'Préremplir à partir de mon certificat',
    prefilled: 'Prérempli à partir de votre certificat. Veuillez vérifier les données.',
    nothingToPrefill: 'Votre certificat n’ajoute rien à ce qui figure déjà ici.',
    knownTitle: 'Nous connaissons déjà une partie',
    known: 'Ce que vous avez indiqué lors de l’enregistrement est repris ici. Veuillez le vérifier.',
    professionalTitle: (company) => `Pour ${company}`,
    professional:
      'Le nom et l’identifiant de l’entreprise proviennent de votre certificat « Professional ». Ils sont vérifiés et ne peuvent pas être modifiés ici.',
    oneUserTitle: 'Cet espace aura un seul utilisateur : vous',
    oneUser:
      'Vous êtes connecté avec un certificat « Private ». Pour partager un espace avec des collègues, connectez-vous avec un certificat « Professional » de l’entreprise et créez-le ensuite.',
    capacity: 'En quelle qualité agissez-vous ?',
    capacityMissing: 'Choisissez en quelle qualité vous agissez.',
    confirm: 'Valider',
    cancel: 'Annuler',
    sameCompanyTitle: 'Vous avez déjà un espace pour cette entreprise',
    sameCompany:
      'Rien n’a encore été créé. Ouvrez l’espace existant, ou validez si vous en voulez un de plus.',
    sameCompanyBefore: 'Vous pouvez ouvrir l’espace existant ou en créer un de plus ci-dessous.',
    confirmAnyway: 'Valider : créer un espace de plus',
  },
  capacity: {
    manager: 'Dirigeant ou gérant',
    employee: 'Salarié',
    representative: 'Mandataire',
    self_employed: 'Indépendant',
  },
  overview: {
    title: (name) => `Bonjour, ${name}`,
    newDossier: 'Nouvelle démarche',
    waiting: 'En attente de votre part',
    waitingMore: (n) => (n === 1 ? '1 autre en préparation' : `${n} autres en préparation`),
    recent: 'Dossiers récents',
    all: 'Tous les dossiers',
    emptyTitle: 'Aucun dossier pour le moment',
    emptyPrivate:
      'Choisissez une démarche. Vos données remplissent le formulaire ; vous pouvez vous arrêter et reprendre à tout moment.',
    emptyBusiness:
      'Choisissez une démarche. Les données de votre entreprise remplissent le formulaire ; vous pouvez vous arrêter et reprendre à tout moment.',
    emptyReader: 'Dès que quelqu’un commence un dossier dans cet espace, vous le trouvez ici.',
    missing: (fields) => `Il manque encore : ${fields}.`,
    usedIn: (n) => (n === 1 ? 'Utile dans 1 formulaire.' : `Utile dans ${n} formulaires.`),
    complete: 'Tout est rempli. Vos formulaires ne demandent plus que ce qui est nouveau.',
    fillIn: 'Compléter mes données',
    show: 'Afficher mes données',
    off: 'Vos données ne servent pas à remplir des formulaires pour le moment.',
  },
  closure: {
    title: 'Fermer cet espace',
    ask: (title) => `Voulez-vous fermer « ${title} » ?`,
    noEntry: 'Plus personne ne pourra l’ouvrir.',
    frees: 'Il ne compte plus : vous pouvez en créer un autre à sa place.',
    undo: 'Vous pouvez le rétablir pendant 30 jours sous « Gérer mes espaces ».',
    confirm: 'Fermer l’espace',
    keep: 'Le garder',
    notEmptyTitle: 'Cet espace ne peut pas être fermé',
    notEmpty: (n) =>
      `Il contient ${n === 1 ? 'un dossier' : `${n} dossiers`}. Seul un espace vide peut être fermé. Vous pouvez supprimer les dossiers en préparation ; les dossiers transmis sont conservés.`,
    toDossiers: 'Afficher les dossiers',
    documentsLeft: (n) =>
      n === 1
        ? 'Il contient un document. Seul un espace vide peut être fermé. Enregistrez-le ailleurs si nécessaire, puis supprimez-le ici.'
        : `Il contient ${n} documents. Seul un espace vide peut être fermé. Enregistrez-les ailleurs si nécessaire, puis supprimez-les ici.`,
    toDocuments: 'Afficher les documents',
  },
  notices: {
    private_exists: 'Vous avez déjà un espace privé. Il y en a un par personne.',
    created_private: 'Votre espace privé est prêt.',
    created_business: 'L’espace professionnel est prêt.',
    created_next: 'Commencez votre premier dossier : vos données y sont déjà.',
    closed: 'L’espace est fermé. Vous pouvez le rétablir pendant 30 jours.',
    reopened: 'L’espace est de nouveau ouvert.',
    reopen_private_exists:
      'Cet espace ne peut pas être rétabli, car vous avez entre-temps un autre espace privé. Il y en a un par personne.',
    reopen_limit:
      'Cet espace ne peut pas être rétabli, car vous avez atteint votre limite d’espaces professionnels.',
  },
  /** For administrators of a space. */
  activity: {
    title: 'Activité dans cet espace',
    lead: 'Ce qui s’est passé dans cet espace et qui l’a fait, le plus récent d’abord. Seuls les administrateurs le lisent.',
    privateLead:
      'Ce qui s’est passé dans votre espace privé, le plus récent d’abord. Personne d’autre ne le lit.',
    about: 'À propos de',
    abouts: {
      all: 'Tout',
      users: 'Utilisateurs et invitations',
      dossiers: 'Dossiers',
      documents: 'Documents',
      data: 'Données et l’espace lui-même',
    },
    show: 'Afficher',
    none: 'Rien ici',
    noneText: 'Ce qui se passe dans cet espace apparaît ici.',
    older: 'Afficher plus ancien',
    newest: 'Revenir au plus récent',
    authority: 'L’administration',
    scanner: 'L’antivirus',
  },
}
