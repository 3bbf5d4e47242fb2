import type { Messages } from '../index.ts'

export const mail: Messages['mail'] = {
  greeting: (name) => `Guten Tag ${name},`,
  greetingUnknown: 'Guten Tag,',
  automatic: 'Diese Nachricht wurde automatisch versandt. Bitte antworten Sie nicht darauf.',
  helpdesk: (contact) => `Fragen? Wenden Sie sich an den Helpdesk: ${contact}`,
  emailConfirmation: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    text: 'Diese Adresse wurde für Nachrichten des Portals angegeben. Öffnen Sie diese Seite, um sie zu bestätigen; der Link gilt 24 Stunden:',
    otherwise:
      'Wenn Sie diese Adresse nicht angegeben haben, brauchen Sie nichts zu tun: Sie erhalten keine weiteren Nachrichten.',
  },
  newCertificate: {
    subject: 'Neues Zertifikat registriert',
    text: 'Für Ihr Konto wurde ein neues Zertifikat registriert. Damit kann man sich nun anmelden und Ihre Bereiche öffnen:',
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  certificateRefused: {
    subject: 'Ein Zertifikat ließ sich nicht registrieren',
    text: 'Für Ihr Konto wurde ein Zertifikat vorgelegt, das sich nicht gleich registrieren ließ. Es steht auf der Liste des Helpdesks; Sie sehen es hier:',
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  certificateRemoved: {
    subject: 'Ein Zertifikat wurde entfernt',
    text: 'Aus Ihrem Konto wurde ein Zertifikat entfernt. Es öffnet nichts mehr. Die verbleibenden sehen Sie hier:',
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  certificateRenewed: {
    subject: 'Ihr Zertifikat wurde erneuert',
    text: 'Jemand hat sich mit einem erneuerten Zertifikat von Ihnen angemeldet. Es tritt an die Stelle des früheren. Ihre Zertifikate sehen Sie hier:',
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  requestReceived: {
    subject: (reference) => `Anfrage ${reference} eingegangen`,
    text: (reference) =>
      `Ihre Frage an den Helpdesk ist eingegangen (Anfrage ${reference}). Hier sehen Sie, wie weit sie ist, und später die Antwort:`,
  },
  requestAnswered: {
    subject: (reference) => `Anfrage ${reference} beantwortet`,
    text: (reference) =>
      `Der Helpdesk hat Ihre Anfrage ${reference} beantwortet. Hier lesen Sie die Antwort:`,
  },
  requestWaits: {
    subject: (reference) => `Anfrage ${reference} wartet`,
    text: (reference) => `Eine neue Anfrage ist eingegangen (${reference}). Der Helpdesk findet sie hier:`,
  },
  limitChanged: {
    subject: 'Ihre Höchstgrenze hat sich geändert',
    text: 'Der Helpdesk hat geändert, wie viele berufliche Bereiche Sie haben können. Sie sehen es hier:',
  },
  certificateSettled: {
    subject: 'Ihr Zertifikat wurde nicht registriert',
    text: 'Der Helpdesk konnte ein Zertifikat nicht registrieren, das Sie vorgelegt haben. Warum, lesen Sie hier:',
  },
  recoveryRequested: {
    subject: (reference) => `Anfrage ${reference} eingegangen`,
    text: (reference) =>
      `Mit dieser Adresse wurde um Zugang zu einem Konto gebeten, dessen Zertifikate alle verloren sind (Anfrage ${reference}). Hier verfolgen Sie die Anfrage:`,
    otherwise: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun.',
  },
  recoveryReady: {
    subject: (reference) => `Anfrage ${reference}: jetzt abschließen`,
    text: (reference) =>
      `Die Wartezeit Ihrer Anfrage ${reference} ist vorbei. Schließen Sie hier ab, damit Ihr neues Zertifikat Ihr Konto öffnet:`,
  },
  recoveryRefused: {
    subject: (reference) => `Anfrage ${reference} abgelehnt`,
    text: (reference) =>
      `Der Helpdesk konnte nicht bestätigen, dass das Konto Ihrer Anfrage ${reference} Ihres ist. Hier erreichen Sie ihn:`,
  },
  recoveryCancelled: {
    subject: (reference) => `Anfrage ${reference} gestoppt`,
    text: (reference) =>
      `Der Inhaber des Kontos hat Ihre Anfrage ${reference} gestoppt. Hier erreichen Sie den Helpdesk:`,
  },
  recoveryNotice: {
    subject: (reference) => `Anfrage zu Ihrem Konto: ${reference}`,
    text: (reference, until) =>
      `Der Helpdesk wurde gebeten, Ihr Konto mit einem neuen Zertifikat öffnen zu lassen, weil alle anderen verloren seien (Anfrage ${reference}). Wenn Sie es nicht stoppen, kann das ab dem ${until} geschehen. Wenn Sie das nicht waren, stoppen Sie es hier:`,
    otherwise: 'Wenn Sie selbst darum gebeten haben, brauchen Sie nichts zu tun.',
  },
  certificateUnusable: {
    expired: {
      subject: 'Ihr Zertifikat ist abgelaufen',
      text: 'Jemand wollte sich mit einem Ihrer Zertifikate anmelden, das abgelaufen ist, und wurde abgelehnt. Sie sehen es hier:',
      otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
    },
    revoked: {
      subject: 'Ihr Zertifikat wurde widerrufen',
      text: 'Jemand wollte sich mit einem Ihrer Zertifikate anmelden, das der Aussteller widerrufen hat, und wurde abgelehnt. Sie sehen es hier:',
      otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
    },
  },
  newDevice: {
    subject: 'Anmeldung von einem neuen Gerät',
    text: (device) =>
      `Jemand hat sich von einem Gerät aus, das Sie bisher nicht benutzt haben, in Ihrem Konto angemeldet: ${device}. Ihre Sitzungen sehen Sie hier und können sie beenden:`,
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  emailChanged: {
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    text: 'Für Ihr Konto wurde eine andere E-Mail-Adresse bestätigt. Von nun an schreiben wir dorthin und nicht mehr an diese. Sie sehen es hier:',
    otherwise: 'Wenn Sie das nicht selbst waren, wenden Sie sich bitte sofort an den Helpdesk.',
  },
  invitation: {
    subject: 'Einladung in einen beruflichen Bereich',
    text: 'Jemand lädt Sie ein, einen beruflichen Bereich gemeinsam zu nutzen. Öffnen Sie diese Seite und melden Sie sich mit Ihrem Zertifikat an; ist es hier neu, registrieren Sie es zuerst und kommen dann zurück. Der Link gilt einmal, 14 Tage lang und nur für Sie:',
    otherwise:
      'Zu Ihrem Schutz nennt diese Nachricht weder das Unternehmen noch die Person. Wenn Sie keine Einladung erwarten, brauchen Sie nichts zu tun.',
  },
  invitationDeclined: {
    subject: (code) => `Einladung in ${code} abgelehnt`,
    text: (code) =>
      `Eine Einladung, die Sie in den Bereich ${code} versandt haben, wurde abgelehnt. Alle Einladungen sehen Sie hier:`,
  },
  memberJoined: {
    subject: (code) => `Ein neuer Benutzer in ${code}`,
    text: (code) =>
      `Eine Einladung in den Bereich ${code}, dessen Administrator Sie sind, wurde angenommen. Alle Benutzer sehen Sie hier:`,
  },
  memberRemoved: {
    subject: (code) => `Sie gehören nicht mehr zu ${code}`,
    text: (code) =>
      `Ein Administrator hat Sie aus dem Bereich ${code} entfernt. Sie können ihn nicht mehr öffnen. Ihre Bereiche sehen Sie hier:`,
    otherwise: 'Wenn Sie das für einen Irrtum halten, fragen Sie den Administrator des Bereichs.',
  },
  roleChanged: {
    subject: (code) => `Ihre Rolle in ${code} wurde geändert`,
    text: (code) =>
      `Ein Administrator hat geändert, was Sie im Bereich ${code} dürfen. Ihre Rolle sehen Sie hier:`,
  },
  spaceClosed: {
    subject: (code) => `Bereich ${code} wurde geschlossen`,
    text: (code) =>
      `Ein Administrator hat den Bereich ${code} geschlossen. Er war leer, und niemand kann ihn mehr öffnen. Wer ihn erstellt hat, kann das 30 Tage lang rückgängig machen. Ihre Bereiche sehen Sie hier:`,
  },
  documentInfected: {
    subject: (code) => `Virus gefunden in ${code}`,
    text: (code) =>
      `Der Virenscanner hat in einem Dokument des Bereichs ${code} etwas gefunden. Das Dokument lässt sich weder öffnen noch übermitteln. Welches es ist und wo es verwendet wurde, sehen Sie hier:`,
  },
  spaceCreated: {
    subject: (code) => `Bereich ${code} erstellt`,
    text: (code) => `Ihr Bereich ${code} wurde erstellt. Sie finden ihn hier:`,
  },
  dossierSubmitted: {
    subject: (reference) => `Vorgang ${reference} übermittelt`,
    text: (reference) =>
      `Ihr Vorgang ${reference} wurde an die Behörde übermittelt. Den Stand und den Übermittlungsbeleg finden Sie hier:`,
  },
  dossierReceived: {
    subject: (reference) => `Vorgang ${reference} eingegangen`,
    text: (reference) =>
      `Ihr Vorgang ${reference} ist bei der Behörde eingegangen. Den Stand finden Sie hier:`,
  },
}
