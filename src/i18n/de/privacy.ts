import type { Messages } from '../index.ts'

export const privacy: Messages['privacy'] = {
  title: 'Was mit Ihren Daten geschieht',
  purpose: 'Wozu',
  basis: 'Rechtsgrundlage',
  recipients: 'Wer sie erhält',
  retention: 'Wie lange sie aufbewahrt werden',
  more: 'Datenschutzhinweise des Portals',
  publicTask:
    'Öffentliche Aufgabe der Verwaltung: Artikel 6 Absatz 1 Buchstaben c und e der Datenschutz-Grundverordnung',
  nobody: 'Niemand außerhalb des Portals',
  forms: {
    registration: {
      purpose:
        'Um Ihr Konto zu eröffnen, Sie mit jedem Ihrer Zertifikate wiederzuerkennen und Ihnen zu schreiben.',
      recipients:
        'Das Register der natürlichen Personen, das gefragt wird, ob Nummer und Namen zusammengehören',
      retention: 'Solange Ihr Konto besteht.',
    },
    email: {
      purpose: 'Um Ihnen zu schreiben, was es zu Ihren Vorgängen und Ihrem Konto Neues gibt.',
      recipients: '',
      retention:
        'Bis Sie die Adresse ändern. Frühere Adressen bleiben ein Jahr lang im Verzeichnis der E-Mails.',
    },
    helpdesk: {
      purpose: 'Um Ihnen zu antworten.',
      recipients: 'Der Helpdesk des Portals',
      retention: 'Ein Jahr nach der Antwort.',
    },
    recovery: {
      purpose: 'Um zu prüfen, dass ein Konto Ihres ist, und es mit einem neuen Zertifikat öffnen zu lassen.',
      recipients: 'Der Helpdesk des Portals',
      retention: '30 Tage, oder 30 Tage nach der Wartezeit; 60 Tage später wird es gelöscht.',
    },
    person: {
      purpose: 'Um die Formulare Ihrer Behördengänge auszufüllen, damit Sie nichts zweimal eingeben müssen.',
      recipients: 'Behörden, aber nur, was in einem Vorgang steht, den Sie übermitteln',
      retention:
        'Bis Sie sie ändern oder löschen oder den Bereich schließen. Frühere Fassungen bleiben für Sie sichtbar.',
    },
    company: {
      purpose:
        'Um die Formulare der Behördengänge des Unternehmens auszufüllen, damit niemand etwas zweimal eingeben muss.',
      recipients:
        'Behörden, aber nur, was in einem Vorgang steht, den Sie übermitteln; die Benutzer dieses Bereichs',
      retention:
        'Bis sie geändert oder gelöscht werden oder der Bereich geschlossen wird. Frühere Fassungen bleiben sichtbar.',
    },
    documents: {
      purpose: 'Um sie für Sie aufzubewahren und mit den Vorgängen zu übermitteln, in denen Sie sie wählen.',
      recipients:
        'Behörden, aber nur die aus einem Vorgang, den Sie übermitteln; in einem beruflichen Bereich dessen Benutzer',
      retention:
        'Bis Sie sie löschen, und dann noch sieben Tage. Was übermittelt ist, bleibt bei seinem Vorgang.',
    },
    invitation: {
      purpose: 'Damit die genannte Person und niemand sonst in diesen Bereich kommt.',
      recipients: 'Die Administratoren dieses Bereichs; die eingeladene Person, sobald die Einladung passt',
      retention:
        'Bis 90 Tage nach dem Ende der Einladung. Was ein Benutzer getan hat, bleibt mit seinem Namen im Bereich.',
    },
  },
}
