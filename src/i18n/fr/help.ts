import type { Messages } from '../index.ts'
import type { Topic } from '../topic.ts'

const certificates: Topic = {
  title: 'Certificats et connexion',
  summary: 'Quel certificat il vous faut, comment se connecter, et que faire sans certificat.',
  sections: [
    {
      heading: 'Ce qu’est un certificat',
      text: [
        'Un certificat est votre pièce d’identité électronique : sur une carte d’identité, une carte à puce ou une clé, ou dans une application sur votre téléphone. Il prouve au portail qui vous êtes.',
        'Il en existe deux types. Un certificat « Private » vous désigne comme personne. Un certificat « Professional » désigne en plus l’entreprise qui vous a mandaté.',
      ],
      list: [],
    },
    {
      heading: 'Comment se connecter',
      text: ['La connexion prend moins d’une minute.'],
      list: [
        'Choisissez « Se connecter », puis le type de votre certificat.',
        'Suivez votre navigateur ou votre fournisseur : choisissez le certificat et saisissez son code PIN. Le portail ne voit jamais ce code.',
        'La première fois, nous affichons les noms figurant dans le certificat et demandons votre numéro d’identification national et une adresse e-mail.',
        'Confirmez l’adresse e-mail par le lien que nous vous envoyons. Il est valable 24 heures et peut être renvoyé.',
      ],
    },
    {
      heading: 'Pas de certificat ?',
      text: [
        'Il en faut un pour utiliser un espace. Il est délivré par un prestataire de services de confiance, souvent avec une carte d’identité ; renseignez-vous auprès de votre commune, de votre banque ou de votre employeur.',
        'Toutes les pages sur les démarches et toute l’aide se lisent sans connexion, et le helpdesk est joignable sans certificat.',
      ],
      list: [],
    },
    {
      heading: 'Plusieurs certificats',
      text: [
        'Vous avez au plus un espace privé, quel que soit le certificat utilisé. Une fois qu’un certificat est enregistré pour vous, il ouvre le même espace privé ; un certificat « Professional » aussi.',
        'Pour en enregistrer un autre, ouvrez « Mes certificats » dans votre compte et présentez-le. Ou connectez-vous d’abord avec lui et choisissez « J’ai déjà un compte » : vous présentez alors un certificat enregistré ou saisissez un code d’activation affiché dans votre compte.',
        'Les noms qu’il contient doivent être les vôtres. Accents, majuscules, traits d’union, apostrophes et ordre des noms ne comptent pas ; les trémas allemands peuvent être développés et les lettres grecques transcrites ; des prénoms peuvent manquer. S’ils diffèrent autrement, le helpdesk règle cela avec vous.',
        'Un certificat renouvelé par le même fournisseur est reconnu de lui-même.',
      ],
      list: [],
    },
    {
      heading: 'La connexion ne fonctionne pas',
      text: ['Vérifiez d’abord ces points :'],
      list: [
        'La carte ou la clé est-elle branchée, et le logiciel de votre fournisseur est-il lancé ?',
        'Le certificat a-t-il expiré ou été révoqué ? Votre fournisseur vous dira comment le renouveler.',
        'Avez-vous annulé le choix du certificat ? Fermez toutes les fenêtres du navigateur, rouvrez-le et recommencez.',
        'Avez-vous choisi le mauvais certificat ? Sur la page de connexion, vous pouvez en choisir un autre.',
      ],
    },
  ],
}

const spaces: Topic = {
  title: 'Espaces privés et espaces professionnels',
  summary: 'À quoi sert un espace, comment en créer un, et comment les deux sortes restent séparées.',
  sections: [
    {
      heading: 'Ce qu’est un espace',
      text: [
        'Un espace est un lieu sûr pour vos dossiers et vos données. Ce que vous avez saisi une fois remplit le prochain formulaire.',
        'Il en existe deux sortes : un espace privé par personne, et des espaces professionnels pour les entreprises, les associations et les activités indépendantes.',
        'Une démarche privée se fait uniquement dans l’espace privé, une démarche professionnelle uniquement dans un espace professionnel. La couleur, le signe, le nom et le code en haut de chaque page vous disent où vous êtes.',
      ],
      list: [],
    },
    {
      heading: 'Créer un espace privé',
      text: ['Vous pouvez en avoir un. Vous le créez avec n’importe lequel de vos certificats.'],
      list: [
        'Ouvrez « Gérer mes espaces » et choisissez « Créer mon espace privé ».',
        'Si vous le souhaitez, reprenez les données de votre certificat.',
        'Saisissez vos données personnelles. Les champs marqués d’un astérisque sont obligatoires ; tous les autres peuvent rester vides.',
        'Choisissez « Valider ».',
      ],
    },
    {
      heading: 'Créer un espace professionnel',
      text: [
        'Un certificat « Private » suffit. Avec un certificat « Professional », le nom et l’identifiant de l’entreprise proviennent du certificat et sont considérés comme vérifiés.',
      ],
      list: [
        'Ouvrez « Gérer mes espaces » et choisissez « Créer un espace professionnel ».',
        'Indiquez en quelle qualité vous agissez pour l’entreprise.',
        'Saisissez les données de l’entreprise.',
        'Choisissez « Valider ».',
      ],
    },
    {
      heading: 'Changer d’espace',
      text: [
        'Choisissez « Changer d’espace » en haut de la page. Dans deux fenêtres de votre navigateur, vous pouvez travailler en même temps dans deux espaces : chaque fenêtre reste dans le sien.',
      ],
      list: [],
    },
    {
      heading: 'Fermer un espace',
      text: [
        'Vous pouvez fermer un espace qui ne contient aucun dossier. Il ne compte alors plus dans la limite. Pendant 30 jours, vous pouvez revenir sur cette fermeture sous « Gérer mes espaces ».',
      ],
      list: [],
    },
  ],
}

const sharing: Topic = {
  title: 'Partager un espace professionnel',
  summary: 'Comment inviter des collègues, quel certificat il leur faut et qui peut faire quoi.',
  sections: [
    {
      heading: 'Quels espaces se partagent',
      text: [
        'Un espace professionnel créé avec un certificat « Professional » : il prouve pour quelle entreprise vous agissez. Un espace créé avec un certificat « Private » a un seul utilisateur, tout comme l’espace privé.',
      ],
      list: [],
    },
    {
      heading: 'Inviter un collègue',
      text: ['Les administrateurs de l’espace invitent sur sa page « Utilisateurs ».'],
      list: [
        'Indiquez le nom tel qu’il figure dans le certificat, et une adresse e-mail.',
        'Choisissez un rôle : lecteur, gestionnaire ou administrateur.',
        'Pour plus de sûreté, indiquez le numéro du certificat : seul celui-ci pourra accepter.',
        'La personne invitée ouvre le lien du message, se connecte, indique en quelle qualité elle agit, et accepte.',
      ],
    },
    {
      heading: 'Vous êtes invité',
      text: [
        'Ouvrez le lien du message et connectez-vous. Si votre certificat est nouveau ici, vous l’enregistrez d’abord, puis l’invitation s’affiche d’elle-même. Elle vous attend aussi sous « Gérer mes espaces ».',
        'Le lien sert une seule fois, pendant 14 jours. Personne d’autre ne peut l’utiliser.',
      ],
      list: [],
    },
    {
      heading: 'Deux administrateurs valent mieux qu’un',
      text: [
        'Un espace a toujours au moins un administrateur. Désignez-en un second : si vous perdez votre certificat ou quittez l’entreprise, l’espace pourra toujours être géré.',
        'Si un utilisateur n’entre qu’avec un seul certificat et que celui-ci expire, il le renouvelle auprès de son prestataire : le certificat renouvelé est reconnu de lui-même. Si ce n’est pas possible, un autre administrateur le retire et l’invite de nouveau.',
        'Le certificat dont un espace dépend, parce qu’aucun autre n’y laisse entrer un administrateur, ne peut pas être retiré du compte. S’il a définitivement expiré ou s’il est perdu, le helpdesk vous aide : après avoir vérifié votre identité, l’exploitant du portail ouvre l’espace à un autre de vos certificats.',
      ],
      list: [],
    },
    {
      heading: 'Qui a fait quoi',
      text: [
        'Sous « Activité dans cet espace », sur la page « Utilisateurs », les administrateurs lisent ce qui s’est passé dans l’espace et qui l’a fait. L’arrivée d’un utilisateur, un rôle modifié et la fermeture d’un espace sont annoncés par e-mail.',
      ],
      list: [],
    },
  ],
}

const limit: Topic = {
  title: 'Combien d’espaces professionnels vous pouvez avoir',
  summary: 'Jusqu’à {limit} espaces professionnels par personne ; le helpdesk peut relever la limite.',
  sections: [
    {
      heading: 'La limite',
      text: [
        'Vous pouvez créer jusqu’à {limit} espaces professionnels, quels que soient les certificats utilisés. « Gérer mes espaces » indique combien vous en avez déjà.',
        'Seuls comptent les espaces que vous avez créés et que vous n’avez pas fermés.',
      ],
      list: [],
    },
    {
      heading: 'S’il vous en faut davantage',
      text: ['Vous avez deux possibilités :'],
      list: [
        'Fermez un espace professionnel vide dont vous n’avez plus besoin.',
        'Demandez au helpdesk de relever la limite pour vous. Dites combien d’espaces il vous faut et dans quel but.',
      ],
    },
  ],
}

const data: Topic = {
  title: 'Vos données et les formulaires',
  summary: 'Comment vos données remplissent les formulaires, d’où elles viennent, et comment transmettre.',
  sections: [
    {
      heading: 'Saisies une fois, réutilisées toujours',
      text: [
        'Ce que vous saisissez sous « Mes données » ou « Données de l’entreprise » remplit de lui-même les formulaires des démarches. Près de chaque groupe de champs, vous voyez d’où viennent les données.',
        'Une coche signifie : confirmé par votre certificat ou par un registre public. Ces valeurs ne peuvent pas être modifiées dans le formulaire. Ce que vous avez saisi vous-même ne porte pas de coche.',
        'Seuls quelques champs sont obligatoires, mais plus vous en remplissez, moins vous aurez à saisir ensuite. « Mes données » indique quel champ manquant servirait dans combien de démarches.',
      ],
      list: [],
    },
    {
      heading: 'Vous décidez',
      text: [
        'Sous « Mes données », vous pouvez désactiver, pour chaque espace, le remplissage des formulaires par ses données.',
        'Ce que vous modifiez dans un formulaire ne modifie pas vos données. Avant de transmettre, vous pouvez reprendre certaines modifications dans vos données.',
        'Chaque modification de vos données est conservée, avec son auteur et sa date.',
      ],
      list: [],
    },
    {
      heading: 'Enregistrer et reprendre plus tard',
      text: [
        'Avec JavaScript, un formulaire est enregistré pendant que vous écrivez ; l’heure figure près des boutons. Sans JavaScript, il est enregistré à chaque étape. « Reprendre plus tard » vous ramène à la liste des dossiers.',
        'Si le même dossier est modifié dans deux fenêtres, rien n’est écrasé : vous voyez les deux versions et vous choisissez.',
      ],
      list: [],
    },
    {
      heading: 'Documents',
      text: [
        'Sous « Mes documents », vous conservez les fichiers que les administrations demandent : PDF et images. Un formulaire qui en demande un vous laisse choisir parmi eux ou en envoyer un autre ; ce que vous y envoyez est conservé aussi.',
        'Le portail les enregistre chiffrés. Chacun indique où il est utilisé et qui l’a ouvert.',
        'Un document supprimé ne peut plus être ouvert ni choisi. Ce que vous avez transmis reste exactement tel quel, avec ses documents.',
      ],
      list: [],
    },
    {
      heading: 'Transmettre',
      text: [
        'Sur la dernière page, vous vérifiez tout. Avec « Transmettre », vos réponses partent à l’administration et ne peuvent plus être modifiées. Vous recevez une référence, et le dossier montre chaque étape suivante.',
        'Tant qu’un dossier est en préparation, vous pouvez le supprimer.',
      ],
      list: [],
    },
  ],
}

const technical: Topic = {
  title: 'Aide technique',
  summary: 'Navigateurs, sessions, et que faire lorsque quelque chose ne fonctionne pas.',
  sections: [
    {
      heading: 'Ce qu’il vous faut',
      text: [
        'Un navigateur à jour, par exemple Firefox, Chrome, Edge ou Safari, sur ordinateur, tablette ou téléphone. Les cookies doivent être autorisés. JavaScript rend certaines choses plus commodes, mais tout fonctionne aussi sans lui.',
      ],
      list: [],
    },
    {
      heading: 'Quand la session se termine',
      text: [
        'Pour votre sécurité, vous êtes déconnecté après {idle} minutes sans activité, et dans tous les cas après {hours} heures. Quelques minutes avant, un message demande si vous voulez rester connecté.',
        'Sur un ordinateur que d’autres utilisent aussi : déconnectez-vous quand vous avez terminé et fermez le navigateur.',
      ],
      list: [],
    },
    {
      heading: 'Quand une page signale une erreur',
      text: [
        'Chaque page d’erreur dit ce qui s’est passé et ce que vous pouvez faire. Si elle affiche un numéro, indiquez-le au helpdesk : il nous permet de trouver la cause. Ce qui était enregistré est en sécurité.',
      ],
      list: [],
    },
    {
      heading: 'Affichage et impression',
      text: [
        'Les pages suivent les réglages de votre appareil : clair ou sombre, texte agrandi, contraste élevé. Vous pouvez les agrandir à 400 pour cent. Chaque page peut être imprimée.',
      ],
      list: [],
    },
  ],
}

export const help: Messages['help'] = {
  title: 'Aide',
  lead: 'Des réponses courtes aux questions les plus fréquentes. Il n’est pas nécessaire d’être connecté pour les lire.',
  topics: { certificates, spaces, sharing, limit, data, technical },
  otherTopics: 'Autres thèmes',
  accepted: 'Certificats acceptés par ce portail',
  asking: 'Votre question est restée sans réponse ?',
  askingText:
    'Le helpdesk vous aide pour les certificats, les espaces et les formulaires. Il voit les comptes, jamais le contenu de vos espaces.',
  toContact: 'Contact',
  contact: {
    title: 'Contact',
    lead: 'Vous pouvez nous joindre sans vous connecter.',
    helpdesk: 'Helpdesk',
    email: 'E-mail',
    phone: 'Téléphone',
    none: 'L’exploitant de ce portail n’a indiqué aucun contact du helpdesk.',
    noSecrets:
      'Ne nous communiquez jamais le code PIN de votre certificat et n’envoyez pas de documents par e-mail. Pour une question sur un dossier, indiquez sa référence.',
    error: 'Si une page d’erreur affiche un numéro, indiquez-le également.',
    procedure: 'Une question sur une démarche ?',
    procedureText: 'Chaque démarche indique l’administration compétente et à qui s’y adresser.',
    toProcedures: 'Voir les démarches',
    helpFirst: 'La réponse se trouve peut-être déjà ici',
  },
}
