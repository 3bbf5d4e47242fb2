import type { Messages } from '../index.ts'

export const procedures: Messages['procedures'] = {
  title: 'Démarches',
  lead: 'Ce que vous pouvez demander ici, son coût, son délai et ce qu’il vous faut.',
  search: 'Recherche',
  searchHint: 'Par exemple : adresse, autorisation',
  theme: 'Thème',
  allThemes: 'Tous les thèmes',
  for: 'Pour qui',
  forAll: 'Tout le monde',
  forKind: { private: 'Particuliers', business: 'Entreprises et indépendants' },
  find: 'Afficher',
  count: (n: number) => (n === 1 ? 'Une démarche' : `${n} démarches`),
  none: 'Aucun résultat',
  noneText: 'Essayez un autre mot ou consultez toutes les démarches.',
  showAll: 'Afficher toutes les démarches',
  themes: {
    residence: 'Résidence et inscription',
    family: 'Famille',
    work: 'Travail',
    health: 'Santé',
    education: 'Enseignement',
    mobility: 'Mobilité',
    taxes: 'Impôts',
    business: 'Créer et gérer une entreprise',
    leisure: 'Loisirs',
  },
  free: 'Gratuit',
  minutes: (n: number) => `environ ${n} minutes`,
  pages: (n: number) => (n === 1 ? 'une page' : `${n} pages`),
  facts: 'En bref',
  audience: 'Pour qui',
  cost: 'Coût',
  processingTime: 'Délai de réponse',
  effort: 'Remplir le formulaire',
  authority: 'Administration',
  runsIn: 'Type d’espace',
  output: 'Ce que vous obtenez',
  requirements: 'Ce qu’il vous faut',
  next: 'La suite',
  legalBasis: 'Base légale',
  ask: 'À qui s’adresser',
  version: 'Version du formulaire',
  start: 'Commencer',
  startIn: (space: string) => `Commencer dans « ${space} »`,
  chooseSpace: 'Dans quel espace souhaitez-vous commencer ?',
  chooseSpaceText: {
    private: 'Cette démarche s’effectue dans votre espace privé.',
    business: 'Cette démarche s’effectue dans un espace professionnel.',
  },
  filled: 'Ce que votre espace connaît déjà est rempli pour vous.',
  noSpace: {
    private: 'Il vous faut un espace privé',
    business: 'Il vous faut un espace professionnel',
  },
  noSpaceText: {
    private:
      'Cette démarche vous concerne en tant que personne ; elle s’effectue donc dans un espace privé. Vous n’en avez pas encore ; sa création prend quelques minutes.',
    business:
      'Cette démarche concerne une entreprise ; elle s’effectue donc dans un espace professionnel. Vous n’en avez pas encore ; sa création prend quelques minutes.',
  },
  createSpace: {
    private: 'Créer mon espace privé',
    business: 'Créer un espace professionnel',
  },
  anotherSpace: 'Créer un autre espace professionnel',
  readerOnly:
    'Dans vos espaces, vous pouvez seulement lire. Demandez à un administrateur de l’espace le droit de commencer un dossier.',
  signInFirst:
    'Pour commencer, connectez-vous avec votre certificat. Vous reviendrez ensuite sur cette page.',
  signIn: 'Se connecter',
  assurance: 'Connexion',
  assuranceNeeded: (level) => `niveau de garantie « ${level} » ou plus`,
  tooLow: 'Cette démarche exige une connexion plus sûre',
  tooLowText: (have, need) =>
    `Vous êtes connecté avec le niveau de garantie « ${have} ». Cette démarche exige au moins « ${need} ».`,
  tooLowWays:
    'Reconnectez-vous par l’une de ces voies. Vous reviendrez ici, et ce que vous avez saisi est conservé.',
  tooLowNoWay:
    'Aucun moyen de connexion de ce portail n’atteint ce niveau pour le moment. Veuillez contacter le helpdesk ; ce que vous avez saisi est conservé.',
}
