export const takeout = {
  title: 'Take out my data',
  lead: 'Everything the portal keeps on you and in your spaces, as one file to keep or to take elsewhere.',
  makeTitle: 'One ZIP file',
  inside: [
    'Folder “person”: your account, certificates, memberships, mails and activity.',
    'Folder “spaces”: for each space you administer, its data with earlier versions, its dossiers, what you submitted, its activity, and its documents as they were uploaded.',
    'JSON files, which other programs can read; times in UTC. Secrets such as session keys are not inside.',
  ],
  careful: 'The file is not encrypted. Keep it where nobody else can open it.',
  make: 'Download the file',
  fileName: 'my-data',
  readMe: 'READ-ME.txt',
  closed: 'Not inside, because another of your certificates opens these spaces:',
  deletion: {
    title: 'Delete my account',
    lead: 'Everything that is yours alone is deleted. Because of what has to stay, the helpdesk does it, and answers within a month.',
    what: [
      'Deleted: your account with its certificates, your private space, your business spaces that nobody else uses, their data, documents and dossiers in preparation.',
      'Not deleted here: what you submitted is kept by the authority that received it, as long as the law asks. Business spaces with other users stay theirs.',
      'The record of what was done with the account is kept for as long as the law asks, and seen by nobody without a reason.',
    ],
    first: 'Take out your data first: afterwards it is gone.',
    ask: 'Ask for deletion',
  },
}
