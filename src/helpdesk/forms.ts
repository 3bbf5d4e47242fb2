import { checkPage, type FieldError, readPage } from '../forms/answers.ts'
import type { Answers, Field, Page } from '../forms/definition.ts'
import { textOf } from '../forms/values.ts'
import { text } from '../profile/address-fields.ts'
import { type LookupWay, lookupWays } from './account.ts'

/** A form of one group: what stands in it, and what of it is wrong. */
export type Filled = { answers: Answers; errors: FieldError[] }
export const emptyForm: Filled = { answers: {}, errors: [] }

/** The checked texts of a form; null while something is wrong. */
export function readForm(page: Page, body: unknown): Filled & { given: ((name: string) => string) | null } {
  const answers = readPage(page, body, {})
  const { values, errors } = checkPage(page, answers)
  return { answers, errors, given: errors.length ? null : (name) => textOf(values[name]) }
}

const pageOf = (id: string, fields: Field[]): Page => ({
  id,
  title: text('Helpdesk', 'Helpdesk', 'Helpdesk', 'Helpdesk'),
  groups: [{ id: `${id}-fields`, fields }],
})

/** R6: how many, and why. */
export const moreSpacesPage = pageOf('more-spaces', [
  {
    name: 'wanted',
    type: 'integer',
    min: 1,
    max: 1000,
    required: true,
    width: 'half',
    label: text(
      'Wie viele berufliche Bereiche brauchen Sie insgesamt?',
      'De combien d’espaces professionnels avez-vous besoin en tout\u202f?',
      'How many business spaces do you need in total?',
      'Wéi vill professionell Espacë braucht Dir am Ganzen?',
    ),
  },
  {
    name: 'message',
    type: 'longtext',
    maxLength: 2000,
    required: true,
    label: text('Wofür?', 'Pour quoi faire\u202f?', 'What for?', 'Fir wat?'),
    hint: text(
      'Zum Beispiel: Sie führen die Vorgänge mehrerer Vereine.',
      'Par exemple\u202f: vous gérez les dossiers de plusieurs associations.',
      'For example: you run the dossiers of several associations.',
      'Zum Beispill: Dir féiert d’Dossiere vu méi Veräiner.',
    ),
  },
])

const message: Field = {
  name: 'message',
  type: 'longtext',
  maxLength: 4000,
  required: true,
  label: text('Ihre Frage', 'Votre question', 'Your question', 'Är Fro'),
  hint: text(
    'Bitte weder PIN noch Passwort, und keine nationale Identifikationsnummer.',
    'Ni code PIN ni mot de passe, et pas de numéro d’identification national, s’il vous plaît.',
    'Please neither PIN nor password, and no national identification number.',
    'W. e. g. weder PIN nach Passwuert, a keng national Identifikatiounsnummer.',
  ),
}

/** For whoever is signed in: name and address are known. */
export const questionPage = pageOf('question', [message])

/** GDPR, article 17: no reason need be given. */
export const deletionPage = pageOf('deletion', [
  {
    ...message,
    required: false,
    label: text(
      'Sollten wir noch etwas wissen?',
      'Y a-t-il autre chose à savoir\u202f?',
      'Anything we should know?',
      'Solle mer nach eppes wëssen?',
    ),
  },
])

export const strangerPage = pageOf('question', [
  {
    name: 'name',
    type: 'text',
    maxLength: 200,
    required: true,
    autocomplete: 'name',
    label: text('Ihr Name', 'Votre nom', 'Your name', 'Ären Numm'),
  },
  {
    name: 'email',
    type: 'email',
    required: true,
    autocomplete: 'email',
    label: text('Ihre E-Mail-Adresse', 'Votre adresse e-mail', 'Your e-mail address', 'Är E-Mail-Adress'),
    hint: text(
      'Dorthin schicken wir einen Link, unter dem Sie die Antwort finden.',
      'Nous y envoyons un lien où vous trouverez la réponse.',
      'We send a link there under which you find the answer.',
      'Do schécke mir e Link hin, ënner deem Dir d’Äntwert fannt.',
    ),
  },
  message,
])

const ways: Record<LookupWay, ReturnType<typeof text>> = {
  name: text('Name', 'Nom', 'Name', 'Numm'),
  national_number: text(
    'Nationale Identifikationsnummer',
    'Numéro d’identification national',
    'National identification number',
    'National Identifikatiounsnummer',
  ),
  email: text('E-Mail-Adresse', 'Adresse e-mail', 'E-mail address', 'E-Mail-Adress'),
  space: text('Code eines Bereichs', 'Code d’un espace', 'Code of a space', 'Code vun engem Espace'),
  certificate: text(
    'Seriennummer eines Zertifikats',
    'Numéro de série d’un certificat',
    'Serial number of a certificate',
    'Seriennummer vun engem Zertifikat',
  ),
  request: text(
    'Aktenzeichen einer Anfrage',
    'Référence d’une demande',
    'Reference of a request',
    'Referenz vun enger Ufro',
  ),
}

/** The reason comes first: nobody is looked for without one. */
export const lookupPage = pageOf('lookup', [
  {
    name: 'reason',
    type: 'text',
    maxLength: 300,
    required: true,
    label: text(
      'Warum suchen Sie dieses Konto?',
      'Pourquoi cherchez-vous ce compte\u202f?',
      'Why do you look for this account?',
      'Firwat sicht Dir dëse Kont?',
    ),
    hint: text(
      'Die betroffene Person sieht diesen Grund in ihren Aktivitäten.',
      'La personne concernée voit ce motif dans ses activités.',
      'The person concerned sees this reason in their activity.',
      'Déi betraffe Persoun gesäit dëse Grond an hiren Aktivitéiten.',
    ),
  },
  {
    name: 'by',
    type: 'radio',
    required: true,
    initial: 'name',
    label: text('Wonach?', 'D’après quoi\u202f?', 'By what?', 'No wat?'),
    choices: lookupWays.map((value) => ({ value, label: ways[value] })),
  },
  {
    name: 'value',
    type: 'text',
    maxLength: 200,
    required: true,
    autocomplete: 'off',
    label: text('Gesucht', 'Recherché', 'Looked for', 'Gesicht'),
  },
])

export const wayOf = (value: string): LookupWay => lookupWays.find((one) => one === value) ?? 'name'

const limit: Field = {
  name: 'limit',
  type: 'integer',
  min: 0,
  max: 1000,
  required: true,
  width: 'half',
  label: text(
    'Höchstgrenze beruflicher Bereiche',
    'Limite d’espaces professionnels',
    'Limit of business spaces',
    'Limitt vun de professionellen Espacen',
  ),
}

const reasonFor = (label: Field['label']): Field => ({
  name: 'reason',
  type: 'text',
  maxLength: 300,
  required: true,
  label,
  hint: text(
    'Die Person sieht ihn in ihren Aktivitäten.',
    'La personne le voit dans ses activités.',
    'The person sees it in their activity.',
    'D’Persoun gesäit en an hiren Aktivitéiten.',
  ),
})

const reason = reasonFor(text('Grund', 'Motif', 'Reason', 'Grond'))
export const limitPage = pageOf('limit', [limit, reason])
export const restorePage = pageOf('restore', [{ ...reason, name: 'restoreReason' }])

const answer: Field = {
  name: 'answer',
  type: 'longtext',
  maxLength: 4000,
  required: true,
  label: text('Ihre Antwort', 'Votre réponse', 'Your answer', 'Är Äntwert'),
  hint: text(
    'Wer gefragt hat, liest sie im Portal.',
    'La personne la lit sur le portail.',
    'Whoever asked reads it in the portal.',
    'Wien gefrot huet, liest se am Portal.',
  ),
}

export const answerPage = pageOf('answer', [answer])
/** Two forms may stand on one page, and their fields are told apart. */
export const refusalPage = pageOf('refusal', [{ ...answer, name: 'refusal' }])
/** Raising the limit answers the request for it. */
export const raisePage = pageOf('raise', [limit, answer])

export const approvalPage = pageOf('approval', [
  reasonFor(
    text(
      'Wie haben Sie die Identität geprüft?',
      'Comment avez-vous vérifié l’identité\u202f?',
      'How did you check the identity?',
      'Wéi hutt Dir d’Identitéit gepréift?',
    ),
  ),
  {
    name: 'namesReason',
    type: 'text',
    maxLength: 300,
    label: text(
      'Warum heißt die Person im Zertifikat anders?',
      'Pourquoi la personne porte-t-elle un autre nom dans le certificat\u202f?',
      'Why does the certificate name the person differently?',
      'Firwat heescht d’Persoun am Zertifikat anescht?',
    ),
    hint: text(
      'Nur wenn die Namen abweichen, zum Beispiel nach einer Heirat.',
      'Seulement si les noms diffèrent, par exemple après un mariage.',
      'Only where names differ, for example after a marriage.',
      'Nëmme wann d’Nimm ënnerschiddlech sinn, zum Beispill no enger Hochzäit.',
    ),
  },
])
