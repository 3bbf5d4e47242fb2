import type { Messages } from '../index.ts'

export const dossiers: Messages['dossiers'] = {
  title: 'Dossiers',
  new: 'Nouvelle démarche',
  empty: 'Aucun dossier pour l’instant',
  emptyText:
    'Un dossier est une demande que vous préparez ici, que vous transmettez et dont vous suivez l’avancement. Ce que votre espace connaît est déjà rempli.',
  older: 'Dossiers plus anciens',
  newest: 'Revenir aux plus récents',
  status: { draft: 'En préparation', submitted: 'Transmis', received: 'Reçu' },
  reference: 'Référence',
  statusLabel: 'Statut',
  lastChange: 'Dernière modification',
  changed: (date: string) => `Modifié le ${date}`,
  changedBy: (date: string, name: string) => `Modifié le ${date} par ${name}`,
  recent: 'Dossiers',
  all: 'Tous les dossiers',

  newLead: {
    private: 'Ces démarches s’effectuent dans un espace privé.',
    business: 'Ces démarches s’effectuent dans un espace professionnel.',
  },
  about: 'En savoir plus sur cette démarche',
  start: 'Commencer',
  nothingOffered: 'Aucune démarche n’est encore proposée ici',
  nothingOfferedText: 'Le catalogue montre ce qui existe pour les autres espaces.',
  draftWaits: (reference: string) => `Vous en préparez déjà une : ${reference}`,
  useDataOff: 'Dans cet espace, vos données ne servent pas à remplir les formulaires.',
  useDataChange: 'Modifier ce réglage',

  wrongKind: {
    private: 'Cette démarche nécessite un espace privé',
    business: 'Cette démarche nécessite un espace professionnel',
  },
  wrongKindText: {
    private:
      'Elle concerne une personne et non une entreprise ; elle ne peut pas s’effectuer dans un espace professionnel. Rien n’a été commencé. Choisissez votre espace privé ou créez-le.',
    business:
      'Elle concerne une entreprise ; elle ne peut pas s’effectuer dans un espace privé. Rien n’a été commencé. Choisissez un espace professionnel ou créez-en un.',
  },
  chooseSpace: 'Choisir un autre espace',

  filledFromData: 'Ce que votre espace connaît est déjà rempli. Vérifiez-le et modifiez ce qui diffère.',
  next: 'Suivant',
  toCheck: 'Suivant : vérifier',
  back: 'Retour',
  later: 'Reprendre plus tard',
  check: 'Vérifier',
  savedLater: 'Enregistré. Vous pouvez continuer quand vous le souhaitez.',
  saved: 'Enregistré.',
  closedForm: 'Ce dossier a déjà été transmis et ne peut plus être modifié.',

  conflictTitle: 'Cette page a été modifiée entre-temps',
  conflictText: (name: string, date: string) =>
    `${name} a enregistré d’autres réponses le ${date}, ou vous l’avez fait dans une autre fenêtre. Rien n’a été écrasé : choisissez ce qui doit rester.`,
  conflictMine: 'Ce que vous avez saisi ici',
  conflictTheirs: (name: string) => `Enregistré par ${name}`,
  conflictSave: 'Garder ces réponses',
  nothing: 'rien',

  checkTitle: 'Vérifier et transmettre',
  checkLead: 'Relisez tout une dernière fois. Vous pouvez encore modifier vos réponses.',
  missing: (n: number) =>
    n === 1
      ? 'Une réponse manque ou ne peut pas être exacte'
      : `${n} réponses manquent ou ne peuvent pas être exactes`,
  missingText: 'Suivez un lien pour corriger ; vous reviendrez ici à la fin.',
  onPage: (page: string) => `sur la page « ${page} »`,
  takeOver: 'Diffère de vos données',
  takeOverText: 'Rien ne change sans votre accord. Ce que vous cochez remplira vos prochains formulaires.',
  takeOverField: (label: string) => `Modifier aussi mes données : ${label}`,
  takeOverChange: (before: string, now: string) => `Jusqu’ici « ${before} », désormais « ${now} »`,
  takeOverNew: (now: string) => `Vide jusqu’ici, désormais « ${now} »`,
  capacity: 'En quelle qualité transmettez-vous ?',
  capacityMissing: 'Choisissez en quelle qualité vous transmettez.',
  sendTitle: 'Ce qui sera transmis',
  sendText: (authority: string) =>
    `Vos réponses et les questions correspondantes sont transmises à : ${authority}. Elles ne pourront ensuite plus être modifiées ici.`,
  sendTo: 'À',
  sendLanguage: 'Langue',
  sendAs: 'Transmis par',
  languages: { de: 'allemand', fr: 'français', en: 'anglais', lb: 'luxembourgeois' },
  submit: 'Transmettre',
  seenTitle: 'Quelque chose a changé depuis l’ouverture de cette page',
  seenText: 'Rien n’a été transmis. Vérifiez à nouveau les réponses ci-dessous, puis transmettez.',

  doneTitle: 'Votre dossier a été transmis',
  doneText: (authority: string) =>
    `Il parvient immédiatement à : ${authority}. Conservez la référence pour toute question.`,
  doneMail: (email: string) => `Une confirmation est envoyée à ${email}.`,
  doneNoMail:
    'Vous n’avez pas d’adresse e-mail confirmée. Confirmez-la pour être averti lorsque l’administration aura reçu le dossier.',
  confirmEmail: 'Voir mon adresse e-mail',
  nextSteps: 'La suite',
  ask: 'À qui s’adresser',
  print: 'Vous pouvez imprimer cette page avec votre navigateur.',
  toDossier: 'Voir le dossier',
  toList: 'Tous les dossiers',

  goOn: 'Continuer',
  goOnText: 'Ce que vous avez saisi jusqu’ici n’est visible que dans cet espace.',
  delete: 'Supprimer ce brouillon',
  deleteTitle: 'Supprimer ce brouillon ?',
  deleteText: (title: string, reference: string) =>
    `Tout ce qui a été saisi dans « ${title} » (${reference}) sera perdu. Cette action est définitive. Les données de l’espace restent.`,
  deleteYes: 'Supprimer',
  deleteNo: 'Conserver',
  deleted: 'Le brouillon a été supprimé.',
  course: 'Déroulement',
  event: {
    created: (name: string) => (name ? `Commencé par ${name}` : 'Commencé'),
    changed: (name) => (name ? `Complété par ${name}` : 'Complété'),
    submitted: (name: string) => (name ? `Transmis par ${name}` : 'Transmis'),
    received: (authority: string) => `Reçu par : ${authority}`,
  },
  theirReference: (reference: string) => `Leur référence : ${reference}`,
  attachments: 'Documents joints',
  frozen: 'Réponses transmises',
  soFar: 'Réponses saisies jusqu’ici',
  submittedOn: 'Transmis le',
  submittedBy: 'Transmis par',
  submittedAs: 'Qualité',
  language: 'Langue',
  authority: 'Administration',
  hash: 'Empreinte (SHA-256)',
  hashText: 'Elle change dès qu’un seul caractère diffère ; l’administration la vérifie.',
  notAnswered: 'sans réponse',
}
