/** For whoever has lost every certificate: asking, following, and objecting. */
export const recovery = {
  title: 'I have lost all my certificates',
  lead: 'Lost, expired or replaced by a new one you never registered: with the helpdesk’s help a new certificate opens your account and your spaces again.',
  how: 'How it works',
  howSteps: (hours: number) => [
    'You get a new certificate and present it here. You can also do that later.',
    'You send the form. You receive a reference and a code with which you follow your request.',
    'The helpdesk contacts you and checks who you are.',
    `We write to every address we know for your account. For ${hours} hours its holder can stop the request.`,
    'After that you finish here, and the new certificate opens your spaces.',
  ],
  presentFirst: {
    title: 'Present the new certificate first',
    text: 'That is quickest: your request then already says which certificate is to open your account. You come back to this page.',
  },
  present: {
    title: 'Present the new certificate',
    text: 'At its provider, or from this browser. You come back to this page and add it to your request.',
  },
  waitingTitle: 'The new certificate in this browser',
  waitingText:
    'It becomes part of your request. Is it not yours? Then close all windows of this browser first.',
  ask: 'Your request',
  submit: 'Send the request',
  tooMany: 'Too many attempts. Please wait an hour, or contact the helpdesk.',
  followTitle: 'Follow a request',
  followText: 'Have you asked already? With the code of your request you see where it stands.',
  follow: 'Follow my request',
  lookupLead:
    'Enter the code you were shown when you sent the request. It is also in the link we mailed you.',
  code: 'Code of the request',
  codeHint: 'Fifteen letters and digits, for example K7MPX-4QTRB-9WZ2H.',
  codeText:
    'Keep this code to yourself: with it one sees where the request stands and completes it. We have mailed you the link to this page.',
  codeMissing: 'Enter the code of your request.',
  codeWrong: 'There is no request with this code. Please compare it with what you were shown.',
  request: (reference: string) => `Request ${reference}`,
  requested: 'We have received your request, and mailed you the link to this page.',
  given: 'The certificate is now part of your request.',
  giveText: 'Is this the certificate that is to open your account again?',
  give: 'Add it to my request',
  certificate: 'Certificate of this request',
  complete: 'Let the certificate open my account',
  course: 'What has happened',
  questions: (reference: string) => `Questions? Give the reference ${reference}.`,
  problems: {
    registered:
      'This certificate is registered already, so it cannot be part of a request. Simply sign in with it.',
    taken: 'This certificate has been registered for an account meanwhile. Please contact the helpdesk.',
  },
  leads: {
    requested: (until: string) =>
      `The helpdesk will contact you to check who you are. The request lapses on ${until}.`,
    checking: (until: string) => `An agent of the helpdesk is checking your request. It lapses on ${until}.`,
    waiting: (until: string) =>
      `The helpdesk has checked who you are. The holder of the account may object until ${until}; then you finish here.`,
    ready: () => 'The waiting time is over. You can finish now.',
    completed: () =>
      'Done: the certificate opens your account. Sign in with it, and remove the lost ones under “My certificates”.',
    refused: () => 'The helpdesk could not confirm that this account is yours. Nothing has been changed.',
    cancelled: () => 'The holder of the account has stopped this request. Nothing has been changed.',
    expired: (until: string) => `This request lapsed on ${until}. You can send a new one.`,
  },
  states: {
    requested: 'Received',
    checking: 'Being checked',
    waiting: 'Waiting time',
    ready: 'Ready to finish',
    completed: 'Completed',
    refused: 'Refused',
    cancelled: 'Stopped',
    expired: 'Lapsed',
  },
  happened: {
    requested: 'Request received',
    certificate_given: 'New certificate added',
    taken: 'An agent has begun to check',
    approved: 'Identity checked, holder of the account told',
    ready: 'Waiting time over',
    refused: 'Refused by the helpdesk',
    cancelled: 'Stopped by the holder of the account',
    completed: 'Completed: the certificate opens the account',
  },
  objection: {
    title: 'Somebody asks for access to your account',
    lead: (until: string) =>
      `The helpdesk was asked to let a new certificate open your account, because all others are said to be lost. Unless you stop it, that can happen from ${until} on. If this was not you, stop it now.`,
    stop: 'This is not me: stop it',
    yours: 'Did you ask for it yourself? Then there is nothing to do.',
    reference: 'Reference',
    stoppedTitle: 'The request has been stopped',
    overTitle: 'Nothing to stop here',
    overText: 'There is no such request, or it is decided already.',
    tooLate: 'This request has been completed. If this was not you, contact the helpdesk at once.',
    stopped:
      'The request has been stopped; no certificate has been added. If a certificate of yours is in somebody else’s hands, have its issuer revoke it.',
  },
  lostTitle: 'All certificates lost?',
  lost: 'I have lost all certificates',
  lostText: 'Does none of your certificates work any more? The helpdesk helps you back into your account.',
  lostAccount: 'With none of them any more',
  lostAccountText:
    'If all your registered certificates are lost or expired, ask the helpdesk to let this one in.',
  hint: 'Somebody asks the helpdesk to let a new certificate open your account.',
  hintLink: 'See and stop it',
}
