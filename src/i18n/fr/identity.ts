import type { Messages } from '../index.ts'

export const identity: Messages['identity'] = {
  signIn: {
    title: 'Se connecter',
    lead: 'Vous vous connectez avec votre certificat électronique. Choisissez comment le présenter.',
    leadOne: 'Vous vous connectez avec votre certificat électronique.',
    tls: 'Certificat dans ce navigateur ou sur votre carte',
    tlsAbout: (name) =>
      `Pour les certificats de ${name}. Insérez d’abord votre carte ou votre token, si vous en utilisez. Votre navigateur vous demande ensuite quel certificat présenter.`,
    tlsAction: 'Me connecter avec mon certificat',
    oidcAbout: (name) => `Vous passez sur les pages de ${name}, y présentez votre certificat et revenez ici.`,
    samlAbout: (name: string) =>
      `Vous vous identifiez auprès de ${name}, avec un moyen qui y est reconnu, et revenez ici.`,
    oidcAction: (name) => `Continuer avec ${name}`,
    none: 'Aucun moyen de connexion n’est encore configuré sur ce portail.',
    silent: 'Ne répond pas pour le moment. Vous pouvez tout de même essayer.',
    noCertificate: 'Pas de certificat ?',
    noCertificateText: 'Où en obtenir un, quels types existent et ce qui est possible sans certificat.',
    noCertificateLink: 'Aide sur les certificats',
    firstTime: 'Première visite ?',
    firstTimeText:
      'Connectez-vous tout simplement. Un certificat que nous ne connaissons pas encore s’enregistre en quelques minutes, sur la page suivante.',
    hint: 'Bon à savoir',
    protected: 'Après la connexion, vous arrivez sur la page que vous vouliez ouvrir.',
  },
  notices: {
    signed_out: {
      title: 'Vous êtes déconnecté',
      text: 'Sur un ordinateur partagé, fermez aussi toutes les fenêtres du navigateur : il se souvient peut-être du certificat que vous avez présenté.',
    },
    cancelled: {
      title: 'Connexion annulée',
      text: 'Rien ne nous a été transmis. Vous pouvez réessayer ou choisir un autre moyen.',
    },
    session_over: {
      title: 'Votre session est terminée',
      text: 'Vous avez été déconnecté pour votre sécurité. Reconnectez-vous pour reprendre là où vous étiez.',
    },
    kept: {
      title: 'Votre session est terminée',
      text: 'Votre envoi n’a pas été exécuté, mais il n’est pas perdu : nous le conservons chiffré pendant 15 minutes. Connectez-vous avec l’un de vos certificats, et vous le retrouvez dans son formulaire.',
    },
    certificate_removed: {
      title: 'Certificat retiré',
      text: 'Vous avez été déconnecté, car votre session avait été ouverte avec ce certificat. Connectez-vous avec un autre.',
    },
    refused: {
      title: 'Cette connexion n’a pas pu aboutir',
      text: 'Elle a duré trop longtemps, a déjà servi ou a commencé dans un autre navigateur. Veuillez vous reconnecter.',
    },
    registration_over: {
      title: 'Il n’y a plus rien à enregistrer ici',
      text: 'L’enregistrement a duré trop longtemps ou est déjà terminé. Veuillez vous reconnecter.',
    },
    incomplete: {
      title: 'Le fournisseur ne nous en a pas dit assez',
      text: 'Il manque le titulaire du certificat ou son type. Veuillez choisir un autre moyen ou contacter le helpdesk.',
    },
    level_low: {
      title: 'Cette connexion n’est pas assez sûre',
      text: 'Le fournisseur indique que vous vous êtes connecté avec un niveau de garantie inférieur à celui que nous acceptons de sa part. Reconnectez-vous en y choisissant un moyen plus sûr, par exemple une application ou une carte au lieu d’un mot de passe, ou utilisez une autre voie.',
    },
    level_unknown: {
      title: 'Le fournisseur n’a pas indiqué le niveau de cette connexion',
      text: 'Sans niveau de garantie, nous ne pouvons pas l’accepter. Veuillez réessayer ; si cela ne suffit pas, choisissez une autre voie ou contactez le helpdesk.',
    },
    not_fresh: {
      title: 'Le fournisseur ne vous a pas interrogé de nouveau',
      text: 'Pour cette étape, vous prouvez encore une fois qui vous êtes, mais le fournisseur s’est fié à une connexion antérieure. Déconnectez-vous chez lui et réessayez, ou utilisez une autre voie.',
    },
    failed: {
      title: 'La connexion a échoué chez le fournisseur',
      text: 'Sa réponse n’a pas pu être acceptée. Veuillez réessayer ; si cela ne suffit pas, choisissez un autre moyen ou contactez le helpdesk.',
    },
    too_many: {
      title: 'Trop de tentatives',
      text: 'Veuillez attendre dix minutes, puis réessayer.',
    },
  },
  /** As Regulation (EU) No 910/2014 calls them, article 8. */
  levels: { low: 'faible', substantial: 'substantiel', high: 'élevé' },
  unavailable: {
    title: (name) => `${name} est injoignable pour le moment`,
    text: 'Veuillez réessayer dans quelques minutes ou vous connecter autrement.',
  },
  refusal: {
    missing: {
      title: 'Aucun certificat n’a été présenté',
      text: 'Votre navigateur ne nous a envoyé aucun certificat.',
      todo: [
        'Si vous avez fermé la question sur le certificat : réessayez et choisissez-en un.',
        'Si votre navigateur n’a rien demandé : insérez votre carte ou votre token et vérifiez que le certificat est installé dans ce navigateur.',
        'Si vous n’avez pas encore de certificat, lisez comment en obtenir un.',
      ],
    },
    expired: {
      title: 'Votre certificat a expiré',
      text: (date) =>
        `Il était valable jusqu’au ${date}. Un certificat expiré ne permet plus de se connecter.`,
      todo: [
        'Si vous l’avez déjà renouvelé : choisissez le nouveau certificat.',
        'Sinon, renouvelez-le auprès de son émetteur. Vos espaces restent tels quels : le certificat renouvelé les ouvre aussi.',
        'Un autre certificat que vous avez enregistré les ouvre également.',
      ],
    },
    not_yet_valid: {
      title: 'Votre certificat n’est pas encore valable',
      text: (date) => `Il le sera à partir du ${date}.`,
      todo: [
        'Choisissez un autre certificat ou revenez à cette date.',
        'Vérifiez que l’horloge de votre appareil est à l’heure.',
      ],
    },
    untrusted: {
      title: 'Nous ne connaissons pas l’émetteur de ce certificat',
      text: 'Ce portail n’accepte que les certificats de certains émetteurs.',
      todo: [
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Lisez quels certificats sont acceptés ici.',
      ],
    },
    issuer_invalid: {
      title: 'L’émetteur de ce certificat n’est pas fiable',
      text: 'Nous connaissons l’émetteur, mais l’un de ses propres certificats a expiré, a été révoqué ou ne lui permet pas de délivrer le vôtre.',
      todo: [
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Demandez un nouveau certificat à votre émetteur. Il ouvrira aussi vos espaces, qui restent tels quels.',
        'Si vous pensez qu’il s’agit d’une erreur, contactez le helpdesk.',
      ],
    },
    weak: {
      title: 'Ce certificat n’est plus assez sûr',
      text: 'Il repose sur une cryptographie jugée aujourd’hui trop faible : quelqu’un pourrait se faire passer pour vous.',
      todo: [
        'Demandez à son émetteur de le remplacer. Vos espaces restent tels quels : le nouveau certificat les ouvre aussi.',
        'Un autre certificat que vous avez enregistré les ouvre également.',
      ],
    },
    faulty: {
      title: 'Ce certificat comporte un défaut',
      text: 'Nous connaissons son émetteur, mais le certificat n’est pas fait comme les règles le demandent. Vous n’y êtes pour rien.',
      todo: [
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Demandez à son émetteur un certificat sans ce défaut ou contactez le helpdesk.',
      ],
    },
    wrong_usage: {
      title: 'Ce certificat n’est pas fait pour se connecter',
      text: 'Son émetteur l’a prévu pour autre chose, par exemple pour un serveur ou pour chiffrer des e-mails.',
      todo: [
        'Choisissez le certificat d’authentification ; beaucoup de cartes en contiennent deux.',
        'Si vous ne savez pas lequel c’est, demandez à l’émetteur.',
      ],
    },
    unknown_kind: {
      title: 'Nous ne connaissons pas ce type de certificat',
      text: 'Il n’indique ni « Private » ni « Professional » : nous ne savons donc pas pour qui vous agissez.',
      todo: [
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Si vous pensez qu’il s’agit d’une erreur, contactez le helpdesk.',
      ],
    },
    incomplete: {
      title: 'Il manque quelque chose dans ce certificat',
      text: 'Il y manque le numéro de série du titulaire, le nom ou l’entreprise. Sans eux, nous ne pouvons pas vous reconnaître.',
      todo: [
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Si vous pensez qu’il s’agit d’une erreur, contactez le helpdesk.',
      ],
    },
    revoked: {
      title: 'Votre certificat a été révoqué',
      text: (date) =>
        `Son émetteur l’a déclaré invalide le ${date}, avant son terme. Il ne permet plus de se connecter.`,
      todo: [
        'Si vous avez déclaré une carte perdue ou l’avez fait remplacer : choisissez le nouveau certificat.',
        'Un autre certificat que vous avez enregistré ouvre également vos espaces. Rien n’y est perdu.',
        'Si vous n’en connaissez pas la raison, demandez à l’émetteur de votre certificat.',
      ],
    },
    revocation_unknown: {
      title: 'L’émetteur ne connaît pas ce certificat',
      text: 'Nous avons demandé à l’émetteur s’il est encore valable. Il répond que ce certificat n’existe pas.',
      todo: [
        'S’il est tout récent : réessayez dans une heure.',
        'Si vous avez plusieurs certificats, choisissez-en un autre.',
        'Si cela persiste, demandez à l’émetteur de votre certificat.',
      ],
    },
    revocation_unanswered: {
      title: 'Nous ne pouvons pas vérifier votre certificat pour le moment',
      text: 'Avant chaque connexion, nous demandons à l’émetteur du certificat s’il a été révoqué. Il ne répond pas en ce moment ; nous ne pouvons donc laisser entrer personne avec ce certificat. Vous n’avez commis aucune erreur.',
      todo: [
        'Veuillez réessayer dans quelques minutes.',
        'Si c’est urgent, utilisez un autre moyen de vous connecter ou un certificat d’un autre émetteur que vous avez enregistré.',
      ],
    },
    over: {
      title: 'Cette connexion est terminée',
      text: 'Elle a duré trop longtemps ou n’a pas commencé sur notre page de connexion.',
      todo: ['Revenez en arrière et recommencez : cela ne prend qu’un instant.'],
    },
    too_many: {
      title: 'Trop de tentatives',
      text: 'De très nombreuses connexions ont été tentées depuis votre adresse.',
      todo: ['Veuillez attendre dix minutes, puis réessayer.'],
    },
    unavailable: {
      title: 'La connexion est impossible pour le moment',
      text: 'Une partie de ce service ne répond pas. Votre certificat n’est pas en cause.',
      todo: ['Veuillez réessayer dans quelques minutes.'],
    },
    whatToDo: 'Ce que vous pouvez faire',
    again: 'Choisir un autre certificat',
    tryAgain: 'Réessayer',
    back: 'Autres moyens de se connecter',
    help: 'Aide sur les certificats',
    remembers: 'Votre navigateur ne demande rien ?',
    remembersText:
      'Les navigateurs retiennent votre choix. Pour qu’il vous soit redemandé, fermez toutes les fenêtres du navigateur ou ouvrez une fenêtre privée.',
  },
  registration: {
    title: 'Bienvenue : enregistrez votre certificat',
    lead: 'C’est votre première visite avec ce certificat. L’enregistrement prend environ deux minutes ; ensuite, il suffit de vous connecter.',
    certificate: 'Votre certificat',
    holder: 'Titulaire',
    kind: 'Type',
    kinds: { private: 'Private', professional: 'Professional' },
    organization: 'Entreprise',
    organizationIdentifier: 'Identifiant de l’entreprise',
    serialNumber: 'Numéro de série',
    provider: 'De',
    validTo: 'Valable jusqu’au',
    namesFixed: 'Les noms viennent de votre certificat. S’ils sont faux, son émetteur peut les corriger.',
    number: 'Numéro d’identification national',
    numberLabel: 'Votre numéro d’identification national',
    numberHint:
      '13 chiffres, comme sur votre carte de sécurité sociale, par exemple 1985 03 27 123 45. Les espaces ne comptent pas.',
    numberWhy:
      'Il vous distingue des personnes du même nom et garantit que vos espaces n’appartiennent qu’à vous. Nous le conservons chiffré.',
    noNumber: 'Je n’en ai pas',
    numberConfirmed: (from) => `Votre numéro d’identification national est confirmé : ${from}.`,
    fromCertificate: 'il vient de votre certificat',
    fromClaim: (name) => `il vient de ${name}`,
    contact: 'Comment vous joindre',
    email: 'E-mail pour les notifications',
    emailHint:
      'Nous y envoyons un lien qui confirme l’adresse. Les messages ne contiennent jamais rien de confidentiel.',
    language: 'Langue dans laquelle nous vous écrivons',
    terms: 'Conditions d’utilisation',
    termsLabel: 'J’accepte les conditions d’utilisation',
    termsRead: 'Lire les conditions d’utilisation',
    termsVersion: (version) => `Version ${version}`,
    privacy:
      'L’avis sur la protection des données explique comment nous traitons vos données. Vous n’avez pas à l’accepter.',
    submit: 'Enregistrer et continuer',
    cancel: 'Annuler l’enregistrement',
    cancelText: 'Rien ne sera conservé.',
    next: 'Et ensuite',
    nextSteps: [
      'Nous envoyons un lien à votre adresse e-mail. Il est valable 24 heures.',
      'Vous créez votre premier espace : l’espace privé ou un espace pour votre entreprise.',
      'Vos données remplissent les formulaires de votre première démarche.',
    ],
    time: 'Vous disposez de 50 minutes pour cette page.',
    errors: {
      numberMissing: 'Saisissez votre numéro d’identification national ou cochez « Je n’en ai pas ».',
      numberBoth: 'Saisissez un numéro ou cochez « Je n’en ai pas », mais pas les deux.',
      numberRefused:
        'Nous ne pouvons pas vous enregistrer avec ce numéro. Veuillez le vérifier. Si vous êtes déjà venu, connectez-vous avec votre certificat enregistré ; sinon, le helpdesk vous aidera.',
      numberTooMany:
        'Trop de numéros ont été essayés. Veuillez attendre une heure ou contacter le helpdesk. Vous pouvez aussi cocher « Je n’en ai pas » et ajouter le numéro plus tard.',
      givenRefused:
        'Le numéro figurant dans votre certificat appartient à un compte déjà enregistré. Veuillez vous connecter avec le certificat enregistré ou contacter le helpdesk.',
      emailMissing: 'Saisissez votre adresse e-mail.',
      terms: 'Pour vous enregistrer, veuillez accepter les conditions d’utilisation.',
      language: 'Choisissez une langue.',
    },
    tooMany: 'Trop de tentatives. Veuillez attendre une heure ou contacter le helpdesk.',
    helpdesk: 'Contacter le helpdesk',
  },
  session: {
    title: 'Votre session',
    ends: (time) => `Votre session se termine à ${time} si vous ne faites rien d’ici là.`,
    endsFinal: (time) => `Elle se termine au plus tard à ${time} : vous devrez alors vous reconnecter.`,
    stay: 'Rester connecté',
    back: 'Retour à la page précédente',
    extended: 'Vous êtes toujours connecté.',
  },
  email: {
    title: 'Mon adresse e-\u2060mail',
    lead: 'Nous écrivons à cette adresse quand il se passe quelque chose dans vos espaces. Les messages ne contiennent jamais rien de confidentiel.',
    confirmed: 'Confirmée',
    open: 'Pas encore confirmée',
    current: 'Adresse utilisée',
    waiting: 'En attente de confirmation',
    none: 'Vous n’avez pas encore indiqué d’adresse.',
    openText: (email) =>
      `Nous avons envoyé un lien à ${email}. Ouvrez-le dans les 24 heures pour confirmer l’adresse. D’ici là, nous n’y envoyons rien d’autre.`,
    openOld: (email) => `D’ici là, nous continuons d’écrire à ${email}.`,
    spam: 'Pas de message ? Regardez dans les indésirables ou faites renvoyer le lien.',
    resend: 'Renvoyer le lien',
    change: 'Modifier l’adresse',
    label: 'Nouvelle adresse e-mail',
    labelFirst: 'Adresse e-mail',
    submit: 'Envoyer le lien de confirmation',
    back: 'Gérer mes espaces',
    missing: 'Saisissez votre adresse e-mail.',
    tooMany:
      'Nous avons déjà envoyé beaucoup de liens. Veuillez attendre une heure avant d’en demander un autre.',
    notices: {
      requested: 'Nous vous avons envoyé un lien. Ouvrez-le dans les 24 heures.',
      unchanged: 'Cette adresse est déjà confirmée. Rien n’a changé.',
    },
    confirmTitle: 'Confirmer votre adresse e-\u2060mail',
    confirmText: (email) => `Voulez-vous recevoir nos messages à l’adresse ${email} ?`,
    confirm: 'Oui, confirmer cette adresse',
    confirmNot: 'Si vous n’êtes pas à l’origine de cette demande, fermez cette page : il ne se passera rien.',
    doneTitle: 'Votre adresse e-\u2060mail est confirmée',
    doneText: 'Désormais, nous vous y écrirons quand il se passera quelque chose dans vos espaces.',
    usedTitle: 'Cette adresse est déjà confirmée',
    usedText: 'Le lien a fait son travail. Il n’y a plus rien à faire.',
    expiredTitle: 'Ce lien n’est plus valable',
    expiredText:
      'Il datait de plus de 24 heures, ou vous avez indiqué une autre adresse depuis. Connectez-vous pour en recevoir un nouveau.',
    continue: 'Continuer vers mes espaces',
    again: 'Demander un nouveau lien',
  },
}
