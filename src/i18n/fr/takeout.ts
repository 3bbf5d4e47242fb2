import type { Messages } from '../index.ts'

export const takeout: Messages['takeout'] = {
  title: 'Emporter mes données',
  lead: 'Tout ce que le portail conserve sur vous et dans vos espaces, en un seul fichier, à garder ou à emporter ailleurs.',
  makeTitle: 'Un fichier ZIP',
  inside: [
    'Dossier « person » : votre compte, vos certificats, vos accès, les e-mails et l’activité.',
    'Dossier « spaces » : pour chaque espace dont vous êtes administrateur, ses données avec les versions précédentes, ses dossiers, ce que vous avez transmis, son activité et ses documents tels qu’ils ont été envoyés.',
    'Des fichiers JSON, lisibles par d’autres programmes ; heures en UTC. Les secrets, comme les clés de session, n’y sont pas.',
  ],
  careful: 'Le fichier n’est pas chiffré. Conservez-le là où personne d’autre ne peut l’ouvrir.',
  make: 'Télécharger le fichier',
  fileName: 'mes-donnees',
  readMe: 'LISEZ-MOI.txt',
  closed: 'Absents du fichier, parce qu’un autre de vos certificats ouvre ces espaces :',
  deletion: {
    title: 'Supprimer mon compte',
    lead: 'Tout ce qui n’est qu’à vous est supprimé. Comme certaines choses doivent rester, c’est le helpdesk qui s’en charge ; il répond en un mois au plus.',
    what: [
      'Sont supprimés : votre compte et ses certificats, votre espace privé, vos espaces professionnels que personne d’autre n’utilise, leurs données, documents et dossiers en préparation.',
      'Ne l’est pas ici ce que vous avez transmis : l’administration qui l’a reçu le conserve aussi longtemps que la loi l’exige. Les espaces professionnels qui ont d’autres utilisateurs leur restent.',
      'Le registre de ce qui a été fait avec le compte est gardé aussi longtemps que la loi l’exige, et personne ne le consulte sans motif.',
    ],
    first: 'Emportez d’abord vos données : ensuite, elles n’existent plus.',
    ask: 'Demander la suppression',
  },
}
