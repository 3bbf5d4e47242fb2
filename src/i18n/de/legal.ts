import type { Messages } from '../index.ts'
import type { Section } from '../topic.ts'

const terms: Section[] = [
  {
    heading: 'Wozu das Portal dient',
    text: [
      'Mit diesem Portal beantragen Sie öffentliche Leistungen, halten Ihre Vorgänge und Daten in Bereichen zusammen und erhalten Antworten von Behörden. Die Nutzung ist kostenlos; was ein Behördengang kostet, steht dabei.',
    ],
    list: [],
  },
  {
    heading: 'Ihr Zertifikat',
    text: [
      'Sie melden sich mit einem elektronischen Zertifikat an. Es ist persönlich: Geben Sie weder das Zertifikat noch seine PIN weiter. Vermuten Sie, dass jemand anderes es benutzt, so lassen Sie es von Ihrem Anbieter sperren und sagen Sie es dem Helpdesk.',
    ],
    list: [],
  },
  {
    heading: 'Ihre Bereiche',
    text: [
      'Sie können einen privaten und mehrere berufliche Bereiche haben; die Zahl steht unter „Meine Bereiche verwalten“. Benutzen Sie einen beruflichen Bereich nur für ein Unternehmen, einen Verein oder eine Tätigkeit, für die Sie handeln dürfen, und geben Sie wahrheitsgemäß an, in welcher Eigenschaft.',
    ],
    list: [],
  },
  {
    heading: 'Ihre Angaben',
    text: [
      'Was Sie eingeben, muss wahr und vollständig sein. Geben Sie Daten anderer Menschen nur ein, wo ein Behördengang sie braucht, und sagen Sie es ihnen.',
      'Mit „Übermitteln“ gehen Ihre Angaben an die zuständige Behörde. Von da an lassen sie sich hier nicht mehr ändern; der Übermittlungsbeleg hält fest, was Sie wann und in welcher Eigenschaft übermittelt haben.',
    ],
    list: [],
  },
  {
    heading: 'Verfügbarkeit',
    text: [
      'Das Portal soll jederzeit verfügbar sein. Wartung und Störungen können es unterbrechen. Behalten Sie Fristen im Blick: Eine Unterbrechung verlängert sie nicht von selbst.',
    ],
    list: [],
  },
  {
    heading: 'Missbrauch',
    text: [
      'Wer das Portal gefährdet, an Daten anderer zu gelangen versucht oder falsche Angaben macht, kann ausgeschlossen werden.',
    ],
    list: [],
  },
  {
    heading: 'Änderungen',
    text: [
      'Ändern sich diese Bedingungen, so ändert sich ihre Fassung. Sie werden dann gebeten, sie anzunehmen, bevor Sie weitermachen. Wir halten fest, welche Fassung Sie wann angenommen haben.',
    ],
    list: [],
  },
]

const privacy: Section[] = [
  {
    heading: 'Was wir verarbeiten und wozu',
    text: ['Nur was nötig ist, damit Sie sich anmelden, Bereiche führen und Leistungen beantragen können:'],
    list: [
      'Aus Ihrem Zertifikat: Namen, Typ, Seriennummer und bei einem Zertifikat „Professional“ das Unternehmen.',
      'Ihre nationale Identifikationsnummer, wenn Sie eine haben, damit alle Ihre Zertifikate zum selben privaten Bereich führen. Sie wird verschlüsselt gespeichert und erscheint in keinem Protokoll.',
      'Ihre E-Mail-Adresse, für Benachrichtigungen. Diese enthalten nichts Vertrauliches.',
      'Was Sie in Ihren Bereichen und Vorgängen eingeben, mit früheren Fassungen Ihrer Daten.',
      'Wann Sie sich angemeldet haben und was in Ihren Bereichen geschehen ist, damit Missbrauch auffällt.',
    ],
  },
  {
    heading: 'Rechtsgrundlage',
    text: [
      'Die Verwaltung verarbeitet diese Daten, um ihre öffentlichen Aufgaben zu erfüllen (Artikel 6 Absatz 1 Buchstaben c und e der Datenschutz-Grundverordnung). Die Rechtsgrundlage jedes Behördengangs steht dabei.',
    ],
    list: [],
  },
  {
    heading: 'Wer Daten erhält',
    text: [
      'Übermitteln Sie einen Vorgang, so erhält die zuständige Behörde die Angaben darin. Bestätigt ein Register Ihre Angaben, so erhält es, was es dafür braucht. Sehen Sie nach, was Register über Sie führen, so erhalten sie Ihre nationale Nummer; jede dieser Abfragen wird aufgezeichnet, und Sie können sie nachlesen. Sonst erhält sie niemand. Der Helpdesk sieht Konten, nie die Inhalte von Bereichen.',
    ],
    list: [],
  },
  {
    heading: 'Wie lange Daten aufbewahrt werden',
    text: [
      'Vorgänge in Vorbereitung: bis Sie sie löschen. Ihre Daten: bis Sie sie ändern oder löschen; frühere Fassungen bleiben für Sie sichtbar. Was Sie übermittelt haben, bleibt, solange Ihr Bereich besteht; bei der Behörde gelten deren eigene Fristen.',
    ],
    list: [],
  },
  {
    heading: 'Cookies',
    text: [
      'Wir setzen nur Cookies, ohne die das Portal nicht funktioniert: eines für Ihre Sitzung, eines während der Anmeldung und eines für die gewählte Sprache. Es gibt keine Nachverfolgung, keine Werbung und keine Inhalte anderer Anbieter.',
    ],
    list: [],
  },
  {
    heading: 'Ihre Rechte',
    text: [
      'Sie können Auskunft über Ihre Daten verlangen, sie berichtigen, löschen oder einschränken lassen und ihrer Verarbeitung widersprechen. Das meiste sehen und ändern Sie selbst in Ihren Bereichen. Sie können sich auch bei der Datenschutzbehörde beschweren.',
    ],
    list: [],
  },
]

export const legal: Messages['legal'] = {
  terms: { title: 'Nutzungsbedingungen', version: (version) => `Fassung ${version}`, sections: terms },
  privacy: {
    title: 'Datenschutzhinweise',
    lead: 'Welche personenbezogenen Daten dieses Portal verarbeitet, wozu, und was Sie tun können.',
    controller: 'Wer verantwortlich ist',
    officer: 'Kontakt für den Datenschutz',
    sections: privacy,
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Alle sollen dieses Portal benutzen können: mit der Tastatur, mit einem Screenreader, mit großer Schrift, mit hohem Kontrast und ohne JavaScript.',
    status: 'Wie barrierefrei das Portal ist',
    statusText:
      'Das Portal ist so gebaut, dass es die europäische Norm EN 301 549 und die Web Content Accessibility Guidelines 2.2, Stufe AA, erfüllen soll. Eine unabhängige Stelle hat es noch nicht geprüft. Bis dahin bezeichnen wir es als teilweise konform.',
    gaps: 'Bekannte Lücken',
    gapList: [
      'Die Anmeldung benutzt Software von Zertifikatsanbietern. Auf deren Barrierefreiheit haben wir keinen Einfluss.',
      'Screenreader haben selten eine luxemburgische Stimme und lesen luxemburgische Seiten mitunter mit einer deutschen vor.',
      'Nicht jeder Browser trennt luxemburgische Wörter; in schmalen Fenstern werden sie ohne Trennstrich umbrochen.',
    ],
    how: 'Wie wir geprüft haben',
    howText:
      'Selbst: jede Seite in allen vier Sprachen mit automatischen Werkzeugen (axe, html-validate), allein mit der Tastatur, bei 320 Pixel Breite, in dunklen und in erzwungenen Farben und ohne JavaScript.',
    feedback: 'Barrieren melden',
    feedbackText:
      'Ist etwas für Sie nicht zugänglich, so schreiben Sie uns oder rufen Sie an. Sagen Sie, welche Seite es war und was Sie tun wollten. Wir antworten und geben Ihnen die Information auf anderem Weg, wenn Sie sie brauchen.',
    complaint: 'Wenn unsere Antwort nicht hilft',
    complaintText: 'Dann können Sie sich an die Stelle wenden, die über die Barrierefreiheit wacht:',
    made: (date) => `Diese Erklärung wurde am ${date} erstellt.`,
  },
  imprint: {
    title: 'Impressum',
    operator: 'Betreiber dieses Portals',
    software: 'Software',
    softwareText:
      'Dieses Portal läuft mit OpenGuichet, freier Software unter der Open-Source-Lizenz für die Europäische Union (EUPL) 1.2.',
  },
  notGiven: 'Der Betreiber dieses Portals hat hier keine Angaben gemacht.',
}
