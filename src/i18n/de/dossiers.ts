import type { Messages } from '../index.ts'

export const dossiers: Messages['dossiers'] = {
  title: 'Vorgänge',
  new: 'Neuer Vorgang',
  empty: 'Noch keine Vorgänge',
  emptyText:
    'Ein Vorgang ist ein Antrag, den Sie hier vorbereiten, übermitteln und verfolgen. Was Ihr Bereich schon weiß, wird ausgefüllt.',
  older: 'Ältere Vorgänge',
  newest: 'Zurück zu den neuesten',
  status: { draft: 'Wird vorbereitet', submitted: 'Übermittelt', received: 'Eingegangen' },
  reference: 'Aktenzeichen',
  statusLabel: 'Status',
  lastChange: 'Letzte Änderung',
  changed: (date: string) => `Geändert am ${date}`,
  changedBy: (date: string, name: string) => `Geändert am ${date} von ${name}`,
  recent: 'Vorgänge',
  all: 'Alle Vorgänge',

  newLead: {
    private: 'Diese Behördengänge laufen in einem privaten Bereich.',
    business: 'Diese Behördengänge laufen in einem beruflichen Bereich.',
  },
  about: 'Mehr über diesen Behördengang',
  start: 'Beginnen',
  nothingOffered: 'Hier wird noch kein Behördengang angeboten',
  nothingOfferedText: 'Das Verzeichnis zeigt, was es für andere Bereiche gibt.',
  draftWaits: (reference: string) => `Sie bereiten schon einen vor: ${reference}`,
  useDataOff: 'Das Ausfüllen mit Ihren Daten ist in diesem Bereich ausgeschaltet.',
  useDataChange: 'Ändern',

  wrongKind: {
    private: 'Dieser Behördengang braucht einen privaten Bereich',
    business: 'Dieser Behördengang braucht einen beruflichen Bereich',
  },
  wrongKindText: {
    private:
      'Er betrifft eine Person und kein Unternehmen; in einem beruflichen Bereich kann er nicht laufen. Es wurde nichts begonnen. Wählen Sie Ihren privaten Bereich oder erstellen Sie ihn.',
    business:
      'Er betrifft ein Unternehmen; in einem privaten Bereich kann er nicht laufen. Es wurde nichts begonnen. Wählen Sie einen beruflichen Bereich oder erstellen Sie einen.',
  },
  chooseSpace: 'Anderen Bereich wählen',

  filledFromData: 'Was Ihr Bereich schon weiß, steht bereits da. Prüfen Sie es und ändern Sie, was abweicht.',
  next: 'Weiter',
  toCheck: 'Weiter: prüfen',
  back: 'Zurück',
  later: 'Später fortfahren',
  check: 'Prüfen',
  savedLater: 'Gespeichert. Sie können jederzeit weitermachen.',
  saved: 'Gespeichert.',
  closedForm: 'Dieser Vorgang ist bereits übermittelt und kann nicht mehr geändert werden.',

  conflictTitle: 'Diese Seite wurde inzwischen geändert',
  conflictText: (name: string, date: string) =>
    `${name} hat am ${date} andere Antworten gespeichert, oder Sie selbst in einem anderen Fenster. Nichts wurde überschrieben: Wählen Sie, was bleiben soll.`,
  conflictMine: 'Was Sie hier eingegeben haben',
  conflictTheirs: (name: string) => `Gespeichert von ${name}`,
  conflictSave: 'Diese Antworten behalten',
  nothing: 'nichts',

  checkTitle: 'Prüfen und übermitteln',
  checkLead: 'Lesen Sie alles noch einmal durch. Jetzt können Sie es noch ändern.',
  missing: (n: number) =>
    n === 1
      ? 'Eine Antwort fehlt oder kann nicht stimmen'
      : `${n} Antworten fehlen oder können nicht stimmen`,
  missingText: 'Folgen Sie einem Link, um sie zu berichtigen; am Ende kommen Sie hierher zurück.',
  onPage: (page: string) => `auf der Seite „${page}“`,
  takeOver: 'Weicht von Ihren Daten ab',
  takeOverText: 'Ohne Häkchen ändert sich nichts. Was Sie ankreuzen, füllt künftig Ihre Formulare.',
  takeOverField: (label: string) => `Auch meine Daten ändern: ${label}`,
  takeOverChange: (before: string, now: string) => `Bisher „${before}“, jetzt „${now}“`,
  takeOverNew: (now: string) => `Bisher leer, jetzt „${now}“`,
  capacity: 'In welcher Eigenschaft übermitteln Sie?',
  capacityMissing: 'Wählen Sie, in welcher Eigenschaft Sie übermitteln.',
  sendTitle: 'Was übermittelt wird',
  sendText: (authority: string) =>
    `Ihre Antworten und die Fragen dazu gehen an: ${authority}. Danach lassen sie sich hier nicht mehr ändern.`,
  sendTo: 'An',
  sendLanguage: 'Sprache',
  sendAs: 'Übermittelt von',
  languages: { de: 'Deutsch', fr: 'Französisch', en: 'Englisch', lb: 'Luxemburgisch' },
  submit: 'Übermitteln',
  seenTitle: 'Seit Sie diese Seite geöffnet haben, hat sich etwas geändert',
  seenText:
    'Es wurde nichts übermittelt. Bitte prüfen Sie die Antworten noch einmal und übermitteln Sie dann.',

  doneTitle: 'Ihr Vorgang ist übermittelt',
  doneText: (authority: string) =>
    `Er geht sofort an: ${authority}. Bewahren Sie das Aktenzeichen für Rückfragen auf.`,
  doneMail: (email: string) => `Eine Bestätigung geht an ${email}.`,
  doneNoMail:
    'Sie haben keine bestätigte E-Mail-Adresse. Bestätigen Sie sie, damit Sie erfahren, wann der Vorgang bei der Behörde eingegangen ist.',
  confirmEmail: 'Zu meiner E-Mail-Adresse',
  nextSteps: 'Wie es weitergeht',
  ask: 'An wen Sie sich wenden',
  print: 'Diese Seite können Sie mit Ihrem Browser drucken.',
  toDossier: 'Zum Vorgang',
  toList: 'Alle Vorgänge',

  goOn: 'Fortfahren',
  goOnText: 'Was Sie bisher eingegeben haben, sieht niemand außerhalb dieses Bereichs.',
  delete: 'Diesen Entwurf löschen',
  deleteTitle: 'Diesen Entwurf löschen?',
  deleteText: (title: string, reference: string) =>
    `Alles, was in „${title}“ (${reference}) eingegeben wurde, geht verloren. Das lässt sich nicht rückgängig machen. Ihre Daten im Bereich bleiben.`,
  deleteYes: 'Löschen',
  deleteNo: 'Behalten',
  deleted: 'Der Entwurf ist gelöscht.',
  course: 'Verlauf',
  event: {
    created: (name: string) => (name ? `Begonnen von ${name}` : 'Begonnen'),
    changed: (name) => (name ? `Bearbeitet von ${name}` : 'Bearbeitet'),
    submitted: (name: string) => (name ? `Übermittelt von ${name}` : 'Übermittelt'),
    received: (authority: string) => `Eingegangen bei: ${authority}`,
  },
  theirReference: (reference: string) => `Dortiges Aktenzeichen: ${reference}`,
  attachments: 'Mitgesandte Dokumente',
  frozen: 'Antworten, wie sie übermittelt wurden',
  soFar: 'Bisherige Antworten',
  submittedOn: 'Übermittelt am',
  submittedBy: 'Übermittelt von',
  submittedAs: 'Eigenschaft',
  language: 'Sprache',
  authority: 'Behörde',
  hash: 'Prüfsumme (SHA-256)',
  hashText:
    'Sie ändert sich, sobald ein einziges Zeichen der Übermittlung anders ist; die Behörde prüft sie.',
  notAnswered: 'nicht beantwortet',
}
