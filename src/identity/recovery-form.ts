import { checkPage, type FieldError, readPage } from '../forms/answers.ts'
import type { Answers, Field, Page } from '../forms/definition.ts'
import { textOf } from '../forms/values.ts'
import type { Language } from '../i18n/index.ts'
import type { Presented } from './presented.ts'
import type { Claim } from './recovery.ts'

const who: Field[] = [
  {
    name: 'familyName',
    type: 'text',
    required: true,
    width: 'half',
    autocomplete: 'family-name',
    label: { de: 'Familienname', fr: 'Nom de famille', en: 'Family name', lb: 'Familljennumm' },
  },
  {
    name: 'givenName',
    type: 'text',
    width: 'half',
    autocomplete: 'given-name',
    label: { de: 'Vorname', fr: 'Prénom', en: 'Given name', lb: 'Virnumm' },
    hint: {
      de: 'Bleibt leer, wenn Sie nur einen Namen haben.',
      fr: 'À laisser vide si vous n’avez qu’un seul nom.',
      en: 'Stays empty if you have only one name.',
      lb: 'Bleift eidel, wann Dir nëmmen een Numm hutt.',
    },
  },
  {
    name: 'birthDate',
    type: 'date',
    range: 'past',
    required: true,
    width: 'half',
    autocomplete: 'bday',
    label: { de: 'Geburtsdatum', fr: 'Date de naissance', en: 'Date of birth', lb: 'Gebuertsdatum' },
  },
]

const reach: Field[] = [
  {
    name: 'email',
    type: 'email',
    required: true,
    autocomplete: 'email',
    label: {
      de: 'E-Mail, unter der wir Sie jetzt erreichen',
      fr: 'E-mail où nous pouvons vous joindre maintenant',
      en: 'E-mail where we can reach you now',
      lb: 'E-Mail, op där mir Iech elo erreechen',
    },
    hint: {
      de: 'Es darf auch eine andere sein als die in Ihrem Konto.',
      fr: 'Elle peut être différente de celle de votre compte.',
      en: 'It may be another one than in your account.',
      lb: 'Et dierf och eng aner sinn ewéi déi an Ärem Kont.',
    },
  },
  {
    name: 'phone',
    type: 'phone',
    width: 'half',
    autocomplete: 'tel',
    label: { de: 'Telefon', fr: 'Téléphone', en: 'Telephone', lb: 'Telefon' },
  },
]

const more: Field[] = [
  {
    name: 'spaceCode',
    type: 'text',
    maxLength: 20,
    width: 'wide',
    autocomplete: 'off',
    label: {
      de: 'Code eines Ihrer Bereiche',
      fr: 'Code d’un de vos espaces',
      en: 'Code of one of your spaces',
      lb: 'Code vun engem vun Ären Espacen',
    },
    hint: {
      de: 'Falls Sie sich erinnern; er steht in unseren E-Mails, zum Beispiel PP-7K2M9X.',
      fr: 'Si vous vous en souvenez ; il figure dans nos e-mails, par exemple PP-7K2M9X.',
      en: 'If you remember it; it is in our e-mails, for example PP-7K2M9X.',
      lb: 'Wann Dir Iech drun erënnert; e steet an eise Maillen, zum Beispill PP-7K2M9X.',
    },
  },
  {
    name: 'story',
    type: 'longtext',
    maxLength: 2000,
    label: {
      de: 'Was ist geschehen?',
      fr: 'Que s’est-il passé ?',
      en: 'What happened?',
      lb: 'Wat ass geschitt?',
    },
    hint: {
      de: 'Zum Beispiel: Karte verloren, Anbieter gewechselt. Bitte weder PIN noch Passwort.',
      fr: 'Par exemple : carte perdue, fournisseur changé. Ni code PIN ni mot de passe, s’il vous plaît.',
      en: 'For example: card lost, provider changed. Please neither PIN nor password.',
      lb: 'Zum Beispill: Kaart verluer, Ubidder gewiesselt. W. e. g. weder PIN nach Passwuert.',
    },
  },
]

/** What whoever has lost every certificate is asked. */
export const recoveryPage: Page = {
  id: 'recovery',
  title: { de: 'Konto', fr: 'Compte', en: 'Account', lb: 'Kont' },
  groups: [
    {
      id: 'who',
      title: { de: 'Wer Sie sind', fr: 'Qui vous êtes', en: 'Who you are', lb: 'Wien Dir sidd' },
      fields: who,
    },
    {
      id: 'reach',
      title: {
        de: 'Wie wir Sie erreichen',
        fr: 'Comment vous joindre',
        en: 'How we reach you',
        lb: 'Wéi mir Iech erreechen',
      },
      fields: reach,
    },
    {
      id: 'more',
      title: { de: 'Was uns hilft', fr: 'Ce qui nous aide', en: 'What helps us', lb: 'Wat eis hëlleft' },
      fields: more,
    },
  ],
}

/** A certificate that waits in this browser says who its holder is. */
export const startAnswers = (presented: Presented | null): Answers =>
  presented ? { familyName: presented.familyName, givenName: presented.givenName } : {}

type Read = { claim: Claim | null; answers: Answers; errors: FieldError[] }

export function readClaim(body: unknown, language: Language): Read {
  const answers = readPage(recoveryPage, body, {})
  const { values, errors } = checkPage(recoveryPage, answers)
  if (errors.length) return { claim: null, answers, errors }
  const text = (name: string) => textOf(values[name])
  const claim = {
    language,
    familyName: text('familyName'),
    givenName: text('givenName'),
    birthDate: text('birthDate'),
    email: text('email'),
    phone: text('phone') || null,
    spaceCode: text('spaceCode') || null,
    story: text('story') || null,
  }
  return { claim, answers, errors }
}
