export const identity = {
  signIn: {
    title: 'Sign in',
    lead: 'You sign in with your electronic certificate. Choose how you present it.',
    leadOne: 'You sign in with your electronic certificate.',
    tls: 'Certificate in this browser or on your card',
    tlsAbout: (name: string) =>
      `For certificates of ${name}. Insert your card or token first, if you use one. Your browser then asks which certificate you present.`,
    tlsAction: 'Sign in with my certificate',
    oidcAbout: (name: string) =>
      `You go to the pages of ${name}, present your certificate there and come back here.`,
    samlAbout: (name: string) =>
      `You identify yourself at ${name}, with the means it recognises, and come back here.`,
    oidcAction: (name: string) => `Continue with ${name}`,
    none: 'No way to sign in has been set up on this portal yet.',
    silent: 'It does not answer at the moment. You can try all the same.',
    noCertificate: 'No certificate?',
    noCertificateText: 'Where to get one, which kinds there are, and what you can do without one.',
    noCertificateLink: 'Help with certificates',
    firstTime: 'First time here?',
    firstTimeText:
      'Just sign in. A certificate we do not know yet is registered in a few minutes, on the next page.',
    hint: 'Good to know',
    protected: 'After signing in you return to the page you wanted to open.',
  },
  notices: {
    signed_out: {
      title: 'You have signed out',
      text: 'On a shared computer, also close all windows of the browser: it may remember which certificate you presented.',
    },
    cancelled: {
      title: 'Sign-in cancelled',
      text: 'Nothing was sent to us. You can try again or choose another way.',
    },
    session_over: {
      title: 'Your session is over',
      text: 'You were signed out for your safety. Sign in again to go on where you were.',
    },
    kept: {
      title: 'Your session is over',
      text: 'What you sent has not been carried out, but it is not lost: we keep it encrypted for 15 minutes. Sign in with one of your certificates, and it is back in its form.',
    },
    certificate_removed: {
      title: 'Certificate removed',
      text: 'You have been signed out, because your session began with that certificate. Sign in with another one.',
    },
    refused: {
      title: 'This sign-in could not be completed',
      text: 'It took too long, was already used, or began in another browser. Please sign in again.',
    },
    registration_over: {
      title: 'There is nothing left to register here',
      text: 'The registration took too long or is already finished. Please sign in again.',
    },
    incomplete: {
      title: 'The provider did not tell us enough',
      text: 'It did not say whose certificate this is, or of which kind. Please try another way, or contact the helpdesk.',
    },
    level_low: {
      title: 'This sign-in is not secure enough',
      text: 'The provider says that you signed in at a lower assurance level than we accept from it. Sign in again and choose a more secure means there, such as an app or a card instead of a password, or use another way.',
    },
    level_unknown: {
      title: 'The provider did not say how secure this sign-in was',
      text: 'Without an assurance level we cannot accept it. Please try again; if that does not help, choose another way or contact the helpdesk.',
    },
    not_fresh: {
      title: 'The provider did not ask you anew',
      text: 'For this step you prove once more who you are, but the provider relied on an earlier sign-in. Sign out there and try again, or use another way.',
    },
    failed: {
      title: 'The sign-in failed at the provider',
      text: 'Its answer could not be accepted. Please try again; if that does not help, choose another way or contact the helpdesk.',
    },
    too_many: {
      title: 'Too many attempts',
      text: 'Please wait ten minutes, then try again.',
    },
  },
  /** As Regulation (EU) No 910/2014 calls them, article 8. */
  levels: { low: 'low', substantial: 'substantial', high: 'high' },
  unavailable: {
    title: (name: string) => `${name} cannot be reached at the moment`,
    text: 'Please try again in a few minutes, or sign in another way.',
  },
  refusal: {
    missing: {
      title: 'No certificate was presented',
      text: 'Your browser did not send us a certificate.',
      todo: [
        'If you closed the question about the certificate: try again and choose one.',
        'If your browser asked nothing: insert your card or token, and check that the certificate is installed in this browser.',
        'If you do not have a certificate yet, read how to get one.',
      ],
    },
    expired: {
      title: 'Your certificate has expired',
      text: (date: string) => `It was valid until ${date}. An expired certificate cannot be used to sign in.`,
      todo: [
        'If you have already renewed it: choose the new certificate.',
        'If not, renew it with its issuer. Your spaces stay as they are: the renewed certificate opens them too.',
        'Another certificate that you have registered opens them as well.',
      ],
    },
    not_yet_valid: {
      title: 'Your certificate is not valid yet',
      text: (date: string) => `It becomes valid on ${date}.`,
      todo: [
        'Choose another certificate, or come back then.',
        'Check that the clock of your device is right.',
      ],
    },
    untrusted: {
      title: 'We do not know the issuer of this certificate',
      text: 'This portal accepts certificates of certain issuers only.',
      todo: [
        'If you have several certificates, choose another one.',
        'Read which certificates are accepted here.',
      ],
    },
    issuer_invalid: {
      title: 'The issuer of this certificate cannot be relied on',
      text: 'We know the issuer, but one of its own certificates has expired, has been revoked, or does not allow it to issue yours.',
      todo: [
        'If you have several certificates, choose another one.',
        'Ask the issuer of your certificate for a new one. It opens your spaces too: they stay as they are.',
        'If you believe this is an error, contact the helpdesk.',
      ],
    },
    weak: {
      title: 'This certificate is no longer secure enough',
      text: 'It relies on cryptography that counts as too weak today: somebody else could pretend to be you.',
      todo: [
        'Ask its issuer to exchange it. Your spaces stay as they are: the new certificate opens them too.',
        'Another certificate that you have registered opens them as well.',
      ],
    },
    faulty: {
      title: 'There is a fault in this certificate',
      text: 'We know its issuer, but the certificate is not made as the rules ask. That is not your mistake.',
      todo: [
        'If you have several certificates, choose another one.',
        'Ask its issuer for one without the fault, or contact the helpdesk.',
      ],
    },
    wrong_usage: {
      title: 'This certificate is not made for signing in',
      text: 'Its issuer meant it for something else, such as running a server or encrypting e-mail.',
      todo: [
        'Choose the certificate for authentication; many cards hold two.',
        'If you are not sure which one it is, ask its issuer.',
      ],
    },
    unknown_kind: {
      title: 'We do not know this kind of certificate',
      text: 'It says neither Private nor Professional, so we cannot tell for whom you act.',
      todo: [
        'If you have several certificates, choose another one.',
        'If you believe this is an error, contact the helpdesk.',
      ],
    },
    incomplete: {
      title: 'Something is missing in this certificate',
      text: 'It lacks the serial number of its holder, the name, or the company. Without them we cannot recognise you.',
      todo: [
        'If you have several certificates, choose another one.',
        'If you believe this is an error, contact the helpdesk.',
      ],
    },
    revoked: {
      title: 'Your certificate has been revoked',
      text: (date: string) =>
        `Its issuer declared it invalid on ${date}, before its time was up. It cannot be used to sign in any more.`,
      todo: [
        'If you reported a card as lost or had it replaced: choose the new certificate.',
        'Another certificate that you have registered opens your spaces as well. Nothing in them is lost.',
        'If you know of no reason, ask the issuer of your certificate.',
      ],
    },
    revocation_unknown: {
      title: 'The issuer does not know this certificate',
      text: 'We asked its issuer whether it is still valid, and were told that there is no such certificate.',
      todo: [
        'If it is quite new: try again in an hour.',
        'If you have several certificates, choose another one.',
        'If this goes on, ask the issuer of your certificate.',
      ],
    },
    revocation_unanswered: {
      title: 'We cannot check your certificate at the moment',
      text: 'Before each sign-in we ask the issuer of the certificate whether it has been revoked. The issuer does not answer just now, so we cannot let anybody in with it. You have done nothing wrong.',
      todo: [
        'Please try again in a few minutes.',
        'If it is urgent, use another way to sign in, or a certificate of another issuer that you have registered.',
      ],
    },
    over: {
      title: 'This sign-in is over',
      text: 'It took too long, or it did not begin on our sign-in page.',
      todo: ['Go back and begin again: it takes a moment.'],
    },
    too_many: {
      title: 'Too many attempts',
      text: 'Somebody has tried to sign in very often from your address.',
      todo: ['Please wait ten minutes, then try again.'],
    },
    unavailable: {
      title: 'Signing in is not possible at the moment',
      text: 'A part of this service does not answer. Nothing is wrong with your certificate.',
      todo: ['Please try again in a few minutes.'],
    },
    whatToDo: 'What you can do',
    again: 'Choose another certificate',
    tryAgain: 'Try again',
    back: 'Other ways to sign in',
    help: 'Help with certificates',
    remembers: 'Does your browser not ask?',
    remembersText:
      'Browsers remember your choice. To be asked again, close all windows of the browser, or open a private window.',
  },
  registration: {
    title: 'Welcome: register your certificate',
    lead: 'You are here for the first time with this certificate. It takes about two minutes; after that you simply sign in.',
    certificate: 'Your certificate',
    holder: 'Holder',
    kind: 'Type',
    kinds: { private: 'Private', professional: 'Professional' },
    organization: 'Company',
    organizationIdentifier: 'Identifier of the company',
    serialNumber: 'Serial number',
    provider: 'From',
    validTo: 'Valid until',
    namesFixed: 'The names come from your certificate. If they are wrong, its issuer can correct them.',
    number: 'National identification number',
    numberLabel: 'Your national identification number',
    numberHint:
      '13 digits, as on your social security card, for example 1985 03 27 123 45. Spaces do not matter.',
    numberWhy:
      'It tells you from others with the same name, and it makes sure that your spaces belong to you alone. We keep it encrypted.',
    noNumber: 'I have none',
    numberConfirmed: (from: string) => `Your national identification number is confirmed: ${from}.`,
    fromCertificate: 'it comes from your certificate',
    fromClaim: (name: string) => `it comes from ${name}`,
    contact: 'How we reach you',
    email: 'E-mail for notifications',
    emailHint:
      'We send a link there that confirms the address. Messages never contain anything confidential.',
    language: 'Language in which we write to you',
    terms: 'Terms of use',
    termsLabel: 'I accept the terms of use',
    termsRead: 'Read the terms of use',
    termsVersion: (version: string) => `Version ${version}`,
    privacy: 'How we handle your data is in the privacy notice. You do not have to accept it.',
    submit: 'Register and continue',
    cancel: 'Cancel registration',
    cancelText: 'Nothing will be kept.',
    next: 'What comes next',
    nextSteps: [
      'We send a link to your e-mail address. It is valid for 24 hours.',
      'You create your first space: the private one, or one for your company.',
      'Your data fills the forms of your first procedure.',
    ],
    time: 'You have 50 minutes for this page.',
    errors: {
      numberMissing: 'Enter your national identification number, or tick “I have none”.',
      numberBoth: 'Either enter a number or tick “I have none”, not both.',
      numberRefused:
        'We cannot register you with this number. Please check it. If you have been here before, sign in with your registered certificate; otherwise the helpdesk will help.',
      numberTooMany:
        'Too many numbers have been tried. Please wait an hour, or contact the helpdesk. You can also tick “I have none” and add the number later.',
      givenRefused:
        'The number in your certificate belongs to an account that is registered already. Please sign in with the certificate you registered, or contact the helpdesk.',
      emailMissing: 'Enter your e-mail address.',
      terms: 'Accept the terms of use to register.',
      language: 'Choose a language.',
    },
    tooMany: 'Too many attempts. Please wait an hour, or contact the helpdesk.',
    helpdesk: 'Contact the helpdesk',
  },
  session: {
    title: 'Your session',
    ends: (time: string) => `Your session ends at ${time} unless you do something before.`,
    endsFinal: (time: string) => `At the latest it ends at ${time}: then you sign in again.`,
    stay: 'Stay signed in',
    back: 'Back to where I was',
    extended: 'You are still signed in.',
  },
  email: {
    title: 'My e-\u2060mail address',
    lead: 'We write to this address when something happens in your spaces. Messages never contain anything confidential.',
    confirmed: 'Confirmed',
    open: 'Not confirmed yet',
    current: 'Address in use',
    waiting: 'Waiting for confirmation',
    none: 'You have not given an address yet.',
    openText: (email: string) =>
      `We sent a link to ${email}. Open it within 24 hours to confirm the address. Until then we send nothing else there.`,
    openOld: (email: string) => `Until then we keep writing to ${email}.`,
    spam: 'No message? Look in your spam folder, or have the link sent again.',
    resend: 'Send the link again',
    change: 'Change the address',
    label: 'New e-mail address',
    labelFirst: 'E-mail address',
    submit: 'Send the confirmation link',
    back: 'Manage my spaces',
    missing: 'Enter your e-mail address.',
    tooMany: 'We have sent many links already. Please wait an hour before you ask for another one.',
    notices: {
      requested: 'We have sent you a link. Open it within 24 hours.',
      unchanged: 'This address is already confirmed. Nothing has changed.',
    },
    confirmTitle: 'Confirm your e-\u2060mail address',
    confirmText: (email: string) => `Is ${email} the address you want to receive our messages at?`,
    confirm: 'Yes, confirm this address',
    confirmNot: 'If you did not ask for this, close this page: nothing will happen.',
    doneTitle: 'Your e-\u2060mail address is confirmed',
    doneText: 'From now on we write to you there when something happens in your spaces.',
    usedTitle: 'This address is already confirmed',
    usedText: 'The link has done its work. There is nothing more to do.',
    expiredTitle: 'This link is no longer valid',
    expiredText:
      'It was older than 24 hours, or you have given another address since. Sign in to have a new link sent.',
    continue: 'Continue to my spaces',
    again: 'Have a new link sent',
  },
}
