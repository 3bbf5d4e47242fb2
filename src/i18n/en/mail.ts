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
