export const sources = {
  title: 'Authentic sources',
  lead: 'What public registers hold on you, asked just now. Nothing of it is kept here unless you take it over.',
  companyLead:
    'What the register of companies holds on this company, asked just now. Nothing of it is kept here unless you take it over.',
  names: {
    persons: 'Register of natural persons',
    companies: 'Register of companies',
    drivingLicences: 'Register of driving licences',
  },
  asOf: (when: string) => `As of ${when}`,
  nothing: 'This register holds nothing on you.',
  companyNothing: 'This register does not know the company.',
  unavailable:
    'This register does not answer at the moment. Everything else works as usual; please try again later.',
  invalid:
    'This register gave an answer that cannot be right. It is not shown, and has been reported. Please try again later.',
  too_many:
    'This register has been asked as often for you in the last hour as it may be. Nothing is lost, and everything else works as usual; please look again in a while.',
  notConnected: 'No register is connected',
  notConnectedText: 'This portal asks no register for this kind of space yet.',
  needs: {
    number_none: {
      title: 'Your national number is needed',
      text: 'Registers find you by your national identification number, and are asked only once it is confirmed to be yours. You have not given it yet.',
    },
    number_declared: {
      title: 'Your national number is not confirmed yet',
      text: 'Registers are asked only by a confirmed number, so that nobody gets to see another person’s data. You gave yours, and nothing has confirmed it so far.',
    },
    private_certificate: {
      title: 'For spaces created with a Professional certificate',
      text: 'A Professional certificate names its company, and the register is asked about that one. This business space was created with a Private certificate, which names no company.',
    },
    no_company_number: {
      title: 'The company’s number is missing',
      text: 'The Professional certificate this business space was created with names neither a register number nor a VAT number. Without one of them the register cannot be asked.',
    },
  },
  ways: 'How to get there',
  wayEnter: 'Enter your number in your data. It is confirmed at once if it goes with your name.',
  wayAgain: 'Let the number be confirmed now: the register says whether it goes with your name.',
  wayCertificate: 'Or sign in with a certificate that names your number.',
  wayHelpdesk: 'Or ask the helpdesk, which can check an identity document.',
  enterNumber: 'Enter my number',
  confirmNumber: 'Confirm my number now',
  aboutSpaces: 'About private and business spaces',
  status: 'Status',
  company: {
    registeredOn: 'Registered on',
    status: { active: 'active', liquidation: 'in liquidation', struckOff: 'struck off' },
  },
  licence: {
    number: 'Licence number',
    status: { valid: 'valid', suspended: 'suspended', withdrawn: 'withdrawn', expired: 'expired' },
    issuedOn: 'Issued on',
    expiresOn: 'Valid until',
    categories: 'Categories',
    category: (code: string, since: string, until: string) => `${code}: since ${since}, until ${until}`,
  },
  compare: {
    title: 'Compared with your data',
    companyTitle: 'Compared with the company’s data',
    text: 'Nothing changes unless you tick it. What you take over is marked as verified and fills the next forms.',
    differs: (own: string) => `In your data: “${own}”`,
    missing: 'In your data: empty',
    agreeing: (n: number) =>
      n === 1
        ? 'One further value agrees with your data and is marked as verified, too.'
        : `${n} further values agree with your data and are marked as verified, too.`,
    all: 'Everything agrees with your data, and is marked as verified there.',
    take: 'Take over',
    verify: 'Mark as verified',
  },
  notices: {
    taken: 'Your data has been brought up to date from the register.',
    changed:
      'The register has changed since you opened this page. Nothing was taken over: please look again.',
    unavailable: 'The register did not answer. Nothing was taken over; please try again later.',
    too_many:
      'The register has been asked too often for you in the last hour. Nothing was taken over; please try again in a while.',
    number_confirmed: 'Your national number is confirmed.',
    number_refused:
      'The register did not confirm that this number goes with your name. Please check it, or ask the helpdesk.',
    number_unavailable: 'The register does not answer at the moment. Please try again later.',
    number_too_many: 'Too many attempts. Please try again in an hour.',
  },
  looked: {
    title: 'Who looked at my data',
    companyTitle: 'Who looked at the company’s data',
    lead: 'Each time a register was asked about you through this portal: who asked, why, and what came of it. Newest first.',
    companyLead:
      'Each time a register was asked about this company through this portal: who asked, why, and what came of it. Newest first.',
    none: 'Nobody yet',
    noneText: 'No register has been asked yet. As soon as one is, it stands here.',
    older: 'Show older',
    newest: 'Back to the newest',
    you: 'you',
    by: (name: string) => `by ${name}`,
    purpose: {
      display: 'To show it under “Authentic sources”',
      profile: 'To take it over into the data of the space',
      preview: 'To show what would fill a form',
      form: 'To fill a form',
      number: 'To confirm the national number',
    },
    outcome: {
      answered: 'data shown',
      nothing: 'nothing held',
      unavailable: 'no answer',
      invalid: 'answer refused',
      match: 'confirmed',
      no_match: 'not confirmed',
    },
  },
  form: {
    offer: {
      persons: 'The register of natural persons can fill part of this form.',
      companies: 'The register of companies can fill part of this form.',
    },
    filled: 'A part of this form is filled from a register.',
    offerText: 'You see first what it would pass, and may say no.',
    see: 'See what it would fill in',
    again: 'Look again, or type it myself',
    title: 'Fill from an authentic source',
    lead: {
      persons: 'This is what the register of natural persons would pass to the form.',
      companies: 'This is what the register of companies would pass to the form.',
    },
    consent: (authority: string) =>
      `Only what is ticked goes into the form, marked as verified. ${authority} gets it when you submit, not before. If you would rather not, say no and type it yourself.`,
    before: (own: string) => `So far in the form: “${own}”`,
    fill: 'Fill in what is ticked',
    no: 'No, I type it myself',
    back: 'Back to the form',
    agrees: 'Everything this register could fill in stands in the form already, verified.',
    changed: 'The register has changed since you opened this page. Nothing was filled in: please look again.',
    takeBack: 'Filled from a register already',
    takeBackText:
      'These values are verified and cannot be typed over in the form. If you take the mark away they stay, and you can change them.',
    takeBackButton: 'Type them myself',
  },
}
