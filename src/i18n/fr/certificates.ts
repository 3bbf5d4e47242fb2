/** « Mes certificats » : plusieurs pour une personne, en ajouter un ou en retirer un. */
export const certificates = {
  title: 'Mes certificats',
  lead: 'Chacun de ces certificats ouvre vos espaces. Avec plusieurs, vous y accédez encore quand une carte est perdue ou expire.',
  inUse: 'Utilisé en ce moment',
  expired: 'Expiré',
  kinds: { private: 'Certificat « Private »', professional: 'Certificat « Professional »' },
  holder: 'Titulaire',
  organization: 'Entreprise',
  organizationIdentifier: 'Identifiant de l’entreprise',
  serialNumber: 'Numéro de série',
  serialNumberHint: 'La personne qui vous invite dans un espace professionnel peut vous le demander.',
  provider: 'De',
  validity: 'Valable',
  validUntil: (date: string) => `jusqu’au ${date}`,
  validBetween: (from: string, to: string) => `du ${from} au ${to}`,
  registered: 'Enregistré',
  lastUsed: 'Dernière utilisation',
  remove: 'Retirer',
  add: 'Enregistrer un autre certificat',
  addText:
    'Présentez maintenant l’autre certificat. Vous restez connecté et il ouvrira les mêmes espaces. Les noms qu’il contient doivent être les vôtres ; accents, majuscules, traits d’union et ordre des noms ne comptent pas.',
  addWith: (name: string) => `Le présenter : ${name}`,
  addCertificate: 'certificat dans ce navigateur ou sur votre carte',
  remembers:
    'Votre navigateur présente de nouveau le même certificat sans rien demander ? Utilisez une fenêtre privée et un code d’activation.',
  code: 'Code d’activation',
  codeText:
    'L’autre certificat se trouve sur un autre appareil ? Connectez-vous là-bas avec lui et saisissez un code que vous faites afficher ici.',
  codeShow: 'Afficher un code d’activation',
  codeTitle: 'Votre code d’activation',
  codeLead: (time: string) => `Il est valable jusqu’à ${time} et ne sert qu’une fois.`,
  codeSteps: [
    'Sur l’autre appareil, connectez-vous avec le certificat à ajouter.',
    'Sur la page suivante, choisissez « J’ai déjà un compte » et saisissez le code.',
    'Le certificat ouvre alors aussi vos espaces. Nous vous l’annonçons par e-mail.',
  ],
  codeSecret: 'Gardez ce code pour vous : personne du portail ni du helpdesk ne vous le demandera.',
  codeTooMany: 'Vous avez déjà fait afficher beaucoup de codes. Veuillez patienter une heure.',
  back: 'Retour à mes certificats',
  continue: 'Continuer',
  waiting: 'En attente du helpdesk',
  waitingText:
    'Ces certificats n’ont pas pu être enregistrés tout de suite : ils nomment leur titulaire autrement ou sont déjà enregistrés. Le helpdesk règle cela avec vous.',
  notRegistered: (why: string) => `non enregistré : ${why}`,
  waitingSince: (date: string) => `depuis le ${date}`,
  notices: {
    registered: 'Le certificat est enregistré. Désormais, il ouvre vos espaces.',
    known: 'Ce certificat est déjà enregistré pour vous. Rien n’a changé.',
    refused:
      'Ce certificat ne peut pas être enregistré tel quel pour votre compte : il nomme son titulaire autrement ou est déjà enregistré. Il figure maintenant sur la liste du helpdesk.',
    too_many: 'Trop de certificats ont été essayés. Veuillez patienter une heure.',
    removed: 'Le certificat est retiré. Il n’ouvre plus rien.',
    renewed:
      'Nous avons reconnu votre certificat renouvelé : il remplace le précédent. Ce n’est pas vous qui l’avez renouvelé ? Contactez alors immédiatement le helpdesk.',
  },
  removal: {
    title: 'Retirer ce certificat ?',
    lead: 'Il ne permettra plus de se connecter, et les sessions ouvertes avec lui prennent fin. Vos espaces et vos dossiers restent.',
    inUse:
      'Vous êtes connecté avec ce certificat. Vous serez déconnecté et vous reconnecterez avec un autre.',
    again: 'Vous pourrez l’enregistrer de nouveau plus tard.',
    confirm: 'Retirer le certificat',
    cancel: 'Le garder',
    lastTitle: 'C’est votre dernier certificat',
    last: 'Sans lui, vous ne pourriez plus vous connecter. Enregistrez d’abord un autre certificat valable ; vous pourrez ensuite retirer celui-ci.',
    lastKeyTitle: 'Un espace a encore besoin de ce certificat',
    lastKey:
      'Sans lui, plus personne ne pourrait gérer l’espace. Donnez d’abord le rôle d’administrateur à un deuxième utilisateur, ou fermez l’espace ; vous pourrez ensuite le retirer.',
  },
  /** Where it alone opens a space to the last administrator. */
  lastKey: {
    title: (n: number) => (n === 1 ? 'Un espace en dépend' : `${n} espaces en dépendent`),
    text: 'Aucun autre certificat n’y laisse entrer un administrateur :',
    how: 'Ne le laissez pas expirer : donnez-y le rôle d’administrateur à un deuxième utilisateur, sur la page « Utilisateurs ». D’ici là, il ne peut pas être retiré.',
  },
  bound: {
    title: 'Cet espace demande un autre certificat',
    lead: (company: string) => `Il s’ouvre avec un certificat « Professional » de ${company}.`,
    leadCertificate: (ending: string) =>
      `Il s’ouvre avec votre certificat dont le numéro se termine par ${ending}.`,
    space: 'Espace',
    how: 'Déconnectez-vous, puis connectez-vous avec ce certificat. S’il est nouveau, enregistrez-le d’abord depuis votre compte.',
    lost: 'Ce certificat est perdu, ou ne peut pas être renouvelé ? Un administrateur de l’espace peut vous retirer et vous inviter de nouveau. S’il n’y en a pas d’autre, le helpdesk vous aide.',
    change: 'Se déconnecter et utiliser un autre certificat',
    help: 'Quel certificat ouvre quoi',
    listedCertificate: (ending: string) =>
      `S’ouvre avec votre certificat dont le numéro se termine par ${ending}`,
    listed: (company: string) => `S’ouvre avec un certificat de ${company}`,
  },
  opening: {
    title: 'Quel certificat ouvre quoi',
    space: 'Espace',
    certificate: 'Certificat',
    opens: 'L’ouvre',
    yes: 'oui',
    no: 'non',
    boundNote:
      'Sur ce portail, un espace professionnel créé avec un certificat « Professional » ne s’ouvre qu’avec des certificats de cette entreprise.',
    rows: {
      private_private: {
        space: 'Espace privé',
        certificate: 'un certificat « Private » enregistré pour vous',
      },
      private_professional: {
        space: 'Espace privé',
        certificate: 'un certificat « Professional » enregistré pour vous',
      },
      business_private: {
        space: 'Espace professionnel',
        certificate: 'un certificat « Private » enregistré pour vous',
      },
      business_professional: {
        space: 'Espace professionnel',
        certificate: 'un certificat « Professional » enregistré pour vous, de n’importe quelle entreprise',
      },
      bound_same: {
        space: 'Espace professionnel lié à une entreprise',
        certificate: 'un certificat « Professional » de cette entreprise, enregistré pour vous',
      },
      bound_private: {
        space: 'Espace professionnel lié à une entreprise',
        certificate: 'un certificat « Private » enregistré pour vous',
      },
      bound_other: {
        space: 'Espace professionnel lié à une entreprise',
        certificate: 'un certificat « Professional » d’une autre entreprise',
      },
      bound_this_certificate: {
        space: 'Espace professionnel lié à un certificat',
        certificate: 'ce certificat, aussi après son renouvellement',
      },
      bound_other_certificate: {
        space: 'Espace professionnel lié à un certificat',
        certificate: 'un autre certificat enregistré pour vous',
      },
      unregistered: {
        space: 'Tout espace',
        certificate: 'un certificat non enregistré : enregistrez-le depuis votre compte',
      },
      out_of_use: { space: 'Tout espace', certificate: 'un certificat expiré ou retiré' },
    },
  },
  account: {
    title: 'J’ai déjà un compte',
    text: 'Ne vous enregistrez pas une deuxième fois : enregistrez ce certificat depuis votre compte et il ouvrira les mêmes espaces.',
    prove: 'Avec un certificat déjà enregistré',
    proveText:
      'Présentez-le maintenant dans ce navigateur. Vous serez connecté et les deux certificats seront les vôtres.',
    code: 'Code d’activation',
    codeHint:
      'Dans votre compte sous « Mes certificats », sur n’importe quel appareil : « Afficher un code d’activation ». Par exemple K7MPX-4QTRB.',
    submit: 'Enregistrer pour mon compte',
    wrong:
      'Ce code n’est pas valable. Il a peut-être plus de 15 minutes, a déjà servi, ou un code plus récent a été affiché depuis.',
    missing: 'Saisissez le code d’activation.',
    tooMany:
      'Trop de codes ont été essayés. Veuillez patienter une heure ou présenter un certificat enregistré.',
    refused:
      'Ce certificat n’a pas pu être enregistré pour ce compte : il nomme son titulaire autrement ou est déjà enregistré. Le helpdesk en est informé ; le code est épuisé.',
    unknownToo:
      'Le certificat que vous venez de présenter n’est pas enregistré non plus. Présentez-en un autre, utilisez un code d’activation ou enregistrez-vous comme nouvelle personne.',
  },
}
