import type { Messages } from '../index.ts'

export const spaces: Messages['spaces'] = {
  manage: {
    title: 'Meine Bereiche verwalten',
    signedInWith: {
      private:
        'Sie sind mit Ihrem Zertifikat „Private“ angemeldet. Jedes Zertifikat, das Sie registriert haben, führt hierher.',
      professional: (company) =>
        `Sie sind mit Ihrem Zertifikat „Professional“ von ${company} angemeldet. Jedes Zertifikat, das Sie registriert haben, führt hierher.`,
    },
    private: 'Privater Bereich',
    business: 'Berufliche Bereiche',
    drafts: (n) => (n === 1 ? '1 Vorgang wird vorbereitet' : `${n} Vorgänge werden vorbereitet`),
    noDrafts: 'Kein Vorgang in Vorbereitung',
    role: { administrator: 'Administrator', manager: 'Verwalter', reader: 'Leser' },
    createPrivate: 'Meinen privaten Bereich erstellen',
    createPrivateText:
      'Für Ihre eigenen Behördengänge: Bescheinigungen, Anträge, Erklärungen. Sie geben Ihre Daten einmal ein, danach füllen sie die nächsten Formulare.',
    createBusiness: 'Einen beruflichen Bereich erstellen',
    createBusinessText: 'Für Ihr Unternehmen, Ihren Verein oder Ihre selbstständige Tätigkeit.',
    none: 'Sie haben noch keinen beruflichen Bereich.',
    search: 'Meine Bereiche durchsuchen',
    searchHint: 'Titel oder Code',
    searchButton: 'Suchen',
    showAll: 'Alle anzeigen',
    found: (n) =>
      n === 0 ? 'Kein Bereich gefunden' : n === 1 ? '1 Bereich gefunden' : `${n} Bereiche gefunden`,
    nothingFound: (search) => `Kein Bereich passt zu „${search}“.`,
    nothingFoundText: 'Prüfen Sie die Schreibweise oder suchen Sie nach dem Code.',
    more: 'Weitere Bereiche anzeigen',
  },
  limit: {
    used: (used, allowed) =>
      `${used} von ${allowed} ${allowed === 1 ? 'beruflichen Bereich' : 'beruflichen Bereichen'} genutzt`,
    reachedTitle: 'Sie haben die Höchstgrenze erreicht',
    reached: (allowed) =>
      allowed === 1
        ? 'Sie können einen beruflichen Bereich haben, unabhängig vom benutzten Zertifikat. Schließen Sie einen leeren Bereich oder bitten Sie den Helpdesk, Ihre Höchstgrenze anzuheben.'
        : `Sie können höchstens ${allowed} berufliche Bereiche haben, unabhängig vom benutzten Zertifikat. Schließen Sie einen leeren Bereich oder bitten Sie den Helpdesk, Ihre Höchstgrenze anzuheben.`,
    noneTitle: 'Keine beruflichen Bereiche',
    none: 'Zurzeit können Sie keine beruflichen Bereiche erstellen. Wenden Sie sich an den Helpdesk, wenn Sie einen brauchen.',
    help: 'Mehr zur Höchstgrenze',
  },
  first: {
    eyebrow: 'Meine Bereiche verwalten',
    title: (name) => `Willkommen, ${name}`,
    lead: 'Ein Bereich bewahrt Ihre Vorgänge und Ihre Daten sicher auf. Was Sie einmal eingeben, füllt das nächste Formular. Welchen brauchen Sie zuerst? Den anderen können Sie jederzeit erstellen.',
    private: {
      title: 'Privater Bereich',
      text: 'Für Sie als Privatperson.',
      does: 'Persönliche Behördengänge erledigen, zum Beispiel eine Wohnsitzbescheinigung',
      keeps: 'Persönliche Daten aufbewahren und Formulare damit füllen lassen',
      howMany: 'Einer pro Person, erreichbar mit jedem Zertifikat, das Sie registriert haben',
    },
    business: {
      title: 'Beruflicher Bereich',
      text: 'Für ein Unternehmen, einen Verein oder eine selbstständige Tätigkeit.',
      does: 'Behördengänge Ihres Unternehmens erledigen, zum Beispiel eine Niederlassungsgenehmigung',
      keeps: 'Daten Ihres Unternehmens aufbewahren und seine Formulare damit füllen lassen',
      howMany: (allowed) => `Bis zu ${allowed} pro Person, mit beiden Arten von Zertifikat`,
    },
    time: (minutes) => `Etwa ${minutes} Minuten`,
    more: 'Mehr über Bereiche',
  },
  email: {
    title: 'Bitte bestätigen Sie Ihre E-\u2060Mail-Adresse',
    text: (email) =>
      `Wir haben einen Link an ${email} geschickt. Solange Sie ihn nicht geöffnet haben, erhalten Sie keine Nachrichten zu Ihren Vorgängen.`,
    none: 'Sie haben keine E-Mail-Adresse angegeben und erhalten daher keine Nachrichten zu Ihren Vorgängen.',
    action: 'Link erneut senden oder Adresse ändern',
  },
  closed: {
    title: 'Kürzlich geschlossen',
    text: 'Sie können einen geschlossenen Bereich 30 Tage lang wiederherstellen.',
    row: (closed, until) => `Geschlossen am ${closed}. Wiederherstellbar bis zum ${until}.`,
    restore: 'Wiederherstellen',
  },
  create: {
    privateTitle: 'Meinen privaten Bereich erstellen',
    privateLead:
      'Diese Daten bewahren wir in Ihrem Bereich auf. Sie füllen später Ihre Formulare, und Sie können sie jederzeit ändern.',
    businessTitle: 'Einen beruflichen Bereich erstellen',
    businessLead:
      'Diese Daten bewahren wir im Bereich auf. Sie füllen später die Formulare Ihres Unternehmens, und Sie können sie jederzeit ändern.',
    prefillTitle: 'Sparen Sie sich das Tippen',
    prefillText:
      'Wir übernehmen Ihren Namen aus dem Zertifikat, mit dem Sie angemeldet sind. Was Sie schon eingegeben haben, bleibt stehen.',
    prefill: 'Aus meinem Zertifikat vorausfüllen',
    prefilled: 'Aus Ihrem Zertifikat vorausgefüllt. Bitte prüfen Sie die Angaben.',
    nothingToPrefill: 'Ihr Zertifikat ergänzt nichts, was nicht schon hier steht.',
    knownTitle: 'Einiges wissen wir schon',
    known: 'Was Sie bei der Registrierung angegeben haben, ist eingetragen. Bitte prüfen Sie es.',
    professionalTitle: (company) => `Für ${company}`,
    professional:
      'Name und Kennnummer des Unternehmens stammen aus Ihrem Zertifikat „Professional“. Sie sind geprüft und lassen sich hier nicht ändern.',
    oneUserTitle: 'Dieser Bereich hat einen einzigen Benutzer: Sie',
    oneUser:
      'Sie sind mit einem Zertifikat „Private“ angemeldet. Möchten Sie den Bereich mit Kollegen teilen, melden Sie sich mit einem Zertifikat „Professional“ des Unternehmens an und erstellen Sie ihn dann.',
    capacity: 'In welcher Eigenschaft handeln Sie?',
    capacityMissing: 'Wählen Sie, in welcher Eigenschaft Sie handeln.',
    confirm: 'Bestätigen',
    cancel: 'Abbrechen',
    sameCompanyTitle: 'Sie haben schon einen Bereich für dieses Unternehmen',
    sameCompany:
      'Es wurde noch nichts erstellt. Öffnen Sie den vorhandenen Bereich oder bestätigen Sie, wenn Sie einen weiteren möchten.',
    sameCompanyBefore: 'Sie können den vorhandenen Bereich öffnen oder unten einen weiteren erstellen.',
    confirmAnyway: 'Bestätigen: weiteren Bereich erstellen',
  },
  capacity: {
    manager: 'Geschäftsführer oder geschäftsführender Gesellschafter',
    employee: 'Angestellter',
    representative: 'Bevollmächtigter',
    self_employed: 'Selbstständiger',
  },
  overview: {
    title: (name) => `Guten Tag, ${name}`,
    newDossier: 'Neuer Vorgang',
    waiting: 'Wartet auf Sie',
    waitingMore: (n) => `${n} ${n === 1 ? 'weiterer' : 'weitere'} in Vorbereitung`,
    recent: 'Letzte Vorgänge',
    all: 'Alle Vorgänge',
    emptyTitle: 'Noch kein Vorgang',
    emptyPrivate:
      'Wählen Sie einen Behördengang. Ihre Daten füllen das Formular, und Sie können jederzeit unterbrechen und später fortfahren.',
    emptyBusiness:
      'Wählen Sie einen Behördengang. Die Daten Ihres Unternehmens füllen das Formular, und Sie können jederzeit unterbrechen und später fortfahren.',
    emptyReader: 'Sobald jemand in diesem Bereich einen Vorgang beginnt, finden Sie ihn hier.',
    missing: (fields) => `Noch nicht ausgefüllt: ${fields}.`,
    usedIn: (n) => (n === 1 ? 'Hilft in 1 Formular.' : `Hilft in ${n} Formularen.`),
    complete: 'Alles ist ausgefüllt. In Formularen fehlt nur noch, was neu ist.',
    fillIn: 'Meine Daten ergänzen',
    show: 'Meine Daten anzeigen',
    off: 'Ihre Daten werden zurzeit nicht zum Ausfüllen von Formularen verwendet.',
  },
  closure: {
    title: 'Diesen Bereich schließen',
    ask: (title) => `Möchten Sie „${title}“ schließen?`,
    noEntry: 'Niemand kann ihn mehr öffnen.',
    frees: 'Er zählt nicht mehr: Sie können an seiner Stelle einen anderen erstellen.',
    undo: 'Sie können ihn 30 Tage lang unter „Meine Bereiche verwalten“ wiederherstellen.',
    confirm: 'Bereich schließen',
    keep: 'Behalten',
    notEmptyTitle: 'Dieser Bereich lässt sich nicht schließen',
    notEmpty: (n) =>
      `Er enthält ${n === 1 ? 'einen Vorgang' : `${n} Vorgänge`}. Nur ein leerer Bereich lässt sich schließen. Vorgänge in Vorbereitung können Sie löschen; übermittelte bleiben erhalten.`,
    toDossiers: 'Vorgänge anzeigen',
    documentsLeft: (n) =>
      n === 1
        ? 'Er enthält ein Dokument. Nur ein leerer Bereich lässt sich schließen. Speichern Sie es bei Bedarf anderswo und löschen Sie es hier.'
        : `Er enthält ${n} Dokumente. Nur ein leerer Bereich lässt sich schließen. Speichern Sie sie bei Bedarf anderswo und löschen Sie sie hier.`,
    toDocuments: 'Dokumente anzeigen',
  },
  notices: {
    private_exists: 'Sie haben bereits einen privaten Bereich. Pro Person gibt es einen.',
    created_private: 'Ihr privater Bereich ist bereit.',
    created_business: 'Der berufliche Bereich ist bereit.',
    created_next: 'Beginnen Sie Ihren ersten Vorgang: Ihre Daten sind schon da.',
    closed: 'Der Bereich ist geschlossen. Sie können ihn 30 Tage lang wiederherstellen.',
    reopened: 'Der Bereich ist wieder offen.',
    reopen_private_exists:
      'Dieser Bereich lässt sich nicht wiederherstellen, weil Sie inzwischen einen anderen privaten Bereich haben. Pro Person gibt es einen.',
    reopen_limit:
      'Dieser Bereich lässt sich nicht wiederherstellen, weil Sie Ihre Höchstgrenze beruflicher Bereiche erreicht haben.',
  },
  /** For administrators of a space. */
  activity: {
    title: 'Aktivität in diesem Bereich',
    lead: 'Was in diesem Bereich geschah und wer es tat, das Neueste zuerst. Nur Administratoren lesen das.',
    privateLead: 'Was in Ihrem privaten Bereich geschah, das Neueste zuerst. Niemand sonst liest das.',
    about: 'Worüber',
    abouts: {
      all: 'Alles',
      users: 'Benutzer und Einladungen',
      dossiers: 'Vorgänge',
      documents: 'Dokumente',
      data: 'Daten und der Bereich selbst',
    },
    show: 'Zeigen',
    none: 'Hier ist nichts',
    noneText: 'Was in diesem Bereich geschieht, erscheint hier.',
    older: 'Ältere zeigen',
    newest: 'Zurück zu den neuesten',
    authority: 'Die Behörde',
    scanner: 'Der Virenscanner',
  },
}
