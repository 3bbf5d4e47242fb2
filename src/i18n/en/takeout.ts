export const takeout = {
  title: 'Take out my data',
  lead: 'Everything the portal keeps on you and in your spaces, as one file to keep or to take elsewhere.',
  makeTitle: 'One ZIP file',
  inside: [
    'Folder “person”: your account, certificates, memberships, mails and activity.',
    'Folder “spaces”: for each space you administer, its data with earlier versions, its dossiers, what you submitted, and its documents as they were uploaded.',
    'JSON files, which other programs can read; times in UTC. Secrets such as session keys are not inside.',
  ],
  careful: 'The file is not encrypted. Keep it where nobody else can open it.',
  make: 'Download the file',
  fileName: 'my-data',
  readMe: 'READ-ME.txt',
  closed: 'Not inside, because another of your certificates opens these spaces:',
}
