/** „Meine Zertifikate“: mehrere einer Person, und wie eines dazukommt oder wegfällt. */
export const certificates = {
  title: 'Meine Zertifikate',
  lead: 'Jedes dieser Zertifikate öffnet Ihre Bereiche. Mit mehr als einem kommen Sie auch dann hinein, wenn eine Karte verloren geht oder abläuft.',
  inUse: 'Gerade benutzt',
  expired: 'Abgelaufen',
  kinds: { private: 'Zertifikat „Private“', professional: 'Zertifikat „Professional“' },
  holder: 'Inhaber',
  organization: 'Unternehmen',
  organizationIdentifier: 'Kennung des Unternehmens',
  serialNumber: 'Seriennummer',
  serialNumberHint: 'Wer Sie in einen beruflichen Bereich einlädt, fragt vielleicht danach.',
  provider: 'Von',
  validity: 'Gültig',
  validUntil: (date: string) => `bis ${date}`,
  validBetween: (from: string, to: string) => `${from} bis ${to}`,
  registered: 'Registriert',
  lastUsed: 'Zuletzt benutzt',
  remove: 'Entfernen',
  add: 'Weiteres Zertifikat registrieren',
  addText:
    'Legen Sie das andere Zertifikat jetzt vor. Sie bleiben angemeldet, und es öffnet von da an dieselben Bereiche. Die Namen darin müssen Ihre sein; Akzente, Großschreibung, Bindestriche und die Reihenfolge der Namen spielen keine Rolle.',
  addWith: (name: string) => `Vorlegen: ${name}`,
  addCertificate: 'Zertifikat in diesem Browser oder auf Ihrer Karte',
  remembers:
    'Legt Ihr Browser ohne zu fragen wieder dasselbe Zertifikat vor? Benutzen Sie ein privates Fenster und einen Aktivierungscode.',
  code: 'Aktivierungscode',
  codeText:
    'Ist das andere Zertifikat auf einem anderen Gerät? Melden Sie sich dort damit an und geben Sie einen Code ein, den Sie sich hier anzeigen lassen.',
  codeShow: 'Aktivierungscode anzeigen',
  codeTitle: 'Ihr Aktivierungscode',
  codeLead: (time: string) => `Er gilt bis ${time} und nur einmal.`,
  codeSteps: [
    'Melden Sie sich auf dem anderen Gerät mit dem Zertifikat an, das dazukommen soll.',
    'Wählen Sie auf der nächsten Seite „Ich habe schon ein Konto“ und geben Sie den Code ein.',
    'Das Zertifikat öffnet dann auch Ihre Bereiche. Wir melden es Ihnen per E-Mail.',
  ],
  codeSecret: 'Behalten Sie den Code für sich: Niemand vom Portal oder vom Helpdesk fragt danach.',
  codeTooMany: 'Sie haben sich schon viele Codes anzeigen lassen. Bitte warten Sie eine Stunde.',
  back: 'Zurück zu meinen Zertifikaten',
  continue: 'Weiter',
  waiting: 'Wartet auf den Helpdesk',
  waitingText:
    'Diese Zertifikate ließen sich nicht gleich registrieren: Sie nennen ihren Inhaber anders oder sind schon registriert. Der Helpdesk klärt das mit Ihnen.',
  notRegistered: (why: string) => `nicht registriert: ${why}`,
  waitingSince: (date: string) => `seit ${date}`,
  notices: {
    registered: 'Das Zertifikat ist registriert. Von nun an öffnet es Ihre Bereiche.',
    known: 'Dieses Zertifikat ist schon für Sie registriert. Es hat sich nichts geändert.',
    refused:
      'Dieses Zertifikat lässt sich nicht ohne Weiteres für Ihr Konto registrieren: Es nennt seinen Inhaber anders oder ist schon registriert. Es steht nun auf der Liste des Helpdesks.',
    too_many: 'Es wurden zu viele Zertifikate versucht. Bitte warten Sie eine Stunde.',
    removed: 'Das Zertifikat ist entfernt. Es öffnet nichts mehr.',
    renewed:
      'Wir haben Ihr erneuertes Zertifikat erkannt: Es tritt an die Stelle des früheren. Haben Sie es nicht selbst erneuert? Dann wenden Sie sich bitte sofort an den Helpdesk.',
  },
  removal: {
    title: 'Dieses Zertifikat entfernen?',
    lead: 'Damit kann man sich dann nicht mehr anmelden, und Sitzungen, die damit begannen, enden. Ihre Bereiche und Vorgänge bleiben.',
    inUse:
      'Sie sind mit diesem Zertifikat angemeldet. Sie werden abgemeldet und melden sich mit einem anderen wieder an.',
    again: 'Sie können es später wieder registrieren.',
    confirm: 'Zertifikat entfernen',
    cancel: 'Behalten',
    lastTitle: 'Das ist Ihr letztes Zertifikat',
    last: 'Ohne dieses könnten Sie sich nicht mehr anmelden. Registrieren Sie zuerst ein anderes gültiges; dann können Sie dieses entfernen.',
    lastKeyTitle: 'Ein Bereich braucht dieses Zertifikat noch',
    lastKey:
      'Ohne es könnte niemand mehr den Bereich verwalten. Machen Sie zuerst einen zweiten Benutzer zum Administrator oder schließen Sie den Bereich; dann können Sie es entfernen.',
  },
  /** Where it alone opens a space to the last administrator. */
  lastKey: {
    title: (n: number) => (n === 1 ? 'Ein Bereich hängt davon ab' : `${n} Bereiche hängen davon ab`),
    text: 'Kein anderes Zertifikat lässt hier einen Administrator herein:',
    how: 'Lassen Sie es nicht ablaufen: Machen Sie dort auf der Seite „Benutzer“ einen zweiten Benutzer zum Administrator. Bis dahin lässt es sich nicht entfernen.',
  },
  bound: {
    title: 'Dieser Bereich braucht ein anderes Zertifikat',
    lead: (company: string) => `Er öffnet sich mit einem Zertifikat „Professional“ von ${company}.`,
    leadCertificate: (ending: string) =>
      `Er öffnet sich mit Ihrem Zertifikat, dessen Nummer auf ${ending} endet.`,
    space: 'Bereich',
    how: 'Melden Sie sich ab und mit jenem Zertifikat wieder an. Ist es neu, dann registrieren Sie es zuerst von Ihrem Konto aus.',
    lost: 'Ist dieses Zertifikat verloren oder lässt es sich nicht erneuern? Ein Administrator des Bereichs kann Sie entfernen und neu einladen. Gibt es keinen anderen, hilft der Helpdesk.',
    change: 'Abmelden und ein anderes Zertifikat benutzen',
    help: 'Welches Zertifikat was öffnet',
    listedCertificate: (ending: string) =>
      `Öffnet sich mit Ihrem Zertifikat, dessen Nummer auf ${ending} endet`,
    listed: (company: string) => `Öffnet sich mit einem Zertifikat von ${company}`,
  },
  opening: {
    title: 'Welches Zertifikat was öffnet',
    space: 'Bereich',
    certificate: 'Zertifikat',
    opens: 'Öffnet ihn',
    yes: 'ja',
    no: 'nein',
    boundNote:
      'Auf diesem Portal öffnet sich ein beruflicher Bereich, der mit einem Zertifikat „Professional“ erstellt wird, nur mit Zertifikaten jenes Unternehmens.',
    rows: {
      private_private: {
        space: 'Privater Bereich',
        certificate: 'ein für Sie registriertes Zertifikat „Private“',
      },
      private_professional: {
        space: 'Privater Bereich',
        certificate: 'ein für Sie registriertes Zertifikat „Professional“',
      },
      business_private: {
        space: 'Beruflicher Bereich',
        certificate: 'ein für Sie registriertes Zertifikat „Private“',
      },
      business_professional: {
        space: 'Beruflicher Bereich',
        certificate: 'ein für Sie registriertes Zertifikat „Professional“, gleich welches Unternehmens',
      },
      bound_same: {
        space: 'Beruflicher Bereich, an ein Unternehmen gebunden',
        certificate: 'ein für Sie registriertes Zertifikat „Professional“ jenes Unternehmens',
      },
      bound_private: {
        space: 'Beruflicher Bereich, an ein Unternehmen gebunden',
        certificate: 'ein für Sie registriertes Zertifikat „Private“',
      },
      bound_other: {
        space: 'Beruflicher Bereich, an ein Unternehmen gebunden',
        certificate: 'ein Zertifikat „Professional“ eines anderen Unternehmens',
      },
      bound_this_certificate: {
        space: 'An ein Zertifikat gebundener beruflicher Bereich',
        certificate: 'dieses Zertifikat, auch nach seiner Erneuerung',
      },
      bound_other_certificate: {
        space: 'An ein Zertifikat gebundener beruflicher Bereich',
        certificate: 'ein anderes für Sie registriertes Zertifikat',
      },
      unregistered: {
        space: 'Jeder Bereich',
        certificate: 'ein Zertifikat, das nicht registriert ist: Registrieren Sie es von Ihrem Konto aus',
      },
      out_of_use: { space: 'Jeder Bereich', certificate: 'ein abgelaufenes oder entferntes Zertifikat' },
    },
  },
  account: {
    title: 'Ich habe schon ein Konto',
    text: 'Dann registrieren Sie sich kein zweites Mal: Registrieren Sie dieses Zertifikat von Ihrem Konto aus, und es öffnet dieselben Bereiche.',
    prove: 'Mit einem schon registrierten Zertifikat',
    proveText:
      'Legen Sie es jetzt in diesem Browser vor. Sie sind dann angemeldet, und beide Zertifikate gehören zu Ihnen.',
    code: 'Aktivierungscode',
    codeHint:
      'In Ihrem Konto unter „Meine Zertifikate“, auf jedem Gerät: „Aktivierungscode anzeigen“. Zum Beispiel K7MPX-4QTRB.',
    submit: 'Für mein Konto registrieren',
    wrong:
      'Dieser Code gilt nicht. Vielleicht ist er älter als 15 Minuten oder schon benutzt, oder es wurde seither ein neuerer angezeigt.',
    missing: 'Geben Sie den Aktivierungscode ein.',
    tooMany:
      'Es wurden zu viele Codes versucht. Bitte warten Sie eine Stunde oder legen Sie ein registriertes Zertifikat vor.',
    refused:
      'Dieses Zertifikat ließ sich nicht für jenes Konto registrieren: Es nennt seinen Inhaber anders oder ist schon registriert. Der Helpdesk weiß davon; der Code ist verbraucht.',
    unknownToo:
      'Das eben vorgelegte Zertifikat ist auch nicht registriert. Legen Sie ein anderes vor, benutzen Sie einen Aktivierungscode oder registrieren Sie sich neu.',
  },
}
