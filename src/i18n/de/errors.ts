import type { Messages } from '../index.ts'

export const errors: Messages['errors'] = {
  not_found: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse vertippt oder veraltet, oder die Seite gehört zu einem Bereich, zu dem Sie keinen Zugang haben.',
    next: 'Prüfen Sie die Adresse, gehen Sie zurück oder beginnen Sie neu auf der Startseite.',
  },
  wrong_certificate: {
    title: 'Dieser Bereich öffnet sich nicht mit diesem Zertifikat',
    text: 'Er ist an die Zertifikate eines Unternehmens gebunden.',
    next: '„Meine Bereiche verwalten“ sagt, welches es ist. Melden Sie sich damit an.',
  },
  forbidden: {
    title: 'Das dürfen Sie hier nicht',
    text: 'Ihre Rolle in diesem Bereich erlaubt nicht, was Sie tun wollten.',
    next: 'Fragen Sie den Administrator des Bereichs oder kehren Sie zu Ihren Bereichen zurück.',
  },
  whoGrants: (names) => `Das Recht kann Ihnen geben, wer den Bereich verwaltet: ${names}.`,
  cross_site: {
    title: 'Diese Anfrage kam nicht aus dem Portal',
    text: 'Zu Ihrer Sicherheit nehmen wir nur Formulare an, die von unseren eigenen Seiten gesendet wurden. Es wurde nichts geändert.',
    next: 'Öffnen Sie die Seite hier im Portal noch einmal und wiederholen Sie, was Sie tun wollten.',
  },
  signed_out: {
    title: 'Bitte melden Sie sich an',
    text: 'Diese Seite ist nur für angemeldete Personen. Es wurde nichts geändert.',
    next: 'Wir konnten nicht aufbewahren, was Sie hier eingegeben haben. Melden Sie sich in einem neuen Tab an, kommen Sie dann hierher zurück und laden Sie diese Seite neu: Ihr Browser sendet es noch einmal.',
  },
  session_over: {
    title: 'Ihre Sitzung ist beendet',
    text: 'Sie wurden abgemeldet, weil eine Weile nichts geschehen ist oder weil die Sitzung ihre längste Dauer erreicht hat. Was Sie zuletzt gesendet haben, wurde nicht ausgeführt.',
    next: 'Wir konnten nicht aufbewahren, was Sie hier eingegeben haben. Melden Sie sich in einem neuen Tab an, kommen Sie dann hierher zurück und laden Sie diese Seite neu: Ihr Browser sendet es noch einmal.',
  },
  not_fresh: {
    title: 'Bitte bestätigen Sie zuerst, dass Sie es sind',
    text: 'Dafür muss gerade eben ein Zertifikat vorgelegt worden sein. Es wurde nichts geändert, und was Sie gesendet haben, war zu lang, um es hier aufzubewahren.',
    next: 'Bestätigen Sie es in einem neuen Tab, kommen Sie dann hierher zurück und laden Sie diese Seite neu: Ihr Browser sendet noch einmal, was Sie eingegeben hatten.',
  },
  own_account: {
    title: 'Das betrifft womöglich Sie selbst',
    text: 'An Ihrem eigenen Konto oder Ihren eigenen Anfragen können Sie nicht arbeiten: Nummer, E-Mail-Adresse oder Name sind Ihre oder gleichen den Ihren. Es wurde nichts geändert, und der Versuch ist festgehalten.',
    next: 'Bitte überlassen Sie das einer Kollegin oder einem Kollegen.',
  },
  sign_in_cancelled: {
    title: 'Die Anmeldung wurde abgebrochen',
    text: 'Sie sind nicht angemeldet. Es wurde nichts gespeichert oder weitergegeben.',
    next: 'Versuchen Sie es noch einmal, wann immer Sie möchten, oder lesen Sie nach, was Sie für die Anmeldung brauchen.',
  },
  conflict: {
    title: 'Das wurde inzwischen geändert',
    text: 'Jemand anderes oder Sie selbst in einem anderen Fenster haben dasselbe geändert. Es wurde nichts überschrieben.',
    next: 'Öffnen Sie die Seite noch einmal, sehen Sie nach, was jetzt dort steht, und wiederholen Sie Ihre Änderung.',
  },
  gone: {
    title: 'Das gibt es nicht mehr',
    text: 'Der Link wurde schon benutzt oder ist abgelaufen, oder das, wohin er führte, wurde gelöscht.',
    next: 'Beginnen Sie neu auf der Startseite oder bei Ihren Bereichen.',
  },
  invalid: {
    title: 'Mit diesen Angaben kommen wir nicht weiter',
    text: 'In dem, was Sie gesendet haben, fehlt etwas oder hat etwas nicht die richtige Form.',
    next: 'Gehen Sie zurück und prüfen Sie Ihre Angaben.',
  },
  bad_request: {
    title: 'Diese Anfrage haben wir nicht verstanden',
    text: 'Die Adresse oder das, was mit ihr gesendet wurde, ist beschädigt. Es wurde nichts geändert.',
    next: 'Gehen Sie zurück und versuchen Sie es noch einmal oder beginnen Sie neu auf der Startseite.',
  },
  too_large: {
    title: 'Das war zu viel auf einmal',
    text: 'Was Sie gesendet haben, ist größer, als wir annehmen können. Es wurde nichts gespeichert.',
    next: 'Gehen Sie mit Ihrem Browser zurück: Was Sie eingegeben haben, steht noch da. Kürzen Sie die längsten Texte und senden Sie noch einmal.',
  },
  too_many: {
    title: 'Zu viele Anfragen',
    text: 'In der letzten Minute kamen von Ihrem Anschluss mehr Anfragen, als wir annehmen können.',
    next: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal. Was Sie gespeichert haben, ist sicher.',
  },
  unexpected: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Es ist ein Fehler aufgetreten, für den Sie nichts können. Wir haben ihn festgehalten. Was vorher gespeichert war, ist sicher.',
    next: 'Versuchen Sie es in einigen Minuten noch einmal. Geschieht es wieder, so nennen Sie dem Helpdesk die Nummer unten.',
  },
  unavailable: {
    title: 'Das ist gerade nicht verfügbar',
    text: 'Ein Teil des Portals ist im Augenblick nicht erreichbar. Was vorher gespeichert war, ist sicher.',
    next: 'Versuchen Sie es in einigen Minuten noch einmal.',
  },
  maintenance: {
    title: 'Wir arbeiten am Portal',
    text: 'Das Portal ist für kurze Zeit wegen Wartungsarbeiten geschlossen. Ihre Bereiche und Vorgänge sind sicher.',
    next: 'Bitte kommen Sie später wieder. Wenden Sie sich in dringenden Fällen direkt an die Behörde.',
  },
  reference: 'Nummer dieses Fehlers',
  toStart: 'Zur Startseite',
  toSpaces: 'Meine Bereiche verwalten',
  toQueue: 'Zu den offenen Anfragen',
  toHelp: 'Hilfe bei der Anmeldung',
  signIn: 'Anmelden',
  confirm: 'Bestätigen, dass Sie es sind',
  tryAgain: 'Noch einmal versuchen',
  helpdesk: 'Helpdesk',
}
