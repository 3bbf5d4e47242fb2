import type { Messages } from '../index.ts'

export const profile: Messages['profile'] = {
  lead: 'Ces données remplissent vos formulaires. Tenez-les à jour : chaque modification est conservée, avec son auteur et sa date.',
  changedBy: (name, when) => `Dernière modification le ${when} par ${name}`,
  change: 'Modifier les données',
  history: 'Historique des modifications',
  completeness: {
    title: 'Complétude',
    filled: (filled, total) => `${filled} champs sur ${total} sont remplis`,
    missing: 'Manquent encore',
    forms: (n) =>
      n === 0
        ? 'dans aucun formulaire pour l’instant'
        : n === 1
          ? 'remplit 1 formulaire'
          : `remplit ${n} formulaires`,
    more: (n) => (n === 1 ? '1 autre champ' : `${n} autres champs`),
    all: 'Tout est rempli.',
    counted: (n) =>
      n === 1 ? 'Compté sur la seule démarche du catalogue.' : `Compté sur les ${n} démarches du catalogue.`,
    add: 'Ajouter les données manquantes',
  },
  use: {
    title: 'Utiliser mes données pour remplir les formulaires',
    on: 'Activé : les nouveaux dossiers de cet espace arrivent remplis. Vous vérifiez tout avant de transmettre.',
    off: 'Désactivé : les formulaires commencent vides. Vos données restent ici.',
    turnOn: 'Activer',
    turnOff: 'Désactiver',
  },
  space: {
    title: 'Cet espace',
    code: 'Code',
    kind: 'Type',
    private: 'Espace privé',
    business: 'Espace professionnel',
    openedWith: 'Créé avec',
    openedWithPrivate: 'Certificat « Private »',
    openedWithProfessional: 'Certificat « Professional »',
    capacity: 'Vous agissez comme',
    role: 'Votre rôle',
    close: 'Fermer cet espace',
  },
  number: {
    title: 'Numéro d’identification national',
    declaredTag: 'Déclaré',
    confirmedTag: 'Confirmé',
    confirmed: 'Votre numéro d’identification national est confirmé. Il ne peut pas être modifié ici.',
    declared:
      'Vous avez déclaré ce numéro. Il sera confirmé dès qu’un certificat ou un registre le confirme.',
    refused:
      'Ce numéro ne peut pas être utilisé. Connectez-vous avec le certificat que vous avez enregistré en premier ou contactez le helpdesk.',
    tooMany: 'Trop de tentatives. Veuillez réessayer dans une heure.',
  },
  edit: {
    title: 'Modifier mes données',
    companyTitle: 'Modifier les données de l’entreprise',
    save: 'Enregistrer',
    cancel: 'Annuler',
  },
  conflict: {
    title: 'Les données ont été enregistrées entre-temps',
    lead: (name, when) =>
      `${name} a enregistré ces données le ${when}, pendant que vous les modifiiez. Rien n’est perdu et rien n’est écrasé : choisissez ce qui doit rester, puis enregistrez.`,
    leadSelf: (when) =>
      `Vous avez déjà enregistré ces données le ${when}, peut-être dans une autre fenêtre. Rien n’est perdu et rien n’est écrasé : choisissez ce qui doit rester, puis enregistrez.`,
    preset: 'Si une seule version a modifié un champ, elle est déjà choisie.',
    mine: 'Votre version',
    theirs: (name) => `Version de ${name}`,
    theirsSelf: 'Version enregistrée auparavant',
    empty: '(vide)',
    choose: (field) => `${field} : choisissez l’une des deux versions.`,
    save: 'Enregistrer mon choix',
    discard: 'Abandonner mes modifications',
  },
  past: {
    title: 'Historique des modifications',
    lead: 'Qui a modifié ces données, quand et comment.',
    created: 'Première saisie des données',
    changed: (n) => (n === 1 ? '1 champ modifié' : `${n} champs modifiés`),
    unchanged: 'Enregistré sans modification',
    by: (name) => `par ${name}`,
    field: 'Champ',
    before: 'Avant',
    after: 'Après',
    empty: '(vide)',
    older: 'Modifications plus anciennes',
    newest: 'Modifications les plus récentes',
    back: 'Retour aux données',
  },
  notices: {
    saved: 'Vos données sont enregistrées.',
    unchanged: 'Rien n’a été modifié.',
    use_on: 'Vos données remplissent désormais les formulaires de cet espace.',
    use_off: 'Vos données ne remplissent plus les formulaires de cet espace.',
  },
}
