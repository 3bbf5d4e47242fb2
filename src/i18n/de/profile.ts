import type { Messages } from '../index.ts'

export const profile: Messages['profile'] = {
  lead: 'Diese Daten füllen Ihre Formulare. Halten Sie sie aktuell: Jede Änderung bleibt nachvollziehbar, mit Person und Zeitpunkt.',
  changedBy: (name, when) => `Zuletzt geändert am ${when} von ${name}`,
  change: 'Daten ändern',
  history: 'Änderungsverlauf',
  completeness: {
    title: 'Vollständigkeit',
    filled: (filled, total) => `${filled} von ${total} Feldern sind ausgefüllt`,
    missing: 'Noch nicht ausgefüllt',
    forms: (n) =>
      n === 0 ? 'noch in keinem Formular' : n === 1 ? 'füllt 1 Formular' : `füllt ${n} Formulare`,
    more: (n) => (n === 1 ? '1 weiteres Feld' : `${n} weitere Felder`),
    all: 'Alles ist ausgefüllt.',
    counted: (n) =>
      n === 1
        ? 'Gezählt über den einen Behördengang des Katalogs.'
        : `Gezählt über die ${n} Behördengänge des Katalogs.`,
    add: 'Fehlende Daten ergänzen',
  },
  use: {
    title: 'Meine Daten zum Ausfüllen von Formularen verwenden',
    on: 'Ein: Neue Vorgänge dieses Bereichs sind bereits ausgefüllt. Sie prüfen alles, bevor Sie übermitteln.',
    off: 'Aus: Formulare beginnen leer. Ihre Daten bleiben hier gespeichert.',
    turnOn: 'Einschalten',
    turnOff: 'Ausschalten',
  },
  space: {
    title: 'Dieser Bereich',
    code: 'Code',
    kind: 'Art',
    private: 'Privater Bereich',
    business: 'Beruflicher Bereich',
    openedWith: 'Erstellt mit',
    openedWithPrivate: 'Zertifikat „Private“',
    openedWithProfessional: 'Zertifikat „Professional“',
    capacity: 'Sie handeln als',
    role: 'Ihre Rolle',
    close: 'Diesen Bereich schließen',
  },
  number: {
    title: 'Nationale Identifikationsnummer',
    declaredTag: 'Angegeben',
    confirmedTag: 'Bestätigt',
    confirmed: 'Ihre nationale Identifikationsnummer ist bestätigt und lässt sich hier nicht ändern.',
    declared:
      'Diese Nummer haben Sie angegeben. Sie gilt als bestätigt, sobald ein Zertifikat oder ein Register sie bestätigt.',
    refused:
      'Diese Nummer kann nicht verwendet werden. Melden Sie sich mit Ihrem zuerst registrierten Zertifikat an oder wenden Sie sich an den Helpdesk.',
    tooMany: 'Zu viele Versuche. Bitte versuchen Sie es in einer Stunde erneut.',
  },
  edit: {
    title: 'Meine Daten ändern',
    companyTitle: 'Daten des Unternehmens ändern',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  conflict: {
    title: 'In der Zwischenzeit wurde gespeichert',
    lead: (name, when) =>
      `${name} hat diese Daten am ${when} gespeichert, während Sie sie bearbeitet haben. Nichts geht verloren, nichts wird überschrieben: Wählen Sie, was gelten soll, und speichern Sie dann.`,
    leadSelf: (when) =>
      `Sie haben diese Daten am ${when} schon gespeichert, vielleicht in einem anderen Fenster. Nichts geht verloren, nichts wird überschrieben: Wählen Sie, was gelten soll, und speichern Sie dann.`,
    preset: 'Hat nur eine Fassung ein Feld geändert, ist sie bereits ausgewählt.',
    mine: 'Ihre Fassung',
    theirs: (name) => `Fassung von ${name}`,
    theirsSelf: 'Zuvor gespeicherte Fassung',
    empty: '(leer)',
    choose: (field) => `${field}: Wählen Sie eine der beiden Fassungen.`,
    save: 'Meine Auswahl speichern',
    discard: 'Meine Änderungen verwerfen',
  },
  past: {
    title: 'Änderungsverlauf',
    lead: 'Wer diese Daten wann und wie geändert hat.',
    created: 'Daten erstmals eingegeben',
    changed: (n) => (n === 1 ? '1 Feld geändert' : `${n} Felder geändert`),
    unchanged: 'Ohne Änderung gespeichert',
    by: (name) => `von ${name}`,
    field: 'Feld',
    before: 'Vorher',
    after: 'Nachher',
    empty: '(leer)',
    older: 'Ältere Änderungen',
    newest: 'Neueste Änderungen',
    back: 'Zurück zu den Daten',
  },
  notices: {
    saved: 'Ihre Daten sind gespeichert.',
    unchanged: 'Es wurde nichts geändert.',
    use_on: 'Ihre Daten füllen nun die Formulare dieses Bereichs.',
    use_off: 'Ihre Daten füllen die Formulare dieses Bereichs nicht mehr.',
  },
}
