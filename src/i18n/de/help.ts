import type { Messages } from '../index.ts'
import type { Topic } from '../topic.ts'

const certificates: Topic = {
  title: 'Zertifikate und Anmeldung',
  summary: 'Welches Zertifikat Sie brauchen, wie die Anmeldung abläuft und was ohne Zertifikat geht.',
  sections: [
    {
      heading: 'Was ein Zertifikat ist',
      text: [
        'Ein Zertifikat ist Ihr elektronischer Ausweis: auf einem Personalausweis, einer Chipkarte oder einem Stick oder in einer App auf Ihrem Telefon. Es weist dem Portal nach, wer Sie sind.',
        'Es gibt zwei Typen. Ein Zertifikat „Private“ nennt Sie als Person. Ein Zertifikat „Professional“ nennt außerdem das Unternehmen, das Sie beauftragt hat.',
      ],
      list: [],
    },
    {
      heading: 'So melden Sie sich an',
      text: ['Die Anmeldung dauert keine Minute.'],
      list: [
        'Wählen Sie „Anmelden“ und dann die Art Ihres Zertifikats.',
        'Folgen Sie Ihrem Browser oder Ihrem Anbieter: Wählen Sie das Zertifikat und geben Sie seine PIN ein. Das Portal sieht die PIN nie.',
        'Beim ersten Mal zeigen wir Ihnen die Namen aus dem Zertifikat und fragen nach Ihrer nationalen Identifikationsnummer und einer E-Mail-Adresse.',
        'Bestätigen Sie die E-Mail-Adresse über den Link, den wir Ihnen senden. Er gilt 24 Stunden und lässt sich noch einmal senden.',
      ],
    },
    {
      heading: 'Kein Zertifikat?',
      text: [
        'Für einen Bereich brauchen Sie eines. Ein Vertrauensdiensteanbieter stellt es aus, oft zusammen mit einem Personalausweis; fragen Sie Ihre Gemeinde, Ihre Bank oder Ihren Arbeitgeber.',
        'Alle Seiten über Behördengänge und die ganze Hilfe lesen Sie ohne Anmeldung, und den Helpdesk erreichen Sie ohne Zertifikat.',
      ],
      list: [],
    },
    {
      heading: 'Mehrere Zertifikate',
      text: [
        'Sie haben höchstens einen privaten Bereich, welches Zertifikat Sie auch benutzen. Ist ein Zertifikat einmal für Sie registriert, so öffnet es denselben privaten Bereich; auch ein Zertifikat „Professional“ tut das.',
        'Um ein weiteres zu registrieren, öffnen Sie in Ihrem Konto „Meine Zertifikate“ und legen es dort vor. Oder melden Sie sich zuerst damit an und wählen „Ich habe schon ein Konto“: Dann legen Sie ein registriertes Zertifikat vor oder geben einen Aktivierungscode ein, den Sie sich in Ihrem Konto anzeigen lassen.',
        'Die Namen darin müssen Ihre sein. Akzente, Großschreibung, Bindestriche, Apostrophe und die Reihenfolge der Namen spielen keine Rolle; Umlaute dürfen ausgeschrieben und griechische Buchstaben umschrieben sein; Vornamen dürfen fehlen. Weichen sie sonst ab, klärt das der Helpdesk mit Ihnen.',
        'Ein erneuertes Zertifikat desselben Anbieters wird von selbst erkannt.',
      ],
      list: [],
    },
    {
      heading: 'Die Anmeldung gelingt nicht',
      text: ['Bitte prüfen Sie zuerst:'],
      list: [
        'Steckt die Karte oder der Stick, und läuft die Software Ihres Anbieters?',
        'Ist das Zertifikat abgelaufen oder widerrufen? Wie Sie es erneuern, sagt Ihnen Ihr Anbieter.',
        'Haben Sie die Auswahl des Zertifikats abgebrochen? Schließen Sie alle Fenster des Browsers, öffnen Sie ihn neu und versuchen Sie es noch einmal.',
        'Haben Sie das falsche Zertifikat gewählt? Auf der Anmeldeseite können Sie ein anderes wählen.',
      ],
    },
  ],
}

const spaces: Topic = {
  title: 'Private und berufliche Bereiche',
  summary: 'Wozu ein Bereich dient, wie Sie einen erstellen und wie die beiden Arten getrennt bleiben.',
  sections: [
    {
      heading: 'Was ein Bereich ist',
      text: [
        'Ein Bereich ist ein sicherer Ort für Ihre Vorgänge und Ihre Daten. Was Sie einmal eingegeben haben, füllt das nächste Formular.',
        'Es gibt zwei Arten: einen privaten Bereich pro Person, und berufliche Bereiche für Unternehmen, Vereine und selbstständige Tätigkeiten.',
        'Ein privater Behördengang läuft nur im privaten Bereich, ein beruflicher nur in einem beruflichen Bereich. Farbe, Zeichen, Name und Kennung oben auf jeder Seite sagen Ihnen, wo Sie sind.',
      ],
      list: [],
    },
    {
      heading: 'Einen privaten Bereich erstellen',
      text: ['Sie können einen haben. Sie erstellen ihn mit einem beliebigen Ihrer Zertifikate.'],
      list: [
        'Öffnen Sie „Meine Bereiche verwalten“ und wählen Sie „Meinen privaten Bereich erstellen“.',
        'Übernehmen Sie auf Wunsch die Daten aus Ihrem Zertifikat.',
        'Geben Sie Ihre persönlichen Daten ein. Felder mit Sternchen sind Pflichtfelder; alle anderen dürfen leer bleiben.',
        'Wählen Sie „Bestätigen“.',
      ],
    },
    {
      heading: 'Einen beruflichen Bereich erstellen',
      text: [
        'Ein Zertifikat „Private“ genügt. Mit einem Zertifikat „Professional“ kommen Name und Kennnummer des Unternehmens aus dem Zertifikat und gelten als geprüft.',
      ],
      list: [
        'Öffnen Sie „Meine Bereiche verwalten“ und wählen Sie „Einen beruflichen Bereich erstellen“.',
        'Geben Sie an, in welcher Eigenschaft Sie für das Unternehmen handeln.',
        'Geben Sie die Daten des Unternehmens ein.',
        'Wählen Sie „Bestätigen“.',
      ],
    },
    {
      heading: 'Zwischen Bereichen wechseln',
      text: [
        'Wählen Sie oben auf der Seite „Bereich wechseln“. In zwei Fenstern Ihres Browsers können Sie zugleich in zwei Bereichen arbeiten: Jedes Fenster bleibt in seinem Bereich.',
      ],
      list: [],
    },
    {
      heading: 'Einen Bereich schließen',
      text: [
        'Einen Bereich ohne Vorgänge können Sie schließen. Er zählt dann nicht mehr zur Höchstzahl. Unter „Meine Bereiche verwalten“ können Sie das 30 Tage lang rückgängig machen.',
      ],
      list: [],
    },
  ],
}

const sharing: Topic = {
  title: 'Einen beruflichen Bereich teilen',
  summary: 'Wie Kollegen eingeladen werden, welches Zertifikat sie brauchen und wer was darf.',
  sections: [
    {
      heading: 'Welche Bereiche sich teilen lassen',
      text: [
        'Ein beruflicher Bereich, der mit einem Zertifikat „Professional“ erstellt wurde: Es beweist, für welches Unternehmen Sie handeln. Ein mit einem Zertifikat „Private“ erstellter hat einen Benutzer, der private Bereich ebenso.',
      ],
      list: [],
    },
    {
      heading: 'Kollegen einladen',
      text: ['Administratoren des Bereichs laden auf seiner Seite „Benutzer“ ein.'],
      list: [
        'Geben Sie den Namen ein, wie er im Zertifikat steht, und eine E-Mail-Adresse.',
        'Wählen Sie eine Rolle: Leser, Verwalter oder Administrator.',
        'Wenn Sie sichergehen möchten, geben Sie die Nummer des Zertifikats ein: Dann kann nur dieses annehmen.',
        'Die eingeladene Person öffnet den Link in der Mail, meldet sich an, sagt, in welcher Eigenschaft sie handelt, und nimmt an.',
      ],
    },
    {
      heading: 'Sie wurden eingeladen',
      text: [
        'Öffnen Sie den Link in der Mail und melden Sie sich an. Ist Ihr Zertifikat hier neu, registrieren Sie es zuerst und kommen von selbst zur Einladung zurück. Sie wartet auch unter „Meine Bereiche verwalten“.',
        'Der Link gilt einmal und 14 Tage lang. Niemand sonst kann damit etwas anfangen.',
      ],
      list: [],
    },
    {
      heading: 'Zwei Administratoren sind besser als einer',
      text: [
        'Ein Bereich hat immer mindestens einen Administrator. Ernennen Sie einen zweiten: Wenn Sie Ihr Zertifikat verlieren oder das Unternehmen verlassen, lässt sich der Bereich weiter verwalten.',
        'Kommt ein Benutzer nur mit einem Zertifikat herein und läuft es ab, erneuert er es bei seinem Anbieter: Das erneuerte wird von selbst erkannt. Geht das nicht, entfernt ihn ein anderer Administrator und lädt ihn neu ein.',
        'Das Zertifikat, von dem ein Bereich abhängt, weil kein anderes einen Administrator hereinlässt, kann nicht aus dem Konto entfernt werden. Ist es endgültig abgelaufen oder verloren, hilft der Helpdesk: Der Betreiber des Portals öffnet den Bereich dann, nachdem er Ihre Identität geprüft hat, für ein anderes Ihrer Zertifikate.',
      ],
      list: [],
    },
    {
      heading: 'Wer was tat',
      text: [
        'Administratoren lesen unter „Aktivität in diesem Bereich“, auf der Seite „Benutzer“, was im Bereich geschah und wer es tat. Wer dazukam, wessen Rolle geändert wurde und dass ein Bereich geschlossen wurde, wird per E-Mail mitgeteilt.',
      ],
      list: [],
    },
  ],
}

const limit: Topic = {
  title: 'Wie viele berufliche Bereiche Sie haben können',
  summary: 'Bis zu {limit} berufliche Bereiche pro Person; der Helpdesk kann die Höchstzahl erhöhen.',
  sections: [
    {
      heading: 'Die Höchstzahl',
      text: [
        'Sie können bis zu {limit} berufliche Bereiche erstellen, welche Zertifikate Sie auch benutzen. „Meine Bereiche verwalten“ zeigt, wie viele Sie schon haben.',
        'Es zählen nur Bereiche, die Sie erstellt und nicht geschlossen haben.',
      ],
      list: [],
    },
    {
      heading: 'Wenn Sie mehr brauchen',
      text: ['Sie haben zwei Möglichkeiten:'],
      list: [
        'Schließen Sie einen leeren beruflichen Bereich, den Sie nicht mehr brauchen.',
        'Bitten Sie den Helpdesk, die Höchstzahl für Sie zu erhöhen. Sagen Sie, wie viele Bereiche Sie brauchen und wozu.',
      ],
    },
  ],
}

const data: Topic = {
  title: 'Ihre Daten und die Formulare',
  summary: 'Wie Ihre Daten Formulare füllen, woher sie kommen und wie Sie übermitteln.',
  sections: [
    {
      heading: 'Einmal eingegeben, immer wieder verwendet',
      text: [
        'Was Sie unter „Meine Daten“ oder „Firmendaten“ eingeben, füllt die Formulare der Behördengänge von selbst. Bei jeder Gruppe von Feldern steht, woher die Daten kommen.',
        'Ein Häkchen bedeutet: durch Ihr Zertifikat oder ein öffentliches Register bestätigt. Solche Angaben lassen sich im Formular nicht ändern. Was Sie selbst eingegeben haben, trägt kein Häkchen.',
        'Nur wenige Felder sind Pflichtfelder, aber je mehr Sie ausfüllen, desto weniger tippen Sie später. „Meine Daten“ zeigt, welches fehlende Feld in wie vielen Behördengängen helfen würde.',
      ],
      list: [],
    },
    {
      heading: 'Sie entscheiden',
      text: [
        'Unter „Meine Daten“ können Sie für jeden Bereich abschalten, dass seine Daten Formulare füllen.',
        'Was Sie in einem Formular ändern, ändert Ihre Daten nicht. Vor dem Übermitteln können Sie einzelne Änderungen in Ihre Daten übernehmen.',
        'Jede Änderung Ihrer Daten wird aufbewahrt, mit Person und Zeitpunkt.',
      ],
      list: [],
    },
    {
      heading: 'Speichern und später fortfahren',
      text: [
        'Mit JavaScript wird ein Formular gespeichert, während Sie tippen; neben den Schaltflächen steht, wann. Ohne JavaScript wird es mit jedem Schritt gespeichert. „Später fortfahren“ bringt Sie zurück zur Liste der Vorgänge.',
        'Wird derselbe Vorgang in zwei Fenstern geändert, so wird nichts überschrieben: Sie sehen beide Fassungen und wählen.',
      ],
      list: [],
    },
    {
      heading: 'Dokumente',
      text: [
        'Unter „Meine Dokumente“ bewahren Sie Dateien auf, die Behörden verlangen: PDF und Bilder. Ein Formular, das eines verlangt, lässt Sie daraus wählen oder ein anderes hochladen; was Sie dort hochladen, bleibt ebenfalls erhalten.',
        'Das Portal speichert sie verschlüsselt. Bei jedem steht, wo es verwendet wird und wer es geöffnet hat.',
        'Ein gelöschtes Dokument lässt sich nicht mehr öffnen oder wählen. Was Sie übermittelt haben, bleibt genau, wie es war, mit seinen Dokumenten.',
      ],
      list: [],
    },
    {
      heading: 'Übermitteln',
      text: [
        'Auf der letzten Seite prüfen Sie alles. Mit „Übermitteln“ gehen Ihre Angaben an die Behörde und lassen sich nicht mehr ändern. Sie erhalten eine Referenz, und der Vorgang zeigt jeden weiteren Schritt.',
        'Solange ein Vorgang vorbereitet wird, dürfen Sie ihn löschen.',
      ],
      list: [],
    },
  ],
}

const technical: Topic = {
  title: 'Technische Hilfe',
  summary: 'Browser, Sitzungen, und was zu tun ist, wenn etwas nicht gelingt.',
  sections: [
    {
      heading: 'Was Sie brauchen',
      text: [
        'Einen aktuellen Browser wie Firefox, Chrome, Edge oder Safari, auf Computer, Tablet oder Telefon. Cookies müssen erlaubt sein. Mit JavaScript ist manches bequemer, aber alles geht auch ohne.',
      ],
      list: [],
    },
    {
      heading: 'Wenn die Sitzung endet',
      text: [
        'Zu Ihrer Sicherheit werden Sie nach {idle} Minuten ohne Tätigkeit abgemeldet, und nach {hours} Stunden auf jeden Fall. Einige Minuten vorher fragt eine Meldung, ob Sie angemeldet bleiben möchten.',
        'An einem Computer, den auch andere benutzen: Melden Sie sich ab, wenn Sie fertig sind, und schließen Sie den Browser.',
      ],
      list: [],
    },
    {
      heading: 'Wenn eine Seite einen Fehler meldet',
      text: [
        'Jede Fehlerseite sagt, was geschehen ist und was Sie tun können. Zeigt sie eine Nummer, so nennen Sie diese dem Helpdesk: Damit finden wir die Ursache. Was vorher gespeichert war, ist sicher.',
      ],
      list: [],
    },
    {
      heading: 'Anzeige und Druck',
      text: [
        'Die Seiten folgen den Einstellungen Ihres Geräts: hell oder dunkel, größere Schrift, hoher Kontrast. Sie können sie auf 400 Prozent vergrößern. Jede Seite lässt sich drucken.',
      ],
      list: [],
    },
  ],
}

export const help: Messages['help'] = {
  title: 'Hilfe',
  lead: 'Kurze Antworten auf das, was am häufigsten gefragt wird. Zum Lesen brauchen Sie nicht angemeldet zu sein.',
  topics: { certificates, spaces, sharing, limit, data, technical },
  otherTopics: 'Andere Themen',
  accepted: 'Zertifikate, die dieses Portal annimmt',
  asking: 'Ihre Frage blieb offen?',
  askingText:
    'Der Helpdesk hilft Ihnen bei Zertifikaten, Bereichen und Formularen. Er sieht Konten, nie die Inhalte Ihrer Bereiche.',
  toContact: 'Kontakt',
  contact: {
    title: 'Kontakt',
    lead: 'Sie erreichen uns auch ohne Anmeldung.',
    helpdesk: 'Helpdesk',
    email: 'E-Mail',
    phone: 'Telefon',
    none: 'Der Betreiber dieses Portals hat keinen Kontakt des Helpdesks angegeben.',
    noSecrets:
      'Nennen Sie uns bitte nie die PIN Ihres Zertifikats und senden Sie keine Unterlagen per E-Mail. Geben Sie bei Fragen zu einem Vorgang dessen Referenz an.',
    error: 'Zeigt eine Fehlerseite eine Nummer, so nennen Sie bitte auch diese.',
    procedure: 'Eine Frage zu einem Behördengang?',
    procedureText: 'Jeder Behördengang nennt die zuständige Behörde und wen Sie dort fragen können.',
    toProcedures: 'Behördengänge ansehen',
    helpFirst: 'Vielleicht steht die Antwort schon hier',
  },
}
