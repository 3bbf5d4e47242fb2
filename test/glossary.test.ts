import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Language, languages } from '../src/i18n/index.ts'
import { catalogueTexts, procedureTexts, type Spoken } from './texts.ts'

const catalogue = catalogueTexts()
const texts = [...catalogue, ...procedureTexts()]

/** What a button, heading or state says, word for word. */
const exact: Record<Language, string>[] = [
  {
    en: 'Manage my spaces',
    de: 'Meine Bereiche verwalten',
    fr: 'Gérer mes espaces',
    lb: 'Meng Espacë geréieren',
  },
  { en: 'Confirm', de: 'Bestätigen', fr: 'Valider', lb: 'Bestätegen' },
  { en: 'New dossier', de: 'Neuer Vorgang', fr: 'Nouvelle démarche', lb: 'Nei Demarche' },
  { en: 'In preparation', de: 'Wird vorbereitet', fr: 'En préparation', lb: 'A Virbereedung' },
  { en: 'Resume later', de: 'Später fortfahren', fr: 'Reprendre plus tard', lb: 'Méi spéit virufueren' },
  { en: 'Submit', de: 'Übermitteln', fr: 'Transmettre', lb: 'Iwwermëttelen' },
  { en: 'Sign in', de: 'Anmelden', fr: 'Se connecter', lb: 'Aloggen' },
]

/** What is named in running text; the stem, since words are inflected. */
const terms: Record<Language, RegExp>[] = [
  { en: /private space/i, de: /privaten? Bereich/i, fr: /espace privé/i, lb: /privaten Espace/i },
  {
    en: /business space/i,
    de: /berufliche[nrs]? Bereich/i,
    fr: /espaces? professionnel/i,
    lb: /professionell(en)? Espac/i,
  },
  { en: /mandatory field/i, de: /Pflichtfeld/, fr: /champs? obligatoire/i, lb: /obligatoresch\p{L}* Feld/iu },
  { en: /procedure/i, de: /Behördeng[aä]ng/, fr: /démarche/i, lb: /Demarch/ },
  { en: /dossier/i, de: /Vorg[aä]ng/, fr: /dossier/i, lb: /Dossier/i },
  { en: /certificate/i, de: /Zertifikat/, fr: /certificat/i, lb: /Zertifikat/i },
  { en: /authority/i, de: /Behörde/, fr: /administration/i, lb: /Administratioun/ },
]

/** Words that name a thing of the table by another name, or claim more than is true. */
const forbidden: Record<Language, RegExp[]> = {
  en: [
    /\bsigned\b(?! ?-?(in|out)\b)/i,
    /\bsignature|\bsigning\b(?! ?-?(in|out)\b)/i,
    /\blog(ged)?[ -]?(in|on|out)\b/i,
    /\bworkspace|personal area/i,
    /\bsend in\b|\bhand in\b/i,
  ],
  de: [
    /unterschr|unterzeich|signier|signatur/i,
    /Dossier/i,
    /\bR(aum|äume)\b|Arbeitsbereich/,
    /einreich|Einsendung/i,
    /einlogg|ausgelogg|\bLogin\b/i,
    /fortsetz/i,
    /Privatbereich|Geschäftsbereich|Berufsbereich/,
    /Quittung|Empfangsbestätigung/,
    /(private|berufliche|öffentliche)\p{L}* Verfahren/u,
  ],
  fr: [
    /\bsign(é|ée|és|ées|er|ature)\b/i,
    /soumettre|soumis(?!e?s? à)|soumission/i,
    /\blogin\b|identifiez-vous|s’identifier/i,
    /espace (personnel|entreprise)|espace de travail/i,
    /\bprocédure (privée|professionnelle)/i,
  ],
  lb: [
    /ënnerschr|ënnerzeech|signéier|signatur/i,
    /Beräich/i,
    /areech/i,
    /umellen|Umeldung/i,
    /\bProzedur/i,
    /Viergang/i,
  ],
}

for (const words of exact) {
  test(`the catalogues say “${words.en}” as the glossary does`, () => {
    const same = catalogue.filter(({ says }) => says.en === words.en)
    assert.ok(same.length > 0, 'no text says it in English')
    for (const language of languages) {
      const wrong = same.filter(({ says }) => says[language] !== words[language])
      assert.deepEqual(wrong.map(shown(language)), [])
    }
  })
}

for (const language of languages) {
  test(`no text in ${language} uses a word the glossary has another for`, () => {
    const wrong = texts.filter(({ says }) => forbidden[language].some((word) => word.test(says[language])))
    assert.deepEqual(wrong.map(shown(language)), [])
  })

  test(`every concept named in English is named by its own word in ${language}`, () => {
    const wrong = terms.flatMap((term) =>
      texts.filter(({ says }) => term.en.test(says.en) && !term[language].test(says[language])),
    )
    const share = wrong.length / texts.length
    assert.ok(share < 0.05, `${wrong.length} texts: ${wrong.map(shown(language)).join('\n')}`)
  })

  test(`texts in ${language} are set in its own typography`, () => {
    const wrong = texts.filter(({ says }) => misset(language, says[language]))
    assert.deepEqual(wrong.map(shown(language)), [])
  })
}

test('no text of two words or more was left untranslated', () => {
  const pairs = languages.flatMap((one, index) =>
    languages.slice(index + 1).map((other) => [one, other] as const),
  )
  const wrong = texts.flatMap((text) =>
    pairs
      .filter(([one, other]) => text.says[one] === text.says[other] && looksTranslatable(text.says[one]))
      .map(([one, other]) => `${text.at} (${one} = ${other}): ${text.says[one]}`),
  )
  assert.deepEqual(wrong, [])
})

function looksTranslatable(text: string): boolean {
  return (text.match(/\p{Ll}{3,}/gu) ?? []).length >= 2 && !sameEverywhere.has(text)
}

/** Names and addresses, which no language changes, and what German and Luxembourgish have in common. */
const sameEverywhere = new Set([
  'Titel oder Code',
  'Zertifikat „Private“',
  'Zertifikat „Professional“',
  'Hotel, Restaurant, Café',
])

function misset(language: Language, text: string): boolean {
  if (/["]|\p{L}'\p{L}|\.\.\./u.test(text)) return true
  if (language === 'fr')
    return /[^\s\u202f\u00a0/][?!;»]|«[^\u202f\u00a0]|\p{L}:\s/u.test(text) || /[ ][?!;:»]/.test(text)
  if (language === 'en') return /[„«»]/.test(text)
  return /“[^“”„]*”/.test(text)
}

function shown(language: Language) {
  return ({ at, says }: Spoken) => `${at}: ${says[language]}`
}

test('of the demo the product says no more than its banner; all else is for the demo to say', () => {
  const banner = ['shell.demo', 'shell.demoText']
  const told = texts.filter(({ at }) => !banner.includes(at.replace(/^\./, '')))
  for (const language of languages)
    assert.deepEqual(
      told.filter(({ says }) => /\b(demo|démo)/i.test(says[language])).map(({ at }) => at),
      [],
      language,
    )
})
