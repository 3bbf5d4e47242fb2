import type { Messages } from '../index.ts'

export const home: Messages['home'] = {
  title: 'Vos démarches. En un lieu sûr.',
  lead: 'Ce que vous saisissez une fois remplit le prochain formulaire. Vous vous connectez avec votre certificat, vos espaces réunissent dossiers et données, et vous voyez à tout moment où en sont les choses.',
  signIn: 'Se connecter avec un certificat',
  seeProcedures: 'Voir les démarches',
  welcome: (name) => `Bonjour ${name}`,
  welcomeLead: 'Vos espaces contiennent vos dossiers et vos données.',
  toSpaces: 'Vers mes espaces',
  doors: 'Deux sortes d’espaces',
  private: {
    title: 'Espace privé',
    text: 'Pour vous-même : attestations, autorisations et demandes qui vous concernent en tant que personne.',
    fact: 'Un seul par personne',
  },
  business: {
    title: 'Espace professionnel',
    text: 'Pour une entreprise, une association ou votre activité d’indépendant.',
    fact: (limit) => `Jusqu’à ${limit} par personne`,
  },
  apart: 'Ce qui appartient à une entreprise n’entre jamais dans votre espace privé, et inversement.',
  more: 'En savoir plus sur les espaces',
  how: 'Comment ça marche',
  steps: {
    signIn: {
      title: 'Se connecter',
      text: 'Avec un certificat « Private » ou « Professional ». Tous vos certificats enregistrés mènent au même espace privé.',
    },
    space: {
      title: 'Créer un espace',
      text: 'Vous saisissez vos données une fois ou les reprenez de votre certificat. Vous pouvez les modifier à tout moment.',
    },
    fill: {
      title: 'Laisser vos données remplir le formulaire',
      text: 'Vous vérifiez ce qui s’y trouve déjà, complétez ce qui manque et transmettez. Vous recevez une référence et suivez chaque étape.',
    },
  },
  needs: 'Ce qu’il vous faut',
  need: {
    certificate: 'Un certificat électronique de type « Private » ou « Professional »',
    number: 'Votre numéro d’identification national à 13 chiffres, si vous en avez un',
    email: 'Une adresse e-mail à laquelle nous pouvons vous avertir',
  },
  noCertificate: 'Pas encore de certificat ?',
  procedures: 'Ce que vous pouvez faire ici',
  allProcedures: 'Toutes les démarches',
  forPrivate: 'Dans votre espace privé',
  forBusiness: 'Dans un espace professionnel',
  minutes: (n) => `environ ${n} minutes`,
  free: 'Gratuit',
  help: 'Des questions ?',
  helpText: 'L’aide explique chaque étape. Le helpdesk est joignable sans connexion.',
  toHelp: 'Vers l’aide',
  toContact: 'Contact',
}
