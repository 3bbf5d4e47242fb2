import { formatDate } from '../ui/dates.ts'
import type { View } from '../ui/view.ts'
import type { Answers, Field, Source, Sources } from './definition.ts'
import { isEmpty } from './values.ts'

type Words = Pick<View, 'lang' | 't'>

/** “from your certificate (LuxTrust), verified on 23 November 2026”. */
export function sourceText(view: Words, source: Source): string {
  const { from } = view.t.forms
  const origin = originText(view, source)
  if (!source.verified) return origin
  return `${origin}, ${from.verifiedOn(formatDate(view, new Date(source.at)))}`
}

/**
 * Where the values of a group came from, in one line; null when there is nothing to say. Verified only when
 * all of them are, by the same one.
 */
export function groupSource(
  view: Words,
  fields: Field[],
  answers: Answers,
  sources: Sources,
): { text: string; verified: boolean } | null {
  const filled = fields.filter(({ name }) => !isEmpty(answers[name]))
  const known = filled.flatMap(({ name }) => (Object.hasOwn(sources, name) ? (sources[name] ?? []) : []))
  const [first] = known
  if (!first) return null
  const same = known.every((one) => one.verified && sourceText(view, one) === sourceText(view, first))
  if (same && known.length === filled.length)
    return { text: `${capital(sourceText(view, first))}.`, verified: true }
  const elsewhere = known.filter(({ from }) => from !== 'typed')
  const told = (elsewhere.length > 0 ? elsewhere : known).map((one) => filledText(view, one))
  return { text: [...new Set(told)].join(' '), verified: false }
}

function originText({ t }: Words, { from, label }: Source): string {
  const words = t.forms.from
  switch (from) {
    case 'certificate':
      return label ? words.certificate(label) : words.ownCertificate
    case 'claim':
      return label ? words.claim(label) : words.ownClaim
    case 'register':
      return label ? words.register(registerName(t, label)) : words.ownRegister
    case 'helpdesk':
      return words.helpdesk
    case 'profile':
      return words.profile
    case 'typed':
      return words.typed
  }
}

/** Values say which register they are from by its id. */
const registerName = ({ sources: { names } }: Words['t'], label: string): string =>
  Object.entries(names).find(([id]) => id === label)?.[1] ?? label

function filledText(view: Words, source: Source): string {
  const words = view.t.forms.from
  switch (source.from) {
    case 'certificate':
      return source.label ? words.groupCertificate(source.label) : words.groupOwnCertificate
    case 'profile':
      return words.groupProfile
    case 'typed':
      return words.groupTyped
    default:
      return `${capital(originText(view, source))}.`
  }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
