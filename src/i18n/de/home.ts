import type { Messages } from '../index.ts'

export const home: Messages['home'] = {
  title: 'Ihre Behördengänge. An einem sicheren Ort.',
  lead: 'Was Sie einmal eingeben, füllt das nächste Formular. Sie melden sich mit Ihrem Zertifikat an, Ihre Bereiche halten Vorgänge und Daten zusammen, und Sie sehen jederzeit, wie weit alles ist.',
  signIn: 'Mit Zertifikat anmelden',
  seeProcedures: 'Behördengänge ansehen',
  welcome: (name) => `Guten Tag, ${name}`,
  welcomeLead: 'In Ihren Bereichen finden Sie Ihre Vorgänge und Ihre Daten.',
  toSpaces: 'Zu meinen Bereichen',
  doors: 'Zwei Arten von Bereichen',
  private: {
    title: 'Privater Bereich',
    text: 'Für Sie selbst: Bescheinigungen, Genehmigungen und Anträge, die Sie als Person betreffen.',
    fact: 'Einer pro Person',
  },
  business: {
    title: 'Beruflicher Bereich',
    text: 'Für ein Unternehmen, einen Verein oder Ihre selbstständige Tätigkeit.',
    fact: (limit) => `Bis zu ${limit} pro Person`,
  },
  apart: 'Was einem Unternehmen gehört, gerät nie in Ihren privaten Bereich, und umgekehrt.',
  more: 'Mehr über Bereiche',
  how: 'So geht es',
  steps: {
    signIn: {
      title: 'Anmelden',
      text: 'Mit einem Zertifikat „Private“ oder „Professional“. Alle Ihre registrierten Zertifikate führen zum selben privaten Bereich.',
    },
    space: {
      title: 'Bereich erstellen',
      text: 'Sie geben Ihre Daten einmal ein oder übernehmen sie aus Ihrem Zertifikat. Ändern können Sie sie jederzeit.',
    },
    fill: {
      title: 'Formular füllen lassen',
      text: 'Sie prüfen, was schon dasteht, ergänzen, was fehlt, und übermitteln. Sie erhalten eine Referenz und sehen jeden Schritt.',
    },
  },
  needs: 'Was Sie brauchen',
  need: {
    certificate: 'Ein elektronisches Zertifikat vom Typ „Private“ oder „Professional“',
    number: 'Ihre nationale Identifikationsnummer mit 13 Ziffern, wenn Sie eine haben',
    email: 'Eine E-Mail-Adresse, an die wir Sie benachrichtigen können',
  },
  noCertificate: 'Noch kein Zertifikat?',
  procedures: 'Was Sie hier erledigen können',
  allProcedures: 'Alle Behördengänge',
  forPrivate: 'In Ihrem privaten Bereich',
  forBusiness: 'In einem beruflichen Bereich',
  minutes: (n) => `etwa ${n} Minuten`,
  free: 'Kostenlos',
  help: 'Fragen?',
  helpText: 'Die Hilfe erklärt jeden Schritt. Den Helpdesk erreichen Sie auch ohne Anmeldung.',
  toHelp: 'Zur Hilfe',
  toContact: 'Kontakt',
}
