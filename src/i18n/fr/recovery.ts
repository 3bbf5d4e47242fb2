import type { Messages } from '../index.ts'

export const recovery: Messages['recovery'] = {
  title: 'J’ai perdu tous mes certificats',
  lead: 'Perdus, expirés ou remplacés par un nouveau que vous n’avez jamais enregistré : avec l’aide du helpdesk, un nouveau certificat ouvre à nouveau votre compte et vos espaces.',
  how: 'Comment ça marche',
  howSteps: (hours) => [
    'Vous obtenez un nouveau certificat et le présentez ici. Vous pouvez aussi le faire plus tard.',
    'Vous envoyez le formulaire. Vous recevez une référence et un code qui vous permet de suivre votre demande.',
    'Le helpdesk vous contacte et vérifie qui vous êtes.',
    `Nous écrivons à toutes les adresses que nous connaissons pour votre compte. Pendant ${hours} heures, son titulaire peut arrêter la demande.`,
    'Ensuite, vous terminez ici, et le nouveau certificat ouvre vos espaces.',
  ],
  presentFirst: {
    title: 'Présentez d’abord le nouveau certificat',
    text: 'C’est le plus rapide : votre demande indique alors déjà quel certificat doit ouvrir votre compte. Vous revenez sur cette page.',
  },
  present: {
    title: 'Présentez le nouveau certificat',
    text: 'Chez son fournisseur ou depuis ce navigateur. Vous revenez sur cette page et l’ajoutez à votre demande.',
  },
  waitingTitle: 'Le nouveau certificat dans ce navigateur',
  waitingText:
    'Il fera partie de votre demande. Ce n’est pas le vôtre ? Fermez alors d’abord toutes les fenêtres de ce navigateur.',
  ask: 'Votre demande',
  submit: 'Envoyer la demande',
  tooMany: 'Trop de tentatives. Veuillez attendre une heure ou contacter le helpdesk.',
  followTitle: 'Suivre une demande',
  followText: 'Vous avez déjà fait une demande ? Son code vous montre où elle en est.',
  follow: 'Suivre ma demande',
  lookupLead:
    'Saisissez le code affiché lors de l’envoi de la demande. Il figure aussi dans le lien que nous vous avons envoyé.',
  code: 'Code de la demande',
  codeHint: 'Quinze lettres et chiffres, par exemple K7MPX-4QTRB-9WZ2H.',
  codeText:
    'Gardez ce code pour vous : il permet de voir où en est la demande et de la terminer. Nous vous avons envoyé le lien vers cette page par e-mail.',
  codeMissing: 'Saisissez le code de votre demande.',
  codeWrong: 'Aucune demande ne porte ce code. Veuillez le comparer à celui qui vous a été affiché.',
  request: (reference) => `Demande ${reference}`,
  requested: 'Nous avons bien reçu votre demande et vous avons envoyé le lien vers cette page.',
  given: 'Le certificat fait maintenant partie de votre demande.',
  giveText: 'Est-ce le certificat qui doit à nouveau ouvrir votre compte ?',
  give: 'L’ajouter à ma demande',
  certificate: 'Certificat de cette demande',
  complete: 'Laisser ce certificat ouvrir mon compte',
  course: 'Ce qui s’est passé',
  questions: (reference) => `Une question ? Indiquez la référence ${reference}.`,
  problems: {
    registered:
      'Ce certificat est déjà enregistré et ne peut donc pas faire partie d’une demande. Connectez-vous simplement avec lui.',
    taken: 'Ce certificat a entre-temps été enregistré pour un compte. Veuillez contacter le helpdesk.',
  },
  leads: {
    requested: (until) =>
      `Le helpdesk vous contactera pour vérifier qui vous êtes. La demande devient caduque le ${until}.`,
    checking: (until) => `Un agent du helpdesk vérifie votre demande. Elle devient caduque le ${until}.`,
    waiting: (until) =>
      `Le helpdesk a vérifié qui vous êtes. Le titulaire du compte peut s’y opposer jusqu’au ${until} ; ensuite, vous terminez ici.`,
    ready: () => 'Le délai d’attente est écoulé. Vous pouvez terminer maintenant.',
    completed: () =>
      'C’est fait : le certificat ouvre votre compte. Connectez-vous avec lui et retirez les certificats perdus sous « Mes certificats ».',
    refused: () => 'Le helpdesk n’a pas pu confirmer que ce compte est le vôtre. Rien n’a été modifié.',
    cancelled: () => 'Le titulaire du compte a arrêté cette demande. Rien n’a été modifié.',
    expired: (until) => `Cette demande est devenue caduque le ${until}. Vous pouvez en envoyer une nouvelle.`,
  },
  states: {
    requested: 'Reçue',
    checking: 'En cours de vérification',
    waiting: 'Délai d’attente en cours',
    ready: 'Peut être terminée',
    completed: 'Terminée',
    refused: 'Refusée',
    cancelled: 'Arrêtée',
    expired: 'Caduque',
  },
  happened: {
    requested: 'Demande reçue',
    certificate_given: 'Nouveau certificat ajouté',
    taken: 'Vérification commencée',
    approved: 'Identité vérifiée, titulaire du compte informé',
    ready: 'Délai d’attente écoulé',
    refused: 'Refusée par le helpdesk',
    cancelled: 'Arrêtée par le titulaire du compte',
    completed: 'Terminée : le certificat ouvre le compte',
  },
  objection: {
    title: 'Quelqu’un demande l’accès à votre compte',
    lead: (until) =>
      `Il a été demandé au helpdesk de laisser un nouveau certificat ouvrir votre compte, parce que tous les autres seraient perdus. Si vous ne l’arrêtez pas, cela pourra se faire à partir du ${until}. Si ce n’était pas vous, arrêtez-la maintenant.`,
    stop: 'Ce n’est pas moi : arrêter',
    yours: 'L’avez-vous demandé vous-même ? Alors vous n’avez rien à faire.',
    reference: 'Référence',
    stoppedTitle: 'La demande est arrêtée',
    overTitle: 'Il n’y a rien à arrêter ici',
    overText: 'Cette demande n’existe pas, ou elle est déjà décidée.',
    tooLate: 'Cette demande est terminée. Si ce n’était pas vous, contactez immédiatement le helpdesk.',
    stopped:
      'La demande est arrêtée ; aucun certificat n’a été ajouté. Si un de vos certificats est entre les mains d’un tiers, faites-le révoquer par son émetteur.',
  },
  lostTitle: 'Tous vos certificats sont perdus ?',
  lost: 'J’ai perdu tous mes certificats',
  lostText: 'Aucun de vos certificats ne fonctionne plus ? Le helpdesk vous aide à retrouver votre compte.',
  lostAccount: 'Avec plus aucun',
  lostAccountText:
    'Si tous vos certificats enregistrés sont perdus ou expirés, demandez au helpdesk d’admettre celui-ci.',
  hint: 'Quelqu’un demande au helpdesk de laisser un nouveau certificat ouvrir votre compte.',
  hintLink: 'Voir et arrêter',
}
