import type { Messages } from '../index.ts'

export const procedures: Messages['procedures'] = {
  title: 'Behördengänge',
  lead: 'Was Sie hier beantragen können, was es kostet, wie lange es dauert und was Sie dafür brauchen.',
  search: 'Suche',
  searchHint: 'Zum Beispiel: Adresse, Genehmigung',
  theme: 'Thema',
  allThemes: 'Alle Themen',
  for: 'Für wen',
  forAll: 'Alle',
  forKind: { private: 'Privatpersonen', business: 'Unternehmen und Selbstständige' },
  find: 'Anzeigen',
  count: (n: number) => (n === 1 ? 'Ein Behördengang' : `${n} Behördengänge`),
  none: 'Nichts gefunden',
  noneText: 'Versuchen Sie ein anderes Wort oder sehen Sie alle Behördengänge an.',
  showAll: 'Alle Behördengänge anzeigen',
  themes: {
    residence: 'Wohnen und Anmeldung',
    family: 'Familie',
    work: 'Arbeit',
    health: 'Gesundheit',
    education: 'Bildung',
    mobility: 'Mobilität',
    taxes: 'Steuern',
    business: 'Unternehmen gründen und führen',
    leisure: 'Freizeit',
  },
  free: 'Kostenlos',
  minutes: (n: number) => `etwa ${n} Minuten`,
  pages: (n: number) => (n === 1 ? 'eine Seite' : `${n} Seiten`),
  facts: 'Auf einen Blick',
  audience: 'Für wen',
  cost: 'Kosten',
  processingTime: 'Dauer bis zur Antwort',
  effort: 'Formular ausfüllen',
  authority: 'Behörde',
  runsIn: 'Art des Bereichs',
  output: 'Was Sie erhalten',
  requirements: 'Was Sie brauchen',
  next: 'Wie es weitergeht',
  legalBasis: 'Rechtsgrundlage',
  ask: 'An wen Sie sich wenden',
  version: 'Version des Formulars',
  start: 'Beginnen',
  startIn: (space: string) => `In „${space}“ beginnen`,
  chooseSpace: 'In welchem Bereich möchten Sie beginnen?',
  chooseSpaceText: {
    private: 'Dieser Behördengang läuft in Ihrem privaten Bereich.',
    business: 'Dieser Behördengang läuft in einem beruflichen Bereich.',
  },
  filled: 'Was Ihr Bereich schon weiß, wird für Sie ausgefüllt.',
  noSpace: {
    private: 'Sie brauchen einen privaten Bereich',
    business: 'Sie brauchen einen beruflichen Bereich',
  },
  noSpaceText: {
    private:
      'Dieser Behördengang betrifft Sie als Person und läuft deshalb in einem privaten Bereich. Sie haben noch keinen; er ist in wenigen Minuten eingerichtet.',
    business:
      'Dieser Behördengang betrifft ein Unternehmen und läuft deshalb in einem beruflichen Bereich. Sie haben noch keinen; er ist in wenigen Minuten eingerichtet.',
  },
  createSpace: {
    private: 'Meinen privaten Bereich erstellen',
    business: 'Einen beruflichen Bereich erstellen',
  },
  anotherSpace: 'Einen weiteren beruflichen Bereich erstellen',
  readerOnly:
    'In Ihren Bereichen dürfen Sie nur lesen. Bitten Sie einen Administrator des Bereichs um das Recht, Vorgänge zu beginnen.',
  signInFirst:
    'Um zu beginnen, melden Sie sich mit Ihrem Zertifikat an. Danach kommen Sie auf diese Seite zurück.',
  signIn: 'Anmelden',
  assurance: 'Anmeldung',
  assuranceNeeded: (level) => `Sicherheitsniveau „${level}“ oder höher`,
  tooLow: 'Dieser Behördengang verlangt eine sicherere Anmeldung',
  tooLowText: (have, need) =>
    `Sie sind mit dem Sicherheitsniveau „${have}“ angemeldet. Dieser Behördengang verlangt „${need}“ oder höher.`,
  tooLowWays:
    'Melden Sie sich auf einem dieser Wege erneut an. Sie kommen hierher zurück, und was Sie eingegeben haben, bleibt erhalten.',
  tooLowNoWay:
    'Zurzeit erreicht keine Art der Anmeldung auf diesem Portal dieses Niveau. Bitte wenden Sie sich an den Helpdesk; was Sie eingegeben haben, bleibt erhalten.',
}
