import type { Messages } from '../index.ts'

export const identity: Messages['identity'] = {
  signIn: {
    title: 'Anmelden',
    lead: 'Sie melden sich mit Ihrem elektronischen Zertifikat an. Wählen Sie, wie Sie es vorlegen.',
    leadOne: 'Sie melden sich mit Ihrem elektronischen Zertifikat an.',
    tls: 'Zertifikat in diesem Browser oder auf Ihrer Karte',
    tlsAbout: (name) =>
      `Für Zertifikate von ${name}. Stecken Sie zuerst Ihre Karte oder Ihren Token ein, falls Sie so etwas nutzen. Ihr Browser fragt dann, welches Zertifikat Sie vorlegen.`,
    tlsAction: 'Mit meinem Zertifikat anmelden',
    oidcAbout: (name) =>
      `Sie wechseln auf die Seiten von ${name}, legen dort Ihr Zertifikat vor und kommen hierher zurück.`,
    samlAbout: (name: string) =>
      `Sie weisen sich bei ${name} mit einem dort anerkannten Mittel aus und kommen hierher zurück.`,
    oidcAction: (name) => `Weiter mit ${name}`,
    none: 'Auf diesem Portal ist noch keine Anmeldung eingerichtet.',
    silent: 'Antwortet zurzeit nicht. Sie können es trotzdem versuchen.',
    noCertificate: 'Kein Zertifikat?',
    noCertificateText: 'Wo Sie eines bekommen, welche Arten es gibt und was auch ohne geht.',
    noCertificateLink: 'Hilfe zu Zertifikaten',
    firstTime: 'Zum ersten Mal hier?',
    firstTimeText:
      'Melden Sie sich einfach an. Ein Zertifikat, das wir noch nicht kennen, registrieren Sie auf der nächsten Seite in wenigen Minuten.',
    hint: 'Gut zu wissen',
    protected: 'Nach der Anmeldung kommen Sie auf die Seite, die Sie öffnen wollten.',
  },
  notices: {
    signed_out: {
      title: 'Sie haben sich abgemeldet',
      text: 'Schließen Sie an einem gemeinsam genutzten Computer auch alle Fenster des Browsers: Er merkt sich womöglich, welches Zertifikat Sie vorgelegt haben.',
    },
    cancelled: {
      title: 'Anmeldung abgebrochen',
      text: 'Uns wurde nichts übermittelt. Sie können es noch einmal versuchen oder einen anderen Weg wählen.',
    },
    session_over: {
      title: 'Ihre Sitzung ist beendet',
      text: 'Zu Ihrer Sicherheit wurden Sie abgemeldet. Melden Sie sich neu an, um dort weiterzumachen, wo Sie waren.',
    },
    kept: {
      title: 'Ihre Sitzung ist beendet',
      text: 'Was Sie gesendet haben, wurde nicht ausgeführt, ist aber nicht verloren: Wir bewahren es 15 Minuten lang verschlüsselt auf. Melden Sie sich mit einem Ihrer Zertifikate an, dann steht es wieder in seinem Formular.',
    },
    certificate_removed: {
      title: 'Zertifikat entfernt',
      text: 'Sie wurden abgemeldet, denn Ihre Sitzung begann mit diesem Zertifikat. Melden Sie sich mit einem anderen an.',
    },
    refused: {
      title: 'Diese Anmeldung konnte nicht abgeschlossen werden',
      text: 'Sie hat zu lange gedauert, wurde schon verwendet oder in einem anderen Browser begonnen. Bitte melden Sie sich neu an.',
    },
    registration_over: {
      title: 'Hier gibt es nichts mehr zu registrieren',
      text: 'Die Registrierung hat zu lange gedauert oder ist schon abgeschlossen. Bitte melden Sie sich neu an.',
    },
    incomplete: {
      title: 'Der Anbieter hat uns nicht genug mitgeteilt',
      text: 'Es fehlt, wem das Zertifikat gehört oder welcher Art es ist. Bitte wählen Sie einen anderen Weg oder wenden Sie sich an den Helpdesk.',
    },
    level_low: {
      title: 'Diese Anmeldung ist nicht sicher genug',
      text: 'Der Anbieter teilt mit, dass Sie sich mit einem niedrigeren Sicherheitsniveau angemeldet haben, als wir von ihm annehmen. Melden Sie sich erneut an und wählen Sie dort ein sichereres Mittel, etwa eine App oder eine Karte statt eines Passworts, oder nutzen Sie einen anderen Weg.',
    },
    level_unknown: {
      title: 'Der Anbieter hat nicht gesagt, wie sicher diese Anmeldung war',
      text: 'Ohne Sicherheitsniveau können wir sie nicht annehmen. Bitte versuchen Sie es noch einmal; hilft das nicht, wählen Sie einen anderen Weg oder wenden Sie sich an den Helpdesk.',
    },
    not_fresh: {
      title: 'Der Anbieter hat Sie nicht neu gefragt',
      text: 'Für diesen Schritt weisen Sie noch einmal nach, wer Sie sind; der Anbieter hat sich aber auf eine frühere Anmeldung verlassen. Melden Sie sich dort ab und versuchen Sie es erneut, oder nutzen Sie einen anderen Weg.',
    },
    failed: {
      title: 'Die Anmeldung beim Anbieter ist fehlgeschlagen',
      text: 'Seine Antwort konnte nicht angenommen werden. Bitte versuchen Sie es noch einmal; hilft das nicht, wählen Sie einen anderen Weg oder wenden Sie sich an den Helpdesk.',
    },
    too_many: {
      title: 'Zu viele Versuche',
      text: 'Bitte warten Sie zehn Minuten und versuchen Sie es dann noch einmal.',
    },
  },
  /** As Regulation (EU) No 910/2014 calls them, article 8. */
  levels: { low: 'niedrig', substantial: 'substanziell', high: 'hoch' },
  unavailable: {
    title: (name) => `${name} ist zurzeit nicht erreichbar`,
    text: 'Bitte versuchen Sie es in einigen Minuten noch einmal oder melden Sie sich auf einem anderen Weg an.',
  },
  refusal: {
    missing: {
      title: 'Es wurde kein Zertifikat vorgelegt',
      text: 'Ihr Browser hat uns kein Zertifikat gesendet.',
      todo: [
        'Wenn Sie die Frage nach dem Zertifikat geschlossen haben: Versuchen Sie es noch einmal und wählen Sie eines aus.',
        'Wenn Ihr Browser nichts gefragt hat: Stecken Sie Ihre Karte oder Ihren Token ein und prüfen Sie, ob das Zertifikat in diesem Browser installiert ist.',
        'Wenn Sie noch kein Zertifikat haben, lesen Sie, wie Sie eines bekommen.',
      ],
    },
    expired: {
      title: 'Ihr Zertifikat ist abgelaufen',
      text: (date) =>
        `Es war bis zum ${date} gültig. Mit einem abgelaufenen Zertifikat ist keine Anmeldung möglich.`,
      todo: [
        'Wenn Sie es schon erneuert haben: Wählen Sie das neue Zertifikat.',
        'Wenn nicht, erneuern Sie es bei seinem Aussteller. Ihre Bereiche bleiben, wie sie sind: Auch das erneuerte Zertifikat öffnet sie.',
        'Ein anderes Zertifikat, das Sie registriert haben, öffnet sie ebenfalls.',
      ],
    },
    not_yet_valid: {
      title: 'Ihr Zertifikat ist noch nicht gültig',
      text: (date) => `Es gilt erst ab dem ${date}.`,
      todo: [
        'Wählen Sie ein anderes Zertifikat oder kommen Sie dann wieder.',
        'Prüfen Sie, ob die Uhr Ihres Geräts richtig geht.',
      ],
    },
    untrusted: {
      title: 'Wir kennen den Aussteller dieses Zertifikats nicht',
      text: 'Dieses Portal nimmt nur Zertifikate bestimmter Aussteller an.',
      todo: [
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Lesen Sie, welche Zertifikate hier angenommen werden.',
      ],
    },
    issuer_invalid: {
      title: 'Auf den Aussteller dieses Zertifikats ist kein Verlass',
      text: 'Wir kennen den Aussteller, aber eines seiner eigenen Zertifikate ist abgelaufen, gesperrt oder erlaubt ihm nicht, Ihres auszustellen.',
      todo: [
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Bitten Sie den Aussteller Ihres Zertifikats um ein neues. Auch dieses öffnet Ihre Bereiche: Sie bleiben, wie sie sind.',
        'Wenn Sie das für einen Fehler halten, wenden Sie sich an den Helpdesk.',
      ],
    },
    weak: {
      title: 'Dieses Zertifikat ist nicht mehr sicher genug',
      text: 'Es beruht auf Kryptografie, die heute als zu schwach gilt: Jemand anderes könnte sich für Sie ausgeben.',
      todo: [
        'Bitten Sie den Aussteller, es auszutauschen. Ihre Bereiche bleiben, wie sie sind: Auch das neue Zertifikat öffnet sie.',
        'Ein anderes Zertifikat, das Sie registriert haben, öffnet sie ebenfalls.',
      ],
    },
    faulty: {
      title: 'Dieses Zertifikat hat einen Fehler',
      text: 'Wir kennen seinen Aussteller, aber das Zertifikat ist nicht so gemacht, wie die Regeln es verlangen. Das liegt nicht an Ihnen.',
      todo: [
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Bitten Sie den Aussteller um eines ohne diesen Fehler oder wenden Sie sich an den Helpdesk.',
      ],
    },
    wrong_usage: {
      title: 'Dieses Zertifikat ist nicht für die Anmeldung gemacht',
      text: 'Sein Aussteller hat es für etwas anderes vorgesehen, etwa für einen Server oder zum Verschlüsseln von E-Mails.',
      todo: [
        'Wählen Sie das Zertifikat zur Authentifizierung; viele Karten enthalten zwei.',
        'Wenn Sie nicht sicher sind, welches das ist, fragen Sie den Aussteller.',
      ],
    },
    unknown_kind: {
      title: 'Wir kennen diese Art von Zertifikat nicht',
      text: 'Es sagt weder „Private“ noch „Professional“; deshalb wissen wir nicht, für wen Sie handeln.',
      todo: [
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Wenn Sie das für einen Fehler halten, wenden Sie sich an den Helpdesk.',
      ],
    },
    incomplete: {
      title: 'In diesem Zertifikat fehlt etwas',
      text: 'Es fehlt die Seriennummer des Inhabers, der Name oder das Unternehmen. Ohne sie können wir Sie nicht erkennen.',
      todo: [
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Wenn Sie das für einen Fehler halten, wenden Sie sich an den Helpdesk.',
      ],
    },
    revoked: {
      title: 'Ihr Zertifikat wurde gesperrt',
      text: (date) =>
        `Sein Aussteller hat es am ${date} vorzeitig für ungültig erklärt. Eine Anmeldung ist damit nicht mehr möglich.`,
      todo: [
        'Wenn Sie eine Karte als verloren gemeldet oder ersetzt haben: Wählen Sie das neue Zertifikat.',
        'Ein anderes Zertifikat, das Sie registriert haben, öffnet Ihre Bereiche ebenfalls. Darin geht nichts verloren.',
        'Wenn Sie keinen Grund dafür kennen, fragen Sie den Aussteller Ihres Zertifikats.',
      ],
    },
    revocation_unknown: {
      title: 'Der Aussteller kennt dieses Zertifikat nicht',
      text: 'Wir haben den Aussteller gefragt, ob es noch gültig ist. Er sagt, dass es ein solches Zertifikat nicht gibt.',
      todo: [
        'Wenn es ganz neu ist: Versuchen Sie es in einer Stunde noch einmal.',
        'Wenn Sie mehrere Zertifikate haben, wählen Sie ein anderes.',
        'Wenn es dabei bleibt, fragen Sie den Aussteller Ihres Zertifikats.',
      ],
    },
    revocation_unanswered: {
      title: 'Wir können Ihr Zertifikat zurzeit nicht prüfen',
      text: 'Vor jeder Anmeldung fragen wir den Aussteller des Zertifikats, ob es gesperrt wurde. Er antwortet gerade nicht; deshalb können wir damit niemanden einlassen. Sie haben nichts falsch gemacht.',
      todo: [
        'Bitte versuchen Sie es in einigen Minuten noch einmal.',
        'Wenn es eilt, melden Sie sich auf einem anderen Weg an oder mit einem Zertifikat eines anderen Ausstellers, das Sie registriert haben.',
      ],
    },
    over: {
      title: 'Diese Anmeldung ist beendet',
      text: 'Sie hat zu lange gedauert oder nicht auf unserer Anmeldeseite begonnen.',
      todo: ['Gehen Sie zurück und beginnen Sie von vorn: Das dauert nur einen Augenblick.'],
    },
    too_many: {
      title: 'Zu viele Versuche',
      text: 'Von Ihrer Adresse aus wurde sehr oft versucht, sich anzumelden.',
      todo: ['Bitte warten Sie zehn Minuten und versuchen Sie es dann noch einmal.'],
    },
    unavailable: {
      title: 'Die Anmeldung ist zurzeit nicht möglich',
      text: 'Ein Teil dieses Dienstes antwortet nicht. An Ihrem Zertifikat liegt es nicht.',
      todo: ['Bitte versuchen Sie es in einigen Minuten noch einmal.'],
    },
    whatToDo: 'Was Sie tun können',
    again: 'Anderes Zertifikat wählen',
    tryAgain: 'Noch einmal versuchen',
    back: 'Andere Wege zur Anmeldung',
    help: 'Hilfe zu Zertifikaten',
    remembers: 'Ihr Browser fragt nicht?',
    remembersText:
      'Browser merken sich Ihre Wahl. Damit er wieder fragt, schließen Sie alle Fenster des Browsers oder öffnen Sie ein privates Fenster.',
  },
  registration: {
    title: 'Willkommen: Zertifikat registrieren',
    lead: 'Mit diesem Zertifikat sind Sie zum ersten Mal hier. Die Registrierung dauert etwa zwei Minuten; danach melden Sie sich einfach an.',
    certificate: 'Ihr Zertifikat',
    holder: 'Inhaber',
    kind: 'Typ',
    kinds: { private: 'Private', professional: 'Professional' },
    organization: 'Unternehmen',
    organizationIdentifier: 'Kennung des Unternehmens',
    serialNumber: 'Seriennummer',
    provider: 'Von',
    validTo: 'Gültig bis',
    namesFixed:
      'Die Namen stammen aus Ihrem Zertifikat. Sind sie falsch, kann sein Aussteller sie berichtigen.',
    number: 'Nationale Identifikationsnummer',
    numberLabel: 'Ihre nationale Identifikationsnummer',
    numberHint:
      '13 Ziffern, wie auf Ihrer Sozialversicherungskarte, zum Beispiel 1985 03 27 123 45. Leerzeichen spielen keine Rolle.',
    numberWhy:
      'Sie unterscheidet Sie von anderen mit gleichem Namen und stellt sicher, dass Ihre Bereiche nur Ihnen gehören. Wir bewahren sie verschlüsselt auf.',
    noNumber: 'Ich habe keine',
    numberConfirmed: (from) => `Ihre nationale Identifikationsnummer ist bestätigt: ${from}.`,
    fromCertificate: 'Sie stammt aus Ihrem Zertifikat',
    fromClaim: (name) => `Sie stammt von ${name}`,
    contact: 'Wie wir Sie erreichen',
    email: 'E-Mail für Benachrichtigungen',
    emailHint:
      'Wir senden dorthin einen Link, mit dem Sie die Adresse bestätigen. Nachrichten enthalten nie etwas Vertrauliches.',
    language: 'Sprache, in der wir Ihnen schreiben',
    terms: 'Nutzungsbedingungen',
    termsLabel: 'Ich nehme die Nutzungsbedingungen an',
    termsRead: 'Nutzungsbedingungen lesen',
    termsVersion: (version) => `Fassung ${version}`,
    privacy:
      'Wie wir mit Ihren Daten umgehen, steht in den Datenschutzhinweisen. Zustimmen müssen Sie ihnen nicht.',
    submit: 'Registrieren und weiter',
    cancel: 'Registrierung abbrechen',
    cancelText: 'Es wird nichts aufbewahrt.',
    next: 'Wie es weitergeht',
    nextSteps: [
      'Wir senden einen Link an Ihre E-Mail-Adresse. Er gilt 24 Stunden.',
      'Sie erstellen Ihren ersten Bereich: den privaten oder einen für Ihr Unternehmen.',
      'Ihre Daten füllen die Formulare Ihres ersten Behördengangs.',
    ],
    time: 'Sie haben für diese Seite 50 Minuten Zeit.',
    errors: {
      numberMissing:
        'Geben Sie Ihre nationale Identifikationsnummer ein oder kreuzen Sie „Ich habe keine“ an.',
      numberBoth: 'Geben Sie entweder eine Nummer ein oder kreuzen Sie „Ich habe keine“ an, nicht beides.',
      numberRefused:
        'Mit dieser Nummer können wir Sie nicht registrieren. Bitte prüfen Sie sie. Wenn Sie schon einmal hier waren, melden Sie sich mit Ihrem registrierten Zertifikat an; sonst hilft der Helpdesk.',
      numberTooMany:
        'Es wurden zu viele Nummern ausprobiert. Bitte warten Sie eine Stunde oder wenden Sie sich an den Helpdesk. Sie können auch „Ich habe keine“ ankreuzen und die Nummer später nachtragen.',
      givenRefused:
        'Die Nummer in Ihrem Zertifikat gehört zu einem Konto, das schon registriert ist. Bitte melden Sie sich mit dem registrierten Zertifikat an oder wenden Sie sich an den Helpdesk.',
      emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
      terms: 'Um sich zu registrieren, nehmen Sie bitte die Nutzungsbedingungen an.',
      language: 'Wählen Sie eine Sprache.',
    },
    tooMany: 'Zu viele Versuche. Bitte warten Sie eine Stunde oder wenden Sie sich an den Helpdesk.',
    helpdesk: 'Helpdesk kontaktieren',
  },
  session: {
    title: 'Ihre Sitzung',
    ends: (time) => `Ihre Sitzung endet um ${time} Uhr, wenn Sie vorher nichts tun.`,
    endsFinal: (time) => `Spätestens um ${time} Uhr endet sie: Dann melden Sie sich neu an.`,
    stay: 'Angemeldet bleiben',
    back: 'Zurück zur vorigen Seite',
    extended: 'Sie bleiben angemeldet.',
  },
  email: {
    title: 'Meine E-\u2060Mail-Adresse',
    lead: 'An diese Adresse schreiben wir, wenn sich in Ihren Bereichen etwas tut. Nachrichten enthalten nie etwas Vertrauliches.',
    confirmed: 'Bestätigt',
    open: 'Noch nicht bestätigt',
    current: 'Verwendete Adresse',
    waiting: 'Wartet auf Bestätigung',
    none: 'Sie haben noch keine Adresse angegeben.',
    openText: (email) =>
      `Wir haben einen Link an ${email} gesendet. Öffnen Sie ihn innerhalb von 24 Stunden, um die Adresse zu bestätigen. Bis dahin senden wir nichts anderes dorthin.`,
    openOld: (email) => `Bis dahin schreiben wir weiter an ${email}.`,
    spam: 'Keine Nachricht da? Sehen Sie im Spam-Ordner nach oder lassen Sie den Link noch einmal senden.',
    resend: 'Link noch einmal senden',
    change: 'Adresse ändern',
    label: 'Neue E-Mail-Adresse',
    labelFirst: 'E-Mail-Adresse',
    submit: 'Bestätigungslink senden',
    back: 'Meine Bereiche verwalten',
    missing: 'Geben Sie Ihre E-Mail-Adresse ein.',
    tooMany:
      'Wir haben schon viele Links gesendet. Bitte warten Sie eine Stunde, bevor Sie einen weiteren anfordern.',
    notices: {
      requested: 'Wir haben Ihnen einen Link gesendet. Öffnen Sie ihn innerhalb von 24 Stunden.',
      unchanged: 'Diese Adresse ist schon bestätigt. Es hat sich nichts geändert.',
    },
    confirmTitle: 'E-\u2060Mail-Adresse bestätigen',
    confirmText: (email) => `Möchten Sie unsere Nachrichten an ${email} erhalten?`,
    confirm: 'Ja, diese Adresse bestätigen',
    confirmNot: 'Wenn Sie das nicht veranlasst haben, schließen Sie diese Seite: Dann geschieht nichts.',
    doneTitle: 'Ihre E-\u2060Mail-Adresse ist bestätigt',
    doneText: 'Von jetzt an schreiben wir Ihnen dorthin, wenn sich in Ihren Bereichen etwas tut.',
    usedTitle: 'Diese Adresse ist schon bestätigt',
    usedText: 'Der Link hat seinen Zweck erfüllt. Es ist nichts mehr zu tun.',
    expiredTitle: 'Dieser Link gilt nicht mehr',
    expiredText:
      'Er war älter als 24 Stunden, oder Sie haben seither eine andere Adresse angegeben. Melden Sie sich an, um einen neuen zu erhalten.',
    continue: 'Weiter zu meinen Bereichen',
    again: 'Neuen Link senden lassen',
  },
}
