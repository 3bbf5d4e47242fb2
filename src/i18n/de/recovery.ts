import type { Messages } from '../index.ts'

export const recovery: Messages['recovery'] = {
  title: 'Ich habe alle meine Zertifikate verloren',
  lead: 'Verloren, abgelaufen oder durch ein neues ersetzt, das Sie nie registriert haben: Mit Hilfe des Helpdesks öffnet ein neues Zertifikat Ihr Konto und Ihre Bereiche wieder.',
  how: 'So geht es',
  howSteps: (hours) => [
    'Sie besorgen sich ein neues Zertifikat und legen es hier vor. Das geht auch später.',
    'Sie senden das Formular ab. Sie erhalten ein Aktenzeichen und einen Code, mit dem Sie Ihre Anfrage verfolgen.',
    'Der Helpdesk meldet sich bei Ihnen und prüft, wer Sie sind.',
    `Wir schreiben an jede Adresse, die wir zu Ihrem Konto kennen. ${hours} Stunden lang kann sein Inhaber die Anfrage stoppen.`,
    'Danach schließen Sie hier ab, und das neue Zertifikat öffnet Ihre Bereiche.',
  ],
  presentFirst: {
    title: 'Legen Sie zuerst das neue Zertifikat vor',
    text: 'So geht es am schnellsten: Ihre Anfrage sagt dann schon, welches Zertifikat Ihr Konto öffnen soll. Sie kommen auf diese Seite zurück.',
  },
  present: {
    title: 'Legen Sie das neue Zertifikat vor',
    text: 'Bei seinem Anbieter oder aus diesem Browser. Sie kommen auf diese Seite zurück und nehmen es in Ihre Anfrage auf.',
  },
  waitingTitle: 'Das neue Zertifikat in diesem Browser',
  waitingText:
    'Es wird Teil Ihrer Anfrage. Ist es nicht Ihres? Dann schließen Sie zuerst alle Fenster dieses Browsers.',
  ask: 'Ihre Anfrage',
  submit: 'Anfrage absenden',
  tooMany: 'Zu viele Versuche. Bitte warten Sie eine Stunde, oder wenden Sie sich an den Helpdesk.',
  followTitle: 'Eine Anfrage verfolgen',
  followText: 'Haben Sie schon angefragt? Mit dem Code Ihrer Anfrage sehen Sie, wie weit sie ist.',
  follow: 'Meine Anfrage verfolgen',
  lookupLead:
    'Geben Sie den Code ein, den Sie beim Absenden der Anfrage gesehen haben. Er steht auch in dem Link, den wir Ihnen geschickt haben.',
  code: 'Code der Anfrage',
  codeHint: 'Fünfzehn Buchstaben und Ziffern, zum Beispiel K7MPX-4QTRB-9WZ2H.',
  codeText:
    'Behalten Sie diesen Code für sich: Mit ihm sieht man, wie weit die Anfrage ist, und schließt sie ab. Den Link zu dieser Seite haben wir Ihnen per E-Mail geschickt.',
  codeMissing: 'Geben Sie den Code Ihrer Anfrage ein.',
  codeWrong:
    'Es gibt keine Anfrage mit diesem Code. Bitte vergleichen Sie ihn mit dem, der Ihnen gezeigt wurde.',
  request: (reference) => `Anfrage ${reference}`,
  requested: 'Ihre Anfrage ist bei uns. Den Link zu dieser Seite haben wir Ihnen per E-Mail geschickt.',
  given: 'Das Zertifikat gehört nun zu Ihrer Anfrage.',
  giveText: 'Ist dies das Zertifikat, das Ihr Konto wieder öffnen soll?',
  give: 'In meine Anfrage aufnehmen',
  certificate: 'Zertifikat dieser Anfrage',
  complete: 'Mein Konto mit diesem Zertifikat öffnen lassen',
  course: 'Was bisher geschah',
  questions: (reference) => `Fragen? Nennen Sie das Aktenzeichen ${reference}.`,
  problems: {
    registered:
      'Dieses Zertifikat ist schon registriert und kann deshalb nicht Teil einer Anfrage werden. Melden Sie sich einfach damit an.',
    taken:
      'Dieses Zertifikat ist inzwischen für ein Konto registriert worden. Bitte wenden Sie sich an den Helpdesk.',
  },
  leads: {
    requested: (until) =>
      `Der Helpdesk meldet sich bei Ihnen, um zu prüfen, wer Sie sind. Die Anfrage verfällt am ${until}.`,
    checking: (until) => `Jemand vom Helpdesk prüft Ihre Anfrage. Sie verfällt am ${until}.`,
    waiting: (until) =>
      `Der Helpdesk hat geprüft, wer Sie sind. Der Inhaber des Kontos kann bis zum ${until} widersprechen; danach schließen Sie hier ab.`,
    ready: () => 'Die Wartezeit ist vorbei. Sie können jetzt abschließen.',
    completed: () =>
      'Erledigt: Das Zertifikat öffnet Ihr Konto. Melden Sie sich damit an und entfernen Sie die verlorenen unter „Meine Zertifikate“.',
    refused: () =>
      'Der Helpdesk konnte nicht bestätigen, dass dieses Konto Ihres ist. Es wurde nichts geändert.',
    cancelled: () => 'Der Inhaber des Kontos hat diese Anfrage gestoppt. Es wurde nichts geändert.',
    expired: (until) => `Diese Anfrage ist am ${until} verfallen. Sie können eine neue absenden.`,
  },
  states: {
    requested: 'Eingegangen',
    checking: 'Wird geprüft',
    waiting: 'Wartezeit läuft',
    ready: 'Kann abgeschlossen werden',
    completed: 'Abgeschlossen',
    refused: 'Abgelehnt',
    cancelled: 'Gestoppt',
    expired: 'Verfallen',
  },
  happened: {
    requested: 'Anfrage eingegangen',
    certificate_given: 'Neues Zertifikat aufgenommen',
    taken: 'Prüfung begonnen',
    approved: 'Identität geprüft, Inhaber des Kontos benachrichtigt',
    ready: 'Wartezeit vorbei',
    refused: 'Vom Helpdesk abgelehnt',
    cancelled: 'Vom Inhaber des Kontos gestoppt',
    completed: 'Abgeschlossen: Das Zertifikat öffnet das Konto',
  },
  objection: {
    title: 'Jemand möchte Zugang zu Ihrem Konto',
    lead: (until) =>
      `Der Helpdesk wurde gebeten, Ihr Konto mit einem neuen Zertifikat öffnen zu lassen, weil alle anderen verloren seien. Wenn Sie es nicht stoppen, kann das ab dem ${until} geschehen. Wenn Sie das nicht waren, stoppen Sie es jetzt.`,
    stop: 'Das bin ich nicht: stoppen',
    yours: 'Haben Sie selbst darum gebeten? Dann brauchen Sie nichts zu tun.',
    reference: 'Aktenzeichen',
    stoppedTitle: 'Die Anfrage ist gestoppt',
    overTitle: 'Hier gibt es nichts zu stoppen',
    overText: 'Es gibt keine solche Anfrage, oder sie ist schon entschieden.',
    tooLate:
      'Diese Anfrage ist abgeschlossen. Wenn Sie das nicht waren, wenden Sie sich bitte sofort an den Helpdesk.',
    stopped:
      'Die Anfrage ist gestoppt; es ist kein Zertifikat dazugekommen. Ist ein Zertifikat von Ihnen in fremden Händen, lassen Sie es von seinem Aussteller widerrufen.',
  },
  lostTitle: 'Alle Zertifikate verloren?',
  lost: 'Ich habe alle Zertifikate verloren',
  lostText: 'Funktioniert keines Ihrer Zertifikate mehr? Der Helpdesk hilft Ihnen zurück in Ihr Konto.',
  lostAccount: 'Mit keinem mehr',
  lostAccountText:
    'Sind alle Ihre registrierten Zertifikate verloren oder abgelaufen, bitten Sie den Helpdesk, dieses zuzulassen.',
  hint: 'Jemand bittet den Helpdesk, Ihr Konto mit einem neuen Zertifikat öffnen zu lassen.',
  hintLink: 'Ansehen und stoppen',
}
