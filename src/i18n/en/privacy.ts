/** What each form says of what becomes of the data: GDPR, article 13. */
export const privacy = {
  title: 'What happens to your data',
  purpose: 'What for',
  basis: 'Legal basis',
  recipients: 'Who receives them',
  retention: 'How long they are kept',
  more: 'Privacy notice of the portal',
  publicTask:
    'Public task of the administration: Article 6(1)(c) and (e) of the General Data Protection Regulation',
  nobody: 'Nobody outside the portal',
  forms: {
    registration: {
      purpose: 'To open your account, to recognise you with each of your certificates, and to write to you.',
      recipients:
        'The register of natural persons, which is asked whether your number and names belong together',
      retention: 'As long as your account exists.',
    },
    email: {
      purpose: 'To tell you about your dossiers and about what happens to your account.',
      recipients: '',
      retention: 'Until you change the address. Earlier addresses stay in the record of mails for one year.',
    },
    helpdesk: {
      purpose: 'To answer you.',
      recipients: 'The helpdesk of the portal',
      retention: 'One year after the answer.',
    },
    recovery: {
      purpose: 'To check that an account is yours and to let a new certificate open it.',
      recipients: 'The helpdesk of the portal',
      retention: '30 days, or 30 days after the waiting time; deleted 60 days later.',
    },
    person: {
      purpose: 'To fill the forms of your procedures, so that you need not enter the same twice.',
      recipients: 'Authorities, but only what is in a dossier you submit',
      retention: 'Until you change or delete them, or close the space. Earlier versions stay visible to you.',
    },
    company: {
      purpose: 'To fill the forms of the company’s procedures, so that nobody need enter the same twice.',
      recipients: 'Authorities, but only what is in a dossier you submit; the users of this space',
      retention: 'Until they are changed or deleted, or the space is closed. Earlier versions stay visible.',
    },
    documents: {
      purpose: 'To keep them for you, and to send them with the dossiers you choose them in.',
      recipients: 'Authorities, but only those in a dossier you submit; in a business space its users',
      retention:
        'Until you delete them, and then seven more days. What was submitted stays with its dossier.',
    },
    invitation: {
      purpose: 'To let the colleague you name, and nobody else, join this space.',
      recipients: 'The administrators of this space; the colleague, once the invitation fits',
      retention:
        'Until 90 days after the invitation has ended. What a user did stays in the space, with their name.',
    },
  },
}
