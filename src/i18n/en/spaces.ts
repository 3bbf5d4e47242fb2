export const spaces = {
  manage: {
    title: 'Manage my spaces',
    signedInWith: {
      private:
        'You are signed in with your Private certificate. Every certificate you registered leads here.',
      professional: (company: string) =>
        `You are signed in with your Professional certificate of ${company}. Every certificate you registered leads here.`,
    },
    private: 'Private space',
    business: 'Business spaces',
    drafts: (n: number) => (n === 1 ? '1 dossier in preparation' : `${n} dossiers in preparation`),
    noDrafts: 'Nothing in preparation',
    role: { administrator: 'Administrator', manager: 'Manager', reader: 'Reader' },
    createPrivate: 'Create my private space',
    createPrivateText:
      'For your own procedures: certificates, applications, declarations. You enter your data once, and it fills the next forms.',
    createBusiness: 'Create a business space',
    createBusinessText: 'For your company, your association or your work as a self-employed person.',
    none: 'You have no business space yet.',
    search: 'Search my spaces',
    searchHint: 'Title or code',
    searchButton: 'Search',
    showAll: 'Show all',
    found: (n: number) => (n === 0 ? 'No space found' : n === 1 ? '1 space found' : `${n} spaces found`),
    nothingFound: (search: string) => `No space matches “${search}”.`,
    nothingFoundText: 'Check the spelling, or look for the code.',
    more: 'Show more spaces',
  },
  limit: {
    used: (used: number, allowed: number) =>
      `${used} of ${allowed} business ${allowed === 1 ? 'space' : 'spaces'} used`,
    reachedTitle: 'You have reached the limit',
    reached: (allowed: number) =>
      allowed === 1
        ? 'You can have 1 business space, whichever certificate you use. Close one that is empty, or ask the helpdesk to raise your limit.'
        : `You can have at most ${allowed} business spaces, whichever certificate you use. Close one that is empty, or ask the helpdesk to raise your limit.`,
    noneTitle: 'No business spaces here',
    none: 'At the moment you cannot create business spaces. Ask the helpdesk if you need one.',
    help: 'About the limit',
  },
  first: {
    eyebrow: 'Manage my spaces',
    title: (name: string) => `Welcome, ${name}`,
    lead: 'A space keeps your dossiers and your data safe. What you enter once fills the next form. Which one do you need first? You can create the other one at any time.',
    private: {
      title: 'Private space',
      text: 'For you as a private person.',
      does: 'Do your personal procedures, such as a certificate of residence',
      keeps: 'Keep your personal data and let it fill your forms',
      howMany: 'One for each person, reached with every certificate you registered',
    },
    business: {
      title: 'Business space',
      text: 'For a company, an association or self-employed work.',
      does: 'Do the procedures of your company, such as a business permit',
      keeps: 'Keep the data of your company and let it fill its forms',
      howMany: (allowed: number) => `Up to ${allowed} for each person, with either kind of certificate`,
    },
    time: (minutes: number) => `About ${minutes} minutes`,
    more: 'More about spaces',
  },
  email: {
    title: 'Please confirm your e-\u2060mail address',
    text: (email: string) =>
      `We sent a link to ${email}. Until you open it, you receive no messages about your dossiers.`,
    none: 'You have given no e-mail address, so you receive no messages about your dossiers.',
    action: 'Send the link again or change the address',
  },
  closed: {
    title: 'Recently closed',
    text: 'You can restore a closed space for 30 days.',
    row: (closed: string, until: string) => `Closed on ${closed}. Can be restored until ${until}.`,
    restore: 'Restore',
  },
  create: {
    privateTitle: 'Create my private space',
    privateLead:
      'We keep these data in your space. They fill your forms later, and you can change them at any time.',
    businessTitle: 'Create a business space',
    businessLead:
      'We keep these data in the space. They fill the forms of your company later, and you can change them at any time.',
    prefillTitle: 'Save yourself some typing',
    prefillText: 'We take your name from the certificate you signed in with. What you have typed stays.',
    prefill: 'Prefill from my certificate',
    prefilled: 'Prefilled from your certificate. Please check the data.',
    nothingToPrefill: 'Your certificate adds nothing to what is here already.',
    knownTitle: 'We know some of it already',
    known: 'What you gave when you registered is filled in. Please check it.',
    professionalTitle: (company: string) => `For ${company}`,
    professional:
      'The name and the identifier of the company come from your Professional certificate. They are verified and cannot be changed here.',
    oneUserTitle: 'This space will have one user: you',
    oneUser:
      'You are signed in with a Private certificate. To share a space with colleagues, sign in with a Professional certificate of the company and create it then.',
    capacity: 'In which capacity do you act?',
    capacityMissing: 'Choose in which capacity you act.',
    confirm: 'Confirm',
    cancel: 'Cancel',
    sameCompanyTitle: 'You already have a space for this company',
    sameCompany: 'Nothing is created yet. Open the space you have, or confirm if you want one more.',
    sameCompanyBefore: 'You can open the space you have, or create one more below.',
    confirmAnyway: 'Confirm: create one more space',
  },
  capacity: {
    manager: 'Director or managing partner',
    employee: 'Employee',
    representative: 'Authorised representative',
    self_employed: 'Self-employed',
  },
  overview: {
    title: (name: string) => `Hello, ${name}`,
    newDossier: 'New dossier',
    waiting: 'Waiting for you',
    waitingMore: (n: number) => (n === 1 ? '1 more in preparation' : `${n} more in preparation`),
    recent: 'Recent dossiers',
    all: 'All dossiers',
    emptyTitle: 'No dossier yet',
    emptyPrivate: 'Choose a procedure. Your data fills the form, and you can stop and resume at any time.',
    emptyBusiness:
      'Choose a procedure. The data of your company fills the form, and you can stop and resume at any time.',
    emptyReader: 'As soon as somebody starts a dossier in this space, you find it here.',
    missing: (fields: string) => `Still missing: ${fields}.`,
    usedIn: (n: number) => (n === 1 ? 'Used in 1 form.' : `Used in ${n} forms.`),
    complete: 'Everything is filled in. Your forms need only what is new.',
    fillIn: 'Complete my data',
    show: 'Show my data',
    off: 'Your data is not used to fill forms at the moment.',
  },
  closure: {
    title: 'Close this space',
    ask: (title: string) => `Do you want to close “${title}”?`,
    noEntry: 'Nobody can open it any more.',
    frees: 'It no longer counts: you can create another one in its place.',
    undo: 'You can restore it for 30 days under “Manage my spaces”.',
    confirm: 'Close space',
    keep: 'Keep it',
    notEmptyTitle: 'This space cannot be closed',
    notEmpty: (n: number) =>
      n === 1
        ? 'There is a dossier in it. Only an empty space can be closed. You can delete dossiers that are in preparation; submitted ones are kept.'
        : `There are ${n} dossiers in it. Only an empty space can be closed. You can delete dossiers that are in preparation; submitted ones are kept.`,
    toDossiers: 'Show the dossiers',
    documentsLeft: (n: number) =>
      n === 1
        ? 'There is a document in it. Only an empty space can be closed. Save it elsewhere if you need it, then delete it here.'
        : `There are ${n} documents in it. Only an empty space can be closed. Save them elsewhere if you need them, then delete them here.`,
    toDocuments: 'Show the documents',
  },
  notices: {
    private_exists: 'You already have a private space. There is one for each person.',
    created_private: 'Your private space is ready.',
    created_business: 'The business space is ready.',
    created_next: 'Start your first dossier: your data is already there.',
    closed: 'The space is closed. You can restore it for 30 days.',
    reopened: 'The space is open again.',
    reopen_private_exists:
      'This space cannot be restored, because you have another private space by now. There is one for each person.',
    reopen_limit: 'This space cannot be restored, because you have reached your limit of business spaces.',
  },
  /** For administrators of a space. */
  activity: {
    title: 'Activity in this space',
    lead: 'What happened in this space, and who did it, newest first. Only administrators read this.',
    privateLead: 'What happened in your private space, newest first. Nobody else reads this.',
    about: 'About',
    abouts: {
      all: 'Everything',
      users: 'Users and invitations',
      dossiers: 'Dossiers',
      documents: 'Documents',
      data: 'Data and the space itself',
    },
    show: 'Show',
    none: 'Nothing here',
    noneText: 'What happens in this space appears here.',
    older: 'Show older',
    newest: 'Back to the newest',
    authority: 'The authority',
    scanner: 'The virus scanner',
  },
}
