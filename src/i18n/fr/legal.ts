import type { Messages } from '../index.ts'
import type { Section } from '../topic.ts'

const terms: Section[] = [
  {
    heading: 'À quoi sert le portail',
    text: [
      'Avec ce portail, vous demandez des services publics, vous réunissez vos dossiers et vos données dans des espaces et vous recevez les réponses des administrations. Son utilisation est gratuite ; le prix d’une démarche est indiqué avec elle.',
    ],
    list: [],
  },
  {
    heading: 'Votre certificat',
    text: [
      'Vous vous connectez avec un certificat électronique. Il est personnel : ne transmettez ni le certificat ni son code PIN. Si vous soupçonnez que quelqu’un d’autre l’utilise, faites-le bloquer par votre fournisseur et prévenez le helpdesk.',
    ],
    list: [],
  },
  {
    heading: 'Vos espaces',
    text: [
      'Vous pouvez avoir un espace privé et plusieurs espaces professionnels ; leur nombre est indiqué sous « Gérer mes espaces ». N’utilisez un espace professionnel que pour une entreprise, une association ou une activité pour laquelle vous avez le droit d’agir, et indiquez sincèrement en quelle qualité.',
    ],
    list: [],
  },
  {
    heading: 'Vos indications',
    text: [
      'Ce que vous saisissez doit être vrai et complet. Ne saisissez les données d’autres personnes que si une démarche l’exige, et informez-les.',
      'Avec « Transmettre », vos réponses partent à l’administration compétente. Dès lors, elles ne peuvent plus être modifiées ici ; le bordereau de transmission indique ce que vous avez transmis, quand et en quelle qualité.',
    ],
    list: [],
  },
  {
    heading: 'Disponibilité',
    text: [
      'Le portail doit être disponible à tout moment. La maintenance et des pannes peuvent l’interrompre. Tenez compte des délais : une interruption ne les prolonge pas d’elle-même.',
    ],
    list: [],
  },
  {
    heading: 'Abus',
    text: [
      'Quiconque met le portail en danger, tente d’accéder aux données d’autrui ou donne de fausses indications peut en être exclu.',
    ],
    list: [],
  },
  {
    heading: 'Modifications',
    text: [
      'Si ces conditions changent, leur version change. Il vous est alors demandé de les accepter avant de continuer. Nous conservons la version que vous avez acceptée et la date.',
    ],
    list: [],
  },
]

const privacy: Section[] = [
  {
    heading: 'Ce que nous traitons, et pourquoi',
    text: [
      'Uniquement ce qu’il faut pour que vous puissiez vous connecter, tenir des espaces et demander des services :',
    ],
    list: [
      'De votre certificat : noms, type, numéro de série et, pour un certificat « Professional », l’entreprise.',
      'Votre numéro d’identification national, si vous en avez un, pour que tous vos certificats mènent au même espace privé. Il est conservé chiffré et n’apparaît dans aucun journal.',
      'Votre adresse e-mail, pour les notifications. Elles ne contiennent rien de confidentiel.',
      'Ce que vous saisissez dans vos espaces et vos dossiers, avec les versions antérieures de vos données.',
      'Quand vous vous êtes connecté et ce qui s’est passé dans vos espaces, pour que les abus se remarquent.',
    ],
  },
  {
    heading: 'Base légale',
    text: [
      'L’administration traite ces données pour exécuter ses missions d’intérêt public (article 6, paragraphe 1, points c et e, du règlement général sur la protection des données). La base légale de chaque démarche est indiquée avec elle.',
    ],
    list: [],
  },
  {
    heading: 'Qui reçoit des données',
    text: [
      'Quand vous transmettez un dossier, l’administration compétente reçoit les réponses qu’il contient. Quand un registre confirme vos indications, il reçoit ce qu’il lui faut pour cela. Quand vous consultez ce que les registres détiennent sur vous, ils reçoivent votre numéro national ; chacune de ces demandes est consignée, et vous pouvez les relire. Personne d’autre n’en reçoit. Le helpdesk voit les comptes, jamais le contenu des espaces.',
    ],
    list: [],
  },
  {
    heading: 'Combien de temps les données sont conservées',
    text: [
      'Dossiers en préparation : jusqu’à ce que vous les supprimiez. Vos données : jusqu’à ce que vous les modifiiez ou les effaciez ; les versions antérieures restent visibles pour vous. Ce que vous avez transmis est conservé tant que votre espace existe ; auprès de l’administration, ses propres délais s’appliquent.',
    ],
    list: [],
  },
  {
    heading: 'Cookies',
    text: [
      'Nous ne plaçons que les cookies sans lesquels le portail ne fonctionne pas : un pour votre session, un pendant la connexion et un pour la langue choisie. Il n’y a ni suivi, ni publicité, ni contenu d’autres fournisseurs.',
    ],
    list: [],
  },
  {
    heading: 'Vos droits',
    text: [
      'Vous pouvez demander l’accès à vos données, les faire rectifier, effacer ou limiter, et vous opposer à leur traitement. Vous voyez et modifiez vous-même la plupart d’entre elles dans vos espaces. Vous pouvez aussi introduire une réclamation auprès de l’autorité de protection des données.',
    ],
    list: [],
  },
]

export const legal: Messages['legal'] = {
  terms: { title: 'Conditions d’utilisation', version: (version) => `Version ${version}`, sections: terms },
  privacy: {
    title: 'Notice sur la protection des données',
    lead: 'Quelles données personnelles ce portail traite, dans quel but, et ce que vous pouvez faire.',
    controller: 'Qui est responsable',
    officer: 'Contact pour la protection des données',
    sections: privacy,
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    lead: 'Chacun doit pouvoir utiliser ce portail : au clavier, avec un lecteur d’écran, avec un texte agrandi, en contraste élevé et sans JavaScript.',
    status: 'Niveau d’accessibilité du portail',
    statusText:
      'Le portail est conçu pour satisfaire à la norme européenne EN 301 549 et aux règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA. Il n’a pas encore été évalué par un organisme indépendant. D’ici là, nous le déclarons partiellement conforme.',
    gaps: 'Lacunes connues',
    gapList: [
      'La connexion utilise des logiciels de fournisseurs de certificats. Nous n’avons pas d’influence sur leur accessibilité.',
      'Les lecteurs d’écran disposent rarement d’une voix luxembourgeoise et lisent parfois les pages luxembourgeoises avec une voix allemande.',
      'Tous les navigateurs ne coupent pas les mots luxembourgeois ; dans des fenêtres étroites, ils sont coupés sans trait d’union.',
    ],
    how: 'Comment nous avons vérifié',
    howText:
      'Par nous-mêmes : chaque page dans les quatre langues avec des outils automatiques (axe, html-validate), au clavier seul, à une largeur de 320 pixels, en couleurs sombres et en couleurs forcées, et sans JavaScript.',
    feedback: 'Signaler un obstacle',
    feedbackText:
      'Si quelque chose ne vous est pas accessible, écrivez-nous ou appelez-nous. Dites de quelle page il s’agit et ce que vous vouliez faire. Nous vous répondons et vous donnons l’information autrement si vous en avez besoin.',
    complaint: 'Si notre réponse ne vous aide pas',
    complaintText: 'Vous pouvez alors vous adresser à l’organisme qui veille à l’accessibilité :',
    made: (date) => `Cette déclaration a été établie le ${date}.`,
  },
  imprint: {
    title: 'Mentions légales',
    operator: 'Exploitant de ce portail',
    software: 'Logiciel',
    softwareText:
      'Ce portail fonctionne avec OpenGuichet, un logiciel libre sous la licence publique de l’Union européenne (EUPL) 1.2.',
  },
  notGiven: 'L’exploitant de ce portail n’a donné aucune indication ici.',
}
