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
  requestReceived: {
    subject: (reference) => `Demande ${reference} reçue`,
    text: (reference) =>
      `Votre question au helpdesk est bien arrivée (demande ${reference}). Vous voyez ici où elle en est et, plus tard, la réponse :`,
  },
  requestAnswered: {
    subject: (reference) => `Réponse à la demande ${reference}`,
    text: (reference) => `Le helpdesk a répondu à votre demande ${reference}. Vous lisez la réponse ici :`,
  },
  requestWaits: {
    subject: (reference) => `La demande ${reference} attend`,
    text: (reference) => `Une nouvelle demande est arrivée (${reference}). Le helpdesk la trouve ici :`,
  },
  limitChanged: {
    subject: 'Votre limite a changé',
    text: 'Le helpdesk a modifié le nombre d’espaces professionnels que vous pouvez avoir. Vous le voyez ici :',
  },
  certificateSettled: {
    subject: 'Votre certificat n’a pas été enregistré',
    text: 'Le helpdesk n’a pas pu enregistrer un certificat que vous avez présenté. Vous lisez pourquoi ici :',
  },
  recoveryRequested: {
    subject: (reference) => `Demande ${reference} reçue`,
    text: (reference) =>
      `Avec cette adresse, l’accès à un compte dont tous les certificats sont perdus a été demandé (demande ${reference}). Suivez la demande ici :`,
    otherwise: 'Si ce n’était pas vous, ignorez ce message.',
  },
  recoveryReady: {
    subject: (reference) => `Demande ${reference} : vous pouvez terminer`,
    text: (reference) =>
      `Le délai d’attente de votre demande ${reference} est écoulé. Terminez ici, pour que votre nouveau certificat ouvre votre compte :`,
  },
  recoveryRefused: {
    subject: (reference) => `Demande ${reference} refusée`,
    text: (reference) =>
      `Le helpdesk n’a pas pu confirmer que le compte de votre demande ${reference} est le vôtre. Vous le joignez ici :`,
  },
  recoveryCancelled: {
    subject: (reference) => `Demande ${reference} arrêtée`,
    text: (reference) =>
      `Le titulaire du compte a arrêté votre demande ${reference}. Vous joignez le helpdesk ici :`,
  },
  recoveryNotice: {
    subject: (reference) => `Demande d’accès à votre compte : ${reference}`,
    text: (reference, until) =>
      `Il a été demandé au helpdesk de laisser un nouveau certificat ouvrir votre compte, parce que tous les autres seraient perdus (demande ${reference}). Si vous ne l’arrêtez pas, cela pourra se faire à partir du ${until}. Si ce n’était pas vous, arrêtez-la ici :`,
    otherwise: 'Si vous l’avez demandé vous-même, vous n’avez rien à faire.',
  },
  certificateUnusable: {
    expired: {
      subject: 'Votre certificat a expiré',
      text: 'Quelqu’un a tenté de se connecter avec l’un de vos certificats qui a expiré, et a été refusé. Vous le voyez ici :',
      otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
    },
    revoked: {
      subject: 'Votre certificat a été révoqué',
      text: 'Quelqu’un a tenté de se connecter avec l’un de vos certificats que son émetteur a révoqué, et a été refusé. Vous le voyez ici :',
      otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
    },
  },
  newDevice: {
    subject: 'Connexion depuis un nouvel appareil',
    text: (device) =>
      `Quelqu’un s’est connecté à votre compte depuis un appareil que vous n’aviez pas encore utilisé : ${device}. Vous voyez vos sessions ici et pouvez y mettre fin :`,
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  emailChanged: {
    subject: 'Votre adresse e-mail a été modifiée',
    text: 'Une autre adresse e-mail a été confirmée pour votre compte. Désormais nous écrivons à celle-là, et plus à celle-ci. Vous le voyez ici :',
    otherwise: 'Si ce n’était pas vous, contactez immédiatement le helpdesk.',
  },
  invitation: {
    subject: 'Invitation dans un espace professionnel',
    text: 'Quelqu’un vous invite à partager un espace professionnel. Ouvrez cette page et connectez-vous avec votre certificat ; s’il est nouveau ici, vous l’enregistrez d’abord, puis vous y revenez. Le lien sert une seule fois, pendant 14 jours, et uniquement à vous :',
    otherwise:
      'Pour votre protection, ce message ne nomme ni l’entreprise ni la personne. Si vous n’attendez pas d’invitation, ignorez-le.',
  },
  invitationDeclined: {
    subject: (code) => `Invitation dans ${code} déclinée`,
    text: (code) =>
      `Une invitation que vous avez envoyée pour l’espace ${code} a été déclinée. Vous voyez toutes les invitations ici :`,
  },
  memberJoined: {
    subject: (code) => `Un nouvel utilisateur dans ${code}`,
    text: (code) =>
      `Une invitation dans l’espace ${code}, dont vous êtes administrateur, a été acceptée. Vous voyez tous les utilisateurs ici :`,
  },
  memberRemoved: {
    subject: (code) => `Vous ne partagez plus ${code}`,
    text: (code) =>
      `Un administrateur vous a retiré de l’espace ${code}. Vous ne pouvez plus l’ouvrir. Vos espaces se trouvent ici :`,
    otherwise: 'Si vous pensez qu’il s’agit d’une erreur, adressez-vous à l’administrateur de l’espace.',
  },
  roleChanged: {
    subject: (code) => `Votre rôle dans ${code} a été modifié`,
    text: (code) =>
      `Un administrateur a modifié ce que vous pouvez faire dans l’espace ${code}. Vous voyez votre rôle ici :`,
  },
  spaceClosed: {
    subject: (code) => `L’espace ${code} a été fermé`,
    text: (code) =>
      `Un administrateur a fermé l’espace ${code}. Il était vide, et plus personne ne peut l’ouvrir. La personne qui l’a créé peut annuler cette fermeture pendant 30 jours. Vos espaces se trouvent ici :`,
  },
  documentInfected: {
    subject: (code) => `Virus détecté dans ${code}`,
    text: (code) =>
      `L’antivirus a détecté une menace dans un document de l’espace ${code}. Ce document ne peut être ni ouvert ni transmis. Vous verrez ici de quel document il s’agit et où il a été utilisé :`,
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
