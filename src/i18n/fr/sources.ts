import type { Messages } from '../index.ts'

export const sources: Messages['sources'] = {
  title: 'Sources authentiques',
  lead: 'Ce que les registres publics détiennent sur vous, demandé à l’instant. Rien n’en est conservé ici, sauf ce que vous reprenez.',
  companyLead:
    'Ce que le registre des entreprises détient sur cette entreprise, demandé à l’instant. Rien n’en est conservé ici, sauf ce que vous reprenez.',
  names: {
    persons: 'Registre des personnes physiques',
    companies: 'Registre des entreprises',
    drivingLicences: 'Registre des permis de conduire',
  },
  asOf: (when) => `État au ${when}`,
  nothing: 'Ce registre ne détient rien sur vous.',
  companyNothing: 'Ce registre ne connaît pas l’entreprise.',
  unavailable:
    'Ce registre ne répond pas en ce moment. Tout le reste fonctionne comme d’habitude ; veuillez réessayer plus tard.',
  invalid:
    'Ce registre a donné une réponse qui ne peut pas être juste. Elle n’est pas affichée et a été signalée. Veuillez réessayer plus tard.',
  too_many:
    'Ce registre a été interrogé pour vous autant de fois qu’il est permis en une heure. Rien n’est perdu et tout le reste fonctionne comme d’habitude ; veuillez revenir un peu plus tard.',
  notConnected: 'Aucun registre n’est raccordé',
  notConnectedText: 'Ce portail n’interroge encore aucun registre pour ce type d’espace.',
  needs: {
    number_none: {
      title: 'Votre numéro national est nécessaire',
      text: 'Les registres vous trouvent par votre numéro d’identification national et ne sont interrogés qu’une fois confirmé que c’est le vôtre. Vous ne l’avez pas encore indiqué.',
    },
    number_declared: {
      title: 'Votre numéro national n’est pas encore confirmé',
      text: 'Les registres ne sont interrogés qu’avec un numéro confirmé, pour que personne ne voie les données d’autrui. Vous avez indiqué le vôtre, mais rien ne l’a confirmé jusqu’ici.',
    },
    private_certificate: {
      title: 'Pour les espaces créés avec un certificat « Professional »',
      text: 'Un certificat « Professional » nomme son entreprise, et le registre est interrogé sur celle-ci. Cet espace professionnel a été créé avec un certificat « Private », qui ne nomme aucune entreprise.',
    },
    no_company_number: {
      title: 'Le numéro de l’entreprise manque',
      text: 'Le certificat « Professional » avec lequel cet espace professionnel a été créé ne contient ni numéro RCS ni numéro de TVA. Sans l’un des deux, le registre ne peut pas être interrogé.',
    },
  },
  ways: 'Comment y parvenir',
  wayEnter: 'Indiquez votre numéro dans vos données. Il est confirmé aussitôt s’il correspond à votre nom.',
  wayAgain: 'Faites confirmer le numéro maintenant : le registre dit s’il correspond à votre nom.',
  wayCertificate: 'Ou connectez-vous avec un certificat qui contient votre numéro.',
  wayHelpdesk: 'Ou adressez-vous au helpdesk, qui peut vérifier une pièce d’identité.',
  enterNumber: 'Indiquer mon numéro',
  confirmNumber: 'Confirmer mon numéro maintenant',
  aboutSpaces: 'À propos des espaces privés et professionnels',
  status: 'Statut',
  company: {
    registeredOn: 'Immatriculée le',
    status: { active: 'active', liquidation: 'en liquidation', struckOff: 'radiée' },
  },
  licence: {
    number: 'Numéro du permis',
    status: { valid: 'valable', suspended: 'suspendu', withdrawn: 'retiré', expired: 'expiré' },
    issuedOn: 'Délivré le',
    expiresOn: 'Valable jusqu’au',
    categories: 'Catégories',
    category: (code, since, until) => `${code} : depuis le ${since}, jusqu’au ${until}`,
  },
  compare: {
    title: 'Comparaison avec vos données',
    companyTitle: 'Comparaison avec les données de l’entreprise',
    text: 'Seul change ce que vous cochez. Ce que vous reprenez est marqué comme vérifié et remplit les prochains formulaires.',
    differs: (own) => `Dans vos données : « ${own} »`,
    missing: 'Dans vos données : vide',
    agreeing: (n) =>
      n === 1
        ? 'Une autre valeur concorde avec vos données et sera également marquée comme vérifiée.'
        : `${n} autres valeurs concordent avec vos données et seront également marquées comme vérifiées.`,
    all: 'Tout concorde avec vos données et y est marqué comme vérifié.',
    take: 'Reprendre',
    verify: 'Marquer comme vérifié',
  },
  notices: {
    taken: 'Vos données ont été mises à jour d’après le registre.',
    changed:
      'Le registre a changé depuis que vous avez ouvert cette page. Rien n’a été repris : veuillez regarder à nouveau.',
    unavailable: 'Le registre n’a pas répondu. Rien n’a été repris ; veuillez réessayer plus tard.',
    too_many:
      'Le registre a été interrogé trop souvent pour vous depuis une heure. Rien n’a été repris ; veuillez réessayer un peu plus tard.',
    number_confirmed: 'Votre numéro national est confirmé.',
    number_refused:
      'Le registre n’a pas confirmé que ce numéro correspond à votre nom. Veuillez le vérifier, ou adressez-vous au helpdesk.',
    number_unavailable: 'Le registre ne répond pas en ce moment. Veuillez réessayer plus tard.',
    number_too_many: 'Trop de tentatives. Veuillez réessayer dans une heure.',
  },
  looked: {
    title: 'Qui a consulté mes données',
    companyTitle: 'Qui a consulté les données de l’entreprise',
    lead: 'Chaque fois qu’un registre a été interrogé sur vous par ce portail : qui l’a fait, pourquoi et avec quel résultat. Le plus récent d’abord.',
    companyLead:
      'Chaque fois qu’un registre a été interrogé sur cette entreprise par ce portail : qui l’a fait, pourquoi et avec quel résultat. Le plus récent d’abord.',
    none: 'Personne jusqu’ici',
    noneText: 'Aucun registre n’a encore été interrogé. Dès que ce sera le cas, vous le verrez ici.',
    older: 'Afficher les plus anciennes',
    newest: 'Retour aux plus récentes',
    you: 'vous',
    by: (name) => `par ${name}`,
    purpose: {
      display: 'Pour les afficher sous « Sources authentiques »',
      profile: 'Pour les reprendre dans les données de l’espace',
      preview: 'Pour montrer ce qui remplirait un formulaire',
      form: 'Pour remplir un formulaire',
      number: 'Pour confirmer le numéro national',
    },
    outcome: {
      answered: 'données affichées',
      nothing: 'rien de détenu',
      unavailable: 'pas de réponse',
      invalid: 'réponse refusée',
      match: 'confirmé',
      no_match: 'non confirmé',
    },
  },
  form: {
    offer: {
      persons: 'Le registre des personnes physiques peut remplir une partie de ce formulaire.',
      companies: 'Le registre des entreprises peut remplir une partie de ce formulaire.',
    },
    filled: 'Une partie de ce formulaire est remplie à partir d’un registre.',
    offerText: 'Vous voyez d’abord ce qu’il transmettrait, et pouvez refuser.',
    see: 'Voir ce qu’il remplirait',
    again: 'Revoir, ou saisir moi-même',
    title: 'Remplir à partir d’une source authentique',
    lead: {
      persons: 'Voici ce que le registre des personnes physiques transmettrait au formulaire.',
      companies: 'Voici ce que le registre des entreprises transmettrait au formulaire.',
    },
    consent: (authority) =>
      `Seul ce qui est coché entre dans le formulaire, marqué comme vérifié. ${authority} le reçoit quand vous transmettez, pas avant. Si vous ne le souhaitez pas, refusez et saisissez-le vous-même.`,
    before: (own) => `Jusqu’ici dans le formulaire : « ${own} »`,
    fill: 'Remplir ce qui est coché',
    no: 'Non, je le saisis moi-même',
    back: 'Retour au formulaire',
    agrees: 'Tout ce que ce registre pourrait remplir figure déjà, vérifié, dans le formulaire.',
    changed:
      'Le registre a changé depuis que vous avez ouvert cette page. Rien n’a été rempli : veuillez regarder à nouveau.',
    takeBack: 'Déjà rempli à partir d’un registre',
    takeBackText:
      'Ces valeurs sont vérifiées et ne peuvent pas être modifiées dans le formulaire. Si vous retirez la marque, elles restent, et vous pouvez les changer.',
    takeBackButton: 'Les saisir moi-même',
  },
}
