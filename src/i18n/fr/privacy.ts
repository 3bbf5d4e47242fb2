import type { Messages } from '../index.ts'

export const privacy: Messages['privacy'] = {
  title: 'Ce que deviennent vos données',
  purpose: 'À quoi elles servent',
  basis: 'Base légale',
  recipients: 'Qui les reçoit',
  retention: 'Combien de temps elles sont conservées',
  more: 'Avis sur la protection des données du portail',
  publicTask:
    'Mission publique de l’administration : article 6, paragraphe 1, points c et e, du règlement général sur la protection des données',
  nobody: 'Personne en dehors du portail',
  forms: {
    registration: {
      purpose: 'À ouvrir votre compte, à vous reconnaître avec chacun de vos certificats et à vous écrire.',
      recipients:
        'Le registre des personnes physiques, à qui l’on demande si le numéro et les noms vont ensemble',
      retention: 'Aussi longtemps que votre compte existe.',
    },
    email: {
      purpose: 'À vous écrire au sujet de vos dossiers et de votre compte.',
      recipients: '',
      retention:
        'Jusqu’à ce que vous changiez d’adresse. Les adresses précédentes restent un an dans le registre des e-mails.',
    },
    helpdesk: {
      purpose: 'Pour vous répondre.',
      recipients: 'Le helpdesk du portail',
      retention: 'Un an après la réponse.',
    },
    recovery: {
      purpose: 'Pour vérifier qu’un compte est le vôtre et laisser un nouveau certificat l’ouvrir.',
      recipients: 'Le helpdesk du portail',
      retention: '30 jours, ou 30 jours après le délai d’attente ; supprimées 60 jours plus tard.',
    },
    person: {
      purpose: 'À remplir les formulaires de vos démarches, pour que vous n’ayez rien à saisir deux fois.',
      recipients: 'Les administrations, mais seulement ce que contient un dossier que vous transmettez',
      retention:
        'Jusqu’à ce que vous les modifiiez ou supprimiez, ou que vous fermiez l’espace. Les versions précédentes restent visibles pour vous.',
    },
    company: {
      purpose:
        'À remplir les formulaires des démarches de l’entreprise, pour que personne n’ait à saisir deux fois la même chose.',
      recipients:
        'Les administrations, mais seulement ce que contient un dossier que vous transmettez ; les utilisateurs de cet espace',
      retention:
        'Jusqu’à ce qu’elles soient modifiées ou supprimées, ou que l’espace soit fermé. Les versions précédentes restent visibles.',
    },
    documents: {
      purpose:
        'À les conserver pour vous et à les transmettre avec les dossiers dans lesquels vous les choisissez.',
      recipients:
        'Les administrations, mais seulement ceux d’un dossier que vous transmettez ; dans un espace professionnel, ses utilisateurs',
      retention:
        'Jusqu’à ce que vous les supprimiez, puis encore sept jours. Ce qui a été transmis reste avec son dossier.',
    },
    invitation: {
      purpose: 'Pour que la personne nommée, et personne d’autre, rejoigne cet espace.',
      recipients:
        'Les administrateurs de cet espace ; la personne invitée, dès que l’invitation lui convient',
      retention:
        'Jusqu’à 90 jours après la fin de l’invitation. Ce qu’un utilisateur a fait reste dans l’espace, avec son nom.',
    },
  },
}
