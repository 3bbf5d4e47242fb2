import type { Messages } from '../index.ts'

export const mail: Messages['mail'] = {
  greeting: (name) => `Bonjour ${name},`,
  greetingUnknown: 'Bonjour,',
  automatic: 'Ce message a été envoyé automatiquement. Merci de ne pas y répondre.',
  helpdesk: (contact) => `Une question ? Contactez le helpdesk : ${contact}`,
  emailConfirmation: {
    subject: 'Confirmez votre adresse e-mail',
    text: 'Cette adresse a été indiquée pour recevoir les messages du portail. Ouvrez cette page pour la confirmer ; le lien est valable 24 heures :',
    otherwise:
      'Si vous n’avez pas indiqué cette adresse, ignorez ce message : vous n’en recevrez pas d’autre.',
  },
  newCertificate: {
    subject: 'Nouveau certificat enregistré',
    text: 'Un nouveau certificat a été enregistré pour votre compte. Il permet désormais de se connecter et d’accéder à vos espaces :',
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  certificateRefused: {
    subject: 'Un certificat n’a pas pu être enregistré',
    text: 'Un certificat a été présenté pour votre compte et n’a pas pu être enregistré tout de suite. Il figure sur la liste du helpdesk ; vous le voyez ici :',
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  certificateRemoved: {
    subject: 'Un certificat a été retiré',
    text: 'Un certificat a été retiré de votre compte. Il n’ouvre plus rien. Vous voyez les autres ici :',
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  certificateRenewed: {
    subject: 'Votre certificat a été renouvelé',
    text: 'Quelqu’un s’est connecté avec un de vos certificats, renouvelé. Il remplace le précédent. Vous voyez vos certificats ici :',
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  spaceCreated: {
    subject: (code) => `Espace ${code} créé`,
    text: (code) => `Votre espace ${code} a été créé. Vous le trouverez ici :`,
  },
  dossierSubmitted: {
    subject: (reference) => `Dossier ${reference} transmis`,
    text: (reference) =>
      `Votre dossier ${reference} a été transmis à l’administration. Vous trouverez son état et le bordereau de transmission ici :`,
  },
  dossierReceived: {
    subject: (reference) => `Dossier ${reference} reçu`,
    text: (reference) => `L’administration a reçu votre dossier ${reference}. Vous trouverez son état ici :`,
  },
}
