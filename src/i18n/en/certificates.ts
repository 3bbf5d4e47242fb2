/** “My certificates”: several of one person, and how one is added or taken away. */
export const certificates = {
  title: 'My certificates',
  lead: 'Each of these certificates opens your spaces. With more than one you still get in when a card is lost or expires.',
  inUse: 'In use now',
  expired: 'Expired',
  kinds: { private: 'Private certificate', professional: 'Professional certificate' },
  holder: 'Holder',
  organization: 'Company',
  organizationIdentifier: 'Identifier of the company',
  serialNumber: 'Serial number',
  serialNumberHint: 'Whoever invites you to a business space may ask for it.',
  provider: 'From',
  validity: 'Valid',
  validUntil: (date: string) => `until ${date}`,
  validBetween: (from: string, to: string) => `${from} to ${to}`,
  registered: 'Registered',
  lastUsed: 'Last used',
  remove: 'Remove',
  add: 'Register another certificate',
  addText:
    'Present the other certificate now. You stay signed in, and from then on it opens the same spaces. The names in it must be yours; accents, capitals, hyphens and the order of names do not matter.',
  addWith: (name: string) => `Present it: ${name}`,
  addCertificate: 'Certificate in this browser or on your card',
  remembers:
    'Does your browser present the same certificate again without asking? Use a private window and an activation code.',
  code: 'Activation code',
  codeText:
    'Is the other certificate on another device? Sign in there with it, and enter a code that you have shown here.',
  codeShow: 'Show an activation code',
  codeTitle: 'Your activation code',
  codeLead: (time: string) => `It is valid until ${time} and works once.`,
  codeSteps: [
    'On the other device, sign in with the certificate that is to be added.',
    'On the page that follows, choose “I already have an account” and enter the code.',
    'The certificate then opens your spaces too. We tell you by e-mail.',
  ],
  codeSecret: 'Keep the code to yourself: nobody of the portal or the helpdesk asks for it.',
  codeTooMany: 'You have had many codes shown already. Please wait an hour.',
  back: 'Back to my certificates',
  continue: 'Continue',
  waiting: 'Waiting for the helpdesk',
  waitingText:
    'These certificates could not be registered at once: they name their holder differently, or are registered already. The helpdesk settles it with you.',
  notRegistered: (why: string) => `not registered: ${why}`,
  waitingSince: (date: string) => `since ${date}`,
  notices: {
    registered: 'The certificate has been registered. From now on it opens your spaces.',
    known: 'This certificate is already registered for you. Nothing has changed.',
    refused:
      'This certificate cannot be registered for your account just like that: it names its holder differently, or it is registered already. It is now on the helpdesk’s list.',
    too_many: 'Too many certificates have been tried. Please wait an hour.',
    removed: 'The certificate has been removed. It opens nothing any more.',
    renewed:
      'We have recognised your renewed certificate: it replaces the one before. Was it not you who renewed it? Then contact the helpdesk at once.',
  },
  removal: {
    title: 'Remove this certificate?',
    lead: 'It then signs nobody in any more, and sessions that began with it end. Your spaces and dossiers stay.',
    inUse:
      'You are signed in with this certificate. You will be signed out, and sign in again with another one.',
    again: 'You can register it again later.',
    confirm: 'Remove the certificate',
    cancel: 'Keep it',
    lastTitle: 'This is your last certificate',
    last: 'Without it you could not sign in any more. Register another valid one first; then you can remove this one.',
    lastKeyTitle: 'A space still needs this certificate',
    lastKey:
      'Without it nobody could administer the space any more. Make a second user an administrator first, or close the space; then you can remove it.',
  },
  /** Where it alone opens a space to the last administrator. */
  lastKey: {
    title: (n: number) => (n === 1 ? 'A space depends on it' : `${n} spaces depend on it`),
    text: 'No other certificate lets an administrator in here:',
    how: 'Do not let it lapse: make a second user an administrator there, on the page “Users”. Until then it cannot be removed.',
  },
  bound: {
    title: 'This space needs another certificate',
    lead: (company: string) => `It opens with a Professional certificate of ${company}.`,
    leadCertificate: (ending: string) => `It opens with your certificate whose number ends in ${ending}.`,
    space: 'Space',
    how: 'Sign out, then sign in with that certificate. If it is new, register it from your account first.',
    lost: 'Is that certificate lost, or can it not be renewed? An administrator of the space can remove you and invite you anew. If there is no other one, the helpdesk helps.',
    change: 'Sign out and use another certificate',
    help: 'Which certificate opens what',
    listedCertificate: (ending: string) => `Opens with your certificate whose number ends in ${ending}`,
    listed: (company: string) => `Opens with a certificate of ${company}`,
  },
  opening: {
    title: 'Which certificate opens what',
    space: 'Space',
    certificate: 'Certificate',
    opens: 'Opens it',
    yes: 'yes',
    no: 'no',
    boundNote:
      'On this portal, a business space that is created with a Professional certificate opens with certificates of that company only.',
    rows: {
      private_private: { space: 'Private space', certificate: 'a Private certificate registered for you' },
      private_professional: {
        space: 'Private space',
        certificate: 'a Professional certificate registered for you',
      },
      business_private: { space: 'Business space', certificate: 'a Private certificate registered for you' },
      business_professional: {
        space: 'Business space',
        certificate: 'a Professional certificate registered for you, of whichever company',
      },
      bound_same: {
        space: 'Business space bound to a company',
        certificate: 'a Professional certificate of that company, registered for you',
      },
      bound_private: {
        space: 'Business space bound to a company',
        certificate: 'a Private certificate registered for you',
      },
      bound_other: {
        space: 'Business space bound to a company',
        certificate: 'a Professional certificate of another company',
      },
      bound_this_certificate: {
        space: 'Business space bound to one certificate',
        certificate: 'that certificate, also after its renewal',
      },
      bound_other_certificate: {
        space: 'Business space bound to one certificate',
        certificate: 'another certificate registered for you',
      },
      unregistered: {
        space: 'Any space',
        certificate: 'a certificate that is not registered: register it from your account',
      },
      out_of_use: { space: 'Any space', certificate: 'a certificate that has expired or been removed' },
    },
  },
  account: {
    title: 'I already have an account',
    text: 'Then do not register a second time: register this certificate from your account, and it opens the same spaces.',
    prove: 'With a certificate that is registered already',
    proveText: 'Present it now, in this browser. You are then signed in, and both certificates are yours.',
    code: 'Activation code',
    codeHint:
      'In your account under “My certificates”, on any device: “Show an activation code”. For example K7MPX-4QTRB.',
    submit: 'Register for my account',
    wrong:
      'This code is not valid. It may be older than 15 minutes or used already, or a newer one has been shown since.',
    missing: 'Enter the activation code.',
    tooMany: 'Too many codes have been tried. Please wait an hour, or present a registered certificate.',
    refused:
      'This certificate could not be registered for that account: it names its holder differently, or it is registered already. The helpdesk has been told; the code is used up.',
    unknownToo:
      'The certificate you presented just now is not registered either. Present another one, use an activation code, or register as a new person.',
  },
}
