import type { Section } from '../topic.ts'

const terms: Section[] = [
  {
    heading: 'What the portal is for',
    text: [
      'With this portal you apply for public services, keep your dossiers and data in spaces and receive answers from authorities. Using it is free of charge; what a procedure costs is stated with the procedure.',
    ],
    list: [],
  },
  {
    heading: 'Your certificate',
    text: [
      'You sign in with an electronic certificate. It is personal: do not pass on the certificate or its PIN. If you suspect that somebody else uses it, have it blocked by your provider and tell the helpdesk.',
    ],
    list: [],
  },
  {
    heading: 'Your spaces',
    text: [
      'You may have one private space and several business spaces; the number is stated under “Manage my spaces”. Use a business space only for a company, association or activity for which you may act, and say truthfully in which capacity.',
    ],
    list: [],
  },
  {
    heading: 'Your entries',
    text: [
      'What you enter must be true and complete. Enter data on other people only where a procedure needs it, and tell them.',
      'With “Submit” your answers go to the authority that is responsible. From then on they can no longer be changed here; the receipt states what you submitted, when and in which capacity.',
    ],
    list: [],
  },
  {
    heading: 'Availability',
    text: [
      'The portal is meant to be available at all times. Maintenance and faults can interrupt it. Keep deadlines in mind: an interruption does not extend them by itself.',
    ],
    list: [],
  },
  {
    heading: 'Misuse',
    text: [
      'Whoever endangers the portal, tries to reach other people’s data or makes false entries can be shut out.',
    ],
    list: [],
  },
  {
    heading: 'Changes',
    text: [
      'When these terms change, their version changes. You are then asked to accept them before you go on. We keep which version you accepted, and when.',
    ],
    list: [],
  },
]

const privacy: Section[] = [
  {
    heading: 'What we process, and why',
    text: ['Only what is needed so that you can sign in, keep spaces and apply for services:'],
    list: [
      'From your certificate: names, type, serial number, and with a Professional one the company.',
      'Your national identification number, if you have one, so that all your certificates lead to the same private space. It is stored encrypted and does not appear in any log.',
      'Your e-mail address, for notifications. They contain nothing confidential.',
      'What you enter in your spaces and dossiers, together with earlier versions of your data.',
      'When you signed in and what was done in your spaces, so that misuse can be noticed.',
    ],
  },
  {
    heading: 'Legal basis',
    text: [
      'The administration processes these data to perform its public tasks (Article 6(1)(c) and (e) of the General Data Protection Regulation). The legal basis of each procedure is stated with it.',
    ],
    list: [],
  },
  {
    heading: 'Who receives data',
    text: [
      'When you submit a dossier, the authority responsible receives the answers in it. When a register confirms your details, it receives what it needs for that. When you look at what registers hold on you, they receive your national number; each such question is logged, and you can read the log. Nobody else does. The helpdesk sees accounts, never the contents of spaces.',
    ],
    list: [],
  },
  {
    heading: 'How long data are kept',
    text: [
      'Dossiers in preparation: until you delete them. Your data: until you change or delete them; earlier versions stay visible to you. What you submitted is kept as long as your space exists; at the authority its own periods apply.',
    ],
    list: [],
  },
  {
    heading: 'Cookies',
    text: [
      'We set only cookies without which the portal does not work: one for your session, one while you sign in, and one for the language you chose. There is no tracking, no advertising, and no content from other providers.',
    ],
    list: [],
  },
  {
    heading: 'Your rights',
    text: [
      'You may ask for access to your data, have them corrected, deleted or restricted, and object to their processing. Most of it you see and change yourself in your spaces. You may also complain to the data protection authority.',
    ],
    list: [],
  },
]

export const legal = {
  terms: { title: 'Terms of use', version: (version: string) => `Version ${version}`, sections: terms },
  privacy: {
    title: 'Privacy notice',
    lead: 'Which personal data this portal processes, what for, and what you can do.',
    controller: 'Who is responsible',
    officer: 'Data protection contact',
    sections: privacy,
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'Everybody should be able to use this portal: with a keyboard, with a screen reader, with large text, in high contrast and without JavaScript.',
    status: 'How accessible the portal is',
    statusText:
      'The portal is built to meet the European standard EN 301 549 and the Web Content Accessibility Guidelines 2.2, level AA. It has not yet been assessed by an independent body. Until then we state that it is partially compliant.',
    gaps: 'Known gaps',
    gapList: [
      'Signing in uses software of certificate providers. We have no influence on how accessible it is.',
      'Screen readers seldom have a Luxembourgish voice and may read Luxembourgish pages with a German one.',
      'Luxembourgish words are not hyphenated by every browser; in narrow windows they are broken without a hyphen.',
    ],
    how: 'How we checked',
    howText:
      'By ourselves: every page in all four languages with automatic tools (axe, html-validate), with the keyboard alone, at a width of 320 pixels, in dark and in forced colours, and without JavaScript.',
    feedback: 'Tell us about barriers',
    feedbackText:
      'If something is not accessible to you, write to us or call us. Say which page it was and what you wanted to do. We answer, and give you the information in another way if you need it.',
    complaint: 'If our answer does not help',
    complaintText: 'You can then turn to the body that watches over accessibility:',
    made: (date: string) => `This statement was made on ${date}.`,
  },
  imprint: {
    title: 'Imprint',
    operator: 'Operator of this portal',
    software: 'Software',
    softwareText: 'This portal runs OpenGuichet, free software under the European Union Public Licence 1.2.',
  },
  notGiven: 'The operator of this portal has not given any details here.',
}
