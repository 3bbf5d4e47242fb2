import type { Messages } from '../index.ts'

export const errors: Messages['errors'] = {
  not_found: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être mal saisie ou périmée, ou la page appartient à un espace auquel vous n’avez pas accès.',
    next: 'Vérifiez l’adresse, revenez en arrière ou repartez de la page d’accueil.',
  },
  wrong_certificate: {
    title: 'Ce certificat n’ouvre pas cet espace',
    text: 'Il est lié aux certificats d’une entreprise.',
    next: '« Gérer mes espaces » indique laquelle. Connectez-vous avec l’un d’eux.',
  },
  forbidden: {
    title: 'Vous ne pouvez pas faire cela ici',
    text: 'Votre rôle dans cet espace ne permet pas ce que vous avez demandé.',
    next: 'Adressez-vous à l’administrateur de l’espace ou revenez à vos espaces.',
  },
  whoGrants: (names) => `Ce droit peut vous être donné par les administrateurs de l’espace : ${names}.`,
  cross_site: {
    title: 'Cette demande ne vient pas du portail',
    text: 'Pour votre sécurité, nous n’acceptons que les formulaires envoyés depuis nos propres pages. Rien n’a été modifié.',
    next: 'Rouvrez la page ici, dans le portail, et recommencez.',
  },
  signed_out: {
    title: 'Veuillez vous connecter',
    text: 'Cette page est réservée aux personnes connectées. Rien n’a été modifié.',
    next: 'Nous n’avons pas pu conserver ce que vous avez saisi ici. Connectez-vous dans un nouvel onglet, puis revenez ici et actualisez cette page : votre navigateur le renverra.',
  },
  session_over: {
    title: 'Votre session est terminée',
    text: 'Vous avez été déconnecté parce que rien ne s’est passé pendant un moment ou parce que la session a atteint sa durée maximale. Votre dernier envoi n’a pas été exécuté.',
    next: 'Nous n’avons pas pu conserver ce que vous avez saisi ici. Connectez-vous dans un nouvel onglet, puis revenez ici et actualisez cette page : votre navigateur le renverra.',
  },
  not_fresh: {
    title: 'Confirmez d’abord que c’est bien vous',
    text: 'Ceci demande un certificat présenté à l’instant. Rien n’a été modifié, et votre envoi était trop long pour être conservé ici.',
    next: 'Confirmez dans un nouvel onglet, puis revenez ici et actualisez cette page : votre navigateur renverra ce que vous aviez saisi.',
  },
  own_account: {
    title: 'Cela vous concerne peut-être',
    text: 'Vous ne pouvez traiter ni votre propre compte ni vos propres demandes : le numéro, l’adresse e-mail ou le nom sont les vôtres, ou leur ressemblent. Rien n’a été modifié, et la tentative est consignée.',
    next: 'Veuillez laisser une ou un collègue s’en charger.',
  },
  sign_in_cancelled: {
    title: 'La connexion a été annulée',
    text: 'Vous n’êtes pas connecté. Rien n’a été enregistré ni transmis.',
    next: 'Réessayez quand vous le souhaitez, ou lisez ce qu’il faut pour se connecter.',
  },
  conflict: {
    title: 'Une modification a eu lieu entre-temps',
    text: 'Quelqu’un d’autre, ou vous-même dans une autre fenêtre, a modifié la même chose. Rien n’a été écrasé.',
    next: 'Rouvrez la page, regardez ce qu’elle contient maintenant et refaites votre modification.',
  },
  gone: {
    title: 'Ceci n’existe plus',
    text: 'Le lien a déjà été utilisé ou a expiré, ou ce à quoi il menait a été supprimé.',
    next: 'Repartez de la page d’accueil ou de vos espaces.',
  },
  invalid: {
    title: 'Nous ne pouvons pas utiliser ces indications',
    text: 'Dans ce que vous avez envoyé, quelque chose manque ou n’a pas la bonne forme.',
    next: 'Revenez en arrière et vérifiez vos indications.',
  },
  bad_request: {
    title: 'Nous n’avons pas compris cette demande',
    text: 'L’adresse, ou ce qui a été envoyé avec elle, est endommagée. Rien n’a été modifié.',
    next: 'Revenez en arrière et réessayez, ou repartez de la page d’accueil.',
  },
  too_large: {
    title: 'C’était trop à la fois',
    text: 'Votre envoi dépasse ce que nous pouvons accepter. Rien n’a été enregistré.',
    next: 'Revenez en arrière avec votre navigateur : ce que vous avez saisi y est encore. Raccourcissez les textes les plus longs et envoyez de nouveau.',
  },
  too_many: {
    title: 'Trop de demandes',
    text: 'Au cours de la dernière minute, nous avons reçu de votre connexion plus de demandes que nous ne pouvons en accepter.',
    next: 'Attendez une minute, puis réessayez. Ce que vous avez enregistré est en sécurité.',
  },
  unexpected: {
    title: 'Un problème est survenu de notre côté',
    text: 'Une erreur s’est produite, vous n’y êtes pour rien. Nous l’avons consignée. Ce qui était enregistré est en sécurité.',
    next: 'Réessayez dans quelques minutes. Si cela se reproduit, indiquez au helpdesk le numéro ci-dessous.',
  },
  unavailable: {
    title: 'Ceci n’est pas disponible pour le moment',
    text: 'Une partie du portail est actuellement injoignable. Ce qui était enregistré est en sécurité.',
    next: 'Réessayez dans quelques minutes.',
  },
  maintenance: {
    title: 'Nous travaillons sur le portail',
    text: 'Le portail est fermé pour une courte durée en raison d’une maintenance. Vos espaces et vos dossiers sont en sécurité.',
    next: 'Revenez plus tard. En cas d’urgence, adressez-vous directement à l’administration.',
  },
  reference: 'Numéro de cette erreur',
  toStart: 'Page d’accueil',
  toSpaces: 'Gérer mes espaces',
  toQueue: 'Aux demandes en attente',
  toHelp: 'Aide à la connexion',
  signIn: 'Se connecter',
  confirm: 'Confirmer que c’est bien vous',
  tryAgain: 'Réessayer',
  helpdesk: 'Helpdesk',
}
