import type { Messages } from '../index.ts'

export const sources: Messages['sources'] = {
  title: 'Authentische Quellen',
  lead: 'Was öffentliche Register über Sie führen, gerade eben abgefragt. Hier gespeichert wird davon nur, was Sie übernehmen.',
  companyLead:
    'Was das Unternehmensregister über dieses Unternehmen führt, gerade eben abgefragt. Hier gespeichert wird davon nur, was Sie übernehmen.',
  names: {
    persons: 'Register der natürlichen Personen',
    companies: 'Unternehmensregister',
    drivingLicences: 'Führerscheinregister',
  },
  asOf: (when) => `Stand: ${when}`,
  nothing: 'Dieses Register führt nichts über Sie.',
  companyNothing: 'Dieses Register kennt das Unternehmen nicht.',
  unavailable:
    'Dieses Register antwortet zurzeit nicht. Alles andere funktioniert wie gewohnt; bitte versuchen Sie es später noch einmal.',
  invalid:
    'Dieses Register hat eine Antwort gegeben, die nicht stimmen kann. Sie wird nicht angezeigt und wurde gemeldet. Bitte versuchen Sie es später noch einmal.',
  too_many:
    'Dieses Register wurde für Sie in der letzten Stunde so oft befragt, wie es vorgesehen ist. Es ist nichts verloren, und alles andere funktioniert wie gewohnt; bitte sehen Sie später wieder nach.',
  notConnected: 'Kein Register ist angeschlossen',
  notConnectedText: 'Dieses Portal fragt für diese Art von Bereich noch kein Register ab.',
  needs: {
    number_none: {
      title: 'Ihre nationale Nummer wird gebraucht',
      text: 'Register finden Sie anhand Ihrer nationalen Identifikationsnummer und werden erst gefragt, wenn bestätigt ist, dass es Ihre ist. Sie haben sie noch nicht angegeben.',
    },
    number_declared: {
      title: 'Ihre nationale Nummer ist noch nicht bestätigt',
      text: 'Register werden nur mit einer bestätigten Nummer gefragt, damit niemand die Daten anderer zu sehen bekommt. Sie haben Ihre angegeben, bestätigt hat sie bisher nichts.',
    },
    private_certificate: {
      title: 'Für Bereiche, die mit einem Zertifikat „Professional“ erstellt wurden',
      text: 'Ein Zertifikat „Professional“ nennt sein Unternehmen, und nach diesem wird das Register gefragt. Dieser berufliche Bereich wurde mit einem Zertifikat „Private“ erstellt, das kein Unternehmen nennt.',
    },
    no_company_number: {
      title: 'Die Nummer des Unternehmens fehlt',
      text: 'Das Zertifikat „Professional“, mit dem dieser berufliche Bereich erstellt wurde, nennt weder eine Handelsregister- noch eine MwSt.-Nummer. Ohne eine von beiden lässt sich das Register nicht fragen.',
    },
  },
  ways: 'So kommen Sie dahin',
  wayEnter:
    'Tragen Sie Ihre Nummer in Ihren Daten ein. Sie wird gleich bestätigt, wenn sie zu Ihrem Namen gehört.',
  wayAgain: 'Lassen Sie die Nummer jetzt bestätigen: Das Register sagt, ob sie zu Ihrem Namen gehört.',
  wayCertificate: 'Oder melden Sie sich mit einem Zertifikat an, das Ihre Nummer nennt.',
  wayHelpdesk: 'Oder wenden Sie sich an den Helpdesk, der einen Ausweis prüfen kann.',
  enterNumber: 'Meine Nummer eintragen',
  confirmNumber: 'Meine Nummer jetzt bestätigen',
  aboutSpaces: 'Über private und berufliche Bereiche',
  status: 'Status',
  company: {
    registeredOn: 'Eingetragen am',
    status: { active: 'aktiv', liquidation: 'in Liquidation', struckOff: 'gelöscht' },
  },
  licence: {
    number: 'Führerscheinnummer',
    status: { valid: 'gültig', suspended: 'ausgesetzt', withdrawn: 'entzogen', expired: 'abgelaufen' },
    issuedOn: 'Ausgestellt am',
    expiresOn: 'Gültig bis',
    categories: 'Klassen',
    category: (code, since, until) => `${code}: seit ${since}, bis ${until}`,
  },
  compare: {
    title: 'Im Vergleich mit Ihren Daten',
    companyTitle: 'Im Vergleich mit den Firmendaten',
    text: 'Es ändert sich nur, was Sie ankreuzen. Was Sie übernehmen, gilt als geprüft und füllt die nächsten Formulare aus.',
    differs: (own) => `In Ihren Daten: „${own}“`,
    missing: 'In Ihren Daten: leer',
    agreeing: (n) =>
      n === 1
        ? 'Ein weiterer Wert stimmt mit Ihren Daten überein und wird ebenfalls als geprüft gekennzeichnet.'
        : `${n} weitere Werte stimmen mit Ihren Daten überein und werden ebenfalls als geprüft gekennzeichnet.`,
    all: 'Alles stimmt mit Ihren Daten überein und ist dort als geprüft gekennzeichnet.',
    take: 'Übernehmen',
    verify: 'Als geprüft kennzeichnen',
  },
  notices: {
    taken: 'Ihre Daten wurden mit denen des Registers aktualisiert.',
    changed:
      'Das Register hat sich geändert, seit Sie diese Seite geöffnet haben. Nichts wurde übernommen: Bitte sehen Sie noch einmal nach.',
    unavailable:
      'Das Register hat nicht geantwortet. Nichts wurde übernommen; bitte versuchen Sie es später noch einmal.',
    too_many:
      'Das Register wurde für Sie in der letzten Stunde zu oft befragt. Nichts wurde übernommen; bitte versuchen Sie es später noch einmal.',
    number_confirmed: 'Ihre nationale Nummer ist bestätigt.',
    number_refused:
      'Das Register hat nicht bestätigt, dass diese Nummer zu Ihrem Namen gehört. Bitte prüfen Sie sie, oder wenden Sie sich an den Helpdesk.',
    number_unavailable: 'Das Register antwortet zurzeit nicht. Bitte versuchen Sie es später noch einmal.',
    number_too_many: 'Zu viele Versuche. Bitte versuchen Sie es in einer Stunde noch einmal.',
  },
  looked: {
    title: 'Wer meine Daten eingesehen hat',
    companyTitle: 'Wer die Daten des Unternehmens eingesehen hat',
    lead: 'Jedes Mal, wenn über dieses Portal ein Register nach Ihnen gefragt wurde: wer gefragt hat, wozu und mit welchem Ergebnis. Das Neueste zuerst.',
    companyLead:
      'Jedes Mal, wenn über dieses Portal ein Register nach diesem Unternehmen gefragt wurde: wer gefragt hat, wozu und mit welchem Ergebnis. Das Neueste zuerst.',
    none: 'Noch niemand',
    noneText: 'Noch wurde kein Register gefragt. Sobald das geschieht, steht es hier.',
    older: 'Ältere anzeigen',
    newest: 'Zurück zu den neuesten',
    you: 'Ihnen',
    by: (name) => `von ${name}`,
    purpose: {
      display: 'Um sie unter „Authentische Quellen“ zu zeigen',
      profile: 'Um sie in die Daten des Bereichs zu übernehmen',
      preview: 'Um zu zeigen, was ein Formular ausfüllen würde',
      form: 'Um ein Formular auszufüllen',
      number: 'Um die nationale Nummer zu bestätigen',
    },
    outcome: {
      answered: 'Daten gezeigt',
      nothing: 'nichts vorhanden',
      unavailable: 'keine Antwort',
      invalid: 'Antwort abgelehnt',
      match: 'bestätigt',
      no_match: 'nicht bestätigt',
    },
  },
  form: {
    offer: {
      persons: 'Das Register der natürlichen Personen kann einen Teil dieses Formulars ausfüllen.',
      companies: 'Das Unternehmensregister kann einen Teil dieses Formulars ausfüllen.',
    },
    filled: 'Ein Teil dieses Formulars ist aus einem Register ausgefüllt.',
    offerText: 'Sie sehen zuerst, was es weitergeben würde, und können Nein sagen.',
    see: 'Ansehen, was es ausfüllen würde',
    again: 'Noch einmal ansehen oder selbst tippen',
    title: 'Aus einer authentischen Quelle ausfüllen',
    lead: {
      persons: 'Das würde das Register der natürlichen Personen an das Formular weitergeben.',
      companies: 'Das würde das Unternehmensregister an das Formular weitergeben.',
    },
    consent: (authority) =>
      `Nur was angekreuzt ist, kommt in das Formular, als geprüft gekennzeichnet. ${authority} erhält es, wenn Sie übermitteln, nicht vorher. Wenn Sie das lieber nicht möchten, sagen Sie Nein und tippen es selbst.`,
    before: (own) => `Bisher im Formular: „${own}“`,
    fill: 'Angekreuztes ausfüllen',
    no: 'Nein, ich tippe es selbst',
    back: 'Zurück zum Formular',
    agrees: 'Alles, was dieses Register ausfüllen könnte, steht schon geprüft im Formular.',
    changed:
      'Das Register hat sich geändert, seit Sie diese Seite geöffnet haben. Nichts wurde ausgefüllt: Bitte sehen Sie noch einmal nach.',
    takeBack: 'Schon aus einem Register ausgefüllt',
    takeBackText:
      'Diese Werte sind geprüft und lassen sich im Formular nicht ändern. Wenn Sie die Kennzeichnung entfernen, bleiben sie stehen, und Sie können sie ändern.',
    takeBackButton: 'Selbst tippen',
  },
}
