/** Texts of mails: plain text, short subjects, nothing confidential. */
export const mail = {
  greeting: (name: string) => `Dear ${name},`,
  greetingUnknown: 'Good day,',
  automatic: 'This message was sent automatically. Please do not reply to it.',
  helpdesk: (contact: string) => `Questions? Contact the helpdesk: ${contact}`,
  emailConfirmation: {
    subject: 'Confirm your e-mail address',
    text: 'This address was given for messages from the portal. Open this page to confirm it; the link is valid for 24 hours:',
    otherwise: 'If you did not give this address, ignore this message: you will not receive any others.',
  },
  newCertificate: {
    subject: 'New certificate registered',
    text: 'A new certificate was registered for your account. It can now be used to sign in and to reach your spaces:',
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  certificateRefused: {
    subject: 'A certificate could not be registered',
    text: 'A certificate was presented for your account and could not be registered at once. It is on the helpdesk’s list; you see it here:',
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  certificateRemoved: {
    subject: 'A certificate was removed',
    text: 'A certificate was removed from your account. It opens nothing any more. You see the remaining ones here:',
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  certificateRenewed: {
    subject: 'Your certificate was renewed',
    text: 'Somebody signed in with a renewed certificate of yours. It replaces the one before. You see your certificates here:',
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  requestReceived: {
    subject: (reference: string) => `Request ${reference} received`,
    text: (reference: string) =>
      `We have received your question to the helpdesk (request ${reference}). Here you see where it stands, and later the answer:`,
  },
  requestAnswered: {
    subject: (reference: string) => `Request ${reference} answered`,
    text: (reference: string) =>
      `The helpdesk has answered your request ${reference}. You read the answer here:`,
  },
  requestWaits: {
    subject: (reference: string) => `Request ${reference} waits for the helpdesk`,
    text: (reference: string) => `A new request has come in (${reference}). Agents find it here:`,
  },
  limitChanged: {
    subject: 'Your limit of business spaces has changed',
    text: 'The helpdesk has changed how many business spaces you may have. You see it here:',
  },
  certificateSettled: {
    subject: 'Your certificate was not registered',
    text: 'The helpdesk could not register a certificate that you presented. You read why here:',
  },
  recoveryRequested: {
    subject: (reference: string) => `Request ${reference} received`,
    text: (reference: string) =>
      `Somebody asked with this address for access to an account whose certificates are all lost (request ${reference}). You follow the request here:`,
    otherwise: 'If this was not you, ignore this message.',
  },
  recoveryReady: {
    subject: (reference: string) => `Request ${reference}: you can finish`,
    text: (reference: string) =>
      `The waiting time of your request ${reference} is over. Finish here, so that your new certificate opens your account:`,
  },
  recoveryRefused: {
    subject: (reference: string) => `Request ${reference} refused`,
    text: (reference: string) =>
      `The helpdesk could not confirm that the account of your request ${reference} is yours. You reach it here:`,
  },
  recoveryCancelled: {
    subject: (reference: string) => `Request ${reference} stopped`,
    text: (reference: string) =>
      `The holder of the account has stopped your request ${reference}. You reach the helpdesk here:`,
  },
  recoveryNotice: {
    subject: (reference: string) => `Access to your account asked for: ${reference}`,
    text: (reference: string, until: string) =>
      `The helpdesk was asked to let a new certificate open your account, because all others are said to be lost (request ${reference}). Unless you stop it, that can happen from ${until} on. Stop it here if this was not you:`,
    otherwise: 'If you asked for it yourself, there is nothing to do.',
  },
  certificateUnusable: {
    expired: {
      subject: 'Your certificate has expired',
      text: 'Somebody tried to sign in with a certificate of yours that has expired, and was refused. You see it here:',
      otherwise: 'If this was not you, contact the helpdesk at once.',
    },
    revoked: {
      subject: 'Your certificate has been revoked',
      text: 'Somebody tried to sign in with a certificate of yours that its issuer has revoked, and was refused. You see it here:',
      otherwise: 'If this was not you, contact the helpdesk at once.',
    },
  },
  newDevice: {
    subject: 'Sign-in from a new device',
    text: (device: string) =>
      `Somebody signed in to your account from a device that you have not used before: ${device}. You see your sessions here, and can end them:`,
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  emailChanged: {
    subject: 'Your e-mail address was changed',
    text: 'Another e-mail address was confirmed for your account. From now on we write to that one, and no longer to this one. You see it here:',
    otherwise: 'If this was not you, contact the helpdesk at once.',
  },
  invitation: {
    subject: 'You are invited to a business space',
    text: 'Somebody invites you to share a business space. Open this page and sign in with your certificate; if it is new here, you register it first and then come back. The link works once, for 14 days, and only for you:',
    otherwise:
      'For your protection this message names neither the company nor the person. If you do not expect an invitation, ignore it.',
  },
  invitationDeclined: {
    subject: (code: string) => `Invitation to ${code} declined`,
    text: (code: string) =>
      `An invitation that you sent to the space ${code} was declined. You see all invitations here:`,
  },
  memberJoined: {
    subject: (code: string) => `A new user in ${code}`,
    text: (code: string) =>
      `An invitation to the space ${code}, of which you are an administrator, was accepted. You see all users here:`,
  },
  memberRemoved: {
    subject: (code: string) => `You no longer share ${code}`,
    text: (code: string) =>
      `An administrator removed you from the space ${code}. You can no longer open it. You see your spaces here:`,
    otherwise: 'If you think this is a mistake, ask the administrator of the space.',
  },
  roleChanged: {
    subject: (code: string) => `Your role in ${code} was changed`,
    text: (code: string) =>
      `An administrator changed what you may do in the space ${code}. You see your role here:`,
  },
  spaceClosed: {
    subject: (code: string) => `Space ${code} was closed`,
    text: (code: string) =>
      `An administrator closed the space ${code}. It was empty, and nobody can open it any more. Whoever created it can undo that for 30 days. You see your spaces here:`,
  },
  documentInfected: {
    subject: (code: string) => `A virus was found in ${code}`,
    text: (code: string) =>
      `The virus scanner has found something in a document of the space ${code}. The document can be neither opened nor submitted. What it is, and where it was used, you see here:`,
  },
  spaceCreated: {
    subject: (code: string) => `Space ${code} created`,
    text: (code: string) => `Your space ${code} was created. You will find it here:`,
  },
  dossierSubmitted: {
    subject: (reference: string) => `Dossier ${reference} submitted`,
    text: (reference: string) =>
      `Your dossier ${reference} was submitted to the authority. You will find its status and the receipt here:`,
  },
  dossierReceived: {
    subject: (reference: string) => `Dossier ${reference} received`,
    text: (reference: string) =>
      `The authority has received your dossier ${reference}. You will find its status here:`,
  },
}
