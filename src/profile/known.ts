import type { Config } from '../config.ts'
import type { Answers, Source } from '../forms/definition.ts'
import { isEmpty } from '../forms/values.ts'
import type { Actor, CurrentSpace } from '../scopes.ts'
import { companyForm } from './company-form.ts'
import { both, type Known, unknown } from './entry.ts'
import { numberOf, type OwnPerson, sourceOfNumber } from './own-person.ts'
import { personForm } from './person-form.ts'
import { fromCertificate } from './prefill.ts'
import type { Profile } from './profile.ts'

/** What a person gave when registering: nobody has to type it again. */
export function knownOfPerson(config: Config, actor: Actor, own: OwnPerson | null): Known {
  const now = new Date().toISOString()
  const typed: Source = { from: 'typed', at: now, verified: false }
  const number = numberOf(config, own)
  const answers: Answers = {
    ...(actor.email ? { email: actor.email } : {}),
    preferredLanguage: actor.language,
    ...(own?.birthDate ? { birthDate: own.birthDate } : {}),
    ...(number ? { nationalNumber: number } : {}),
  }
  const sources = Object.fromEntries(Object.keys(answers).map((name) => [name, typed]))
  return { answers, sources: number && own ? { ...sources, nationalNumber: sourceOfNumber(own) } : sources }
}

export const certificateOfPerson = (config: Config, actor: Actor): Known =>
  fromCertificate(actor, personForm, { provider: providerName(config, actor) })

/** A profile with the number as the portal knows it by now: confirmed since, perhaps. */
export function withOwnNumber(config: Config, known: Known, own: OwnPerson | null): Known {
  const number = numberOf(config, own)
  if (!number || !own) return known
  const mine = known.answers.nationalNumber
  if (own.numberState !== 'confirmed' && !isEmpty(mine)) return known
  return {
    answers: { ...known.answers, nationalNumber: number },
    sources: { ...known.sources, nationalNumber: sourceOfNumber(own) },
  }
}

/** The profile as it stands by now: a number confirmed since it was saved fills forms, too (R11). */
export function asKnownNow(
  config: Config,
  { kind }: Pick<CurrentSpace, 'kind'>,
  profile: Profile | null,
  own: OwnPerson | null,
): Profile | null {
  if (!profile || kind !== 'private') return profile
  const { answers, sources } = withOwnNumber(config, { answers: profile.data, sources: profile.sources }, own)
  return { ...profile, data: answers, sources }
}

/** The company of a Professional certificate, and the person as its contact, from the private space (R11). */
export function knownOfCompany(config: Config, actor: Actor, own: Profile | null): Known {
  const certificate = fromCertificate(actor, companyForm, { provider: providerName(config, actor) })
  const contact = both(contactByCertificate(actor), own ? contactOf(own) : unknown)
  const legalName = certificate.answers.legalName
  const title: Known =
    legalName && certificate.sources.legalName
      ? { answers: { spaceTitle: legalName }, sources: { spaceTitle: certificate.sources.legalName } }
      : unknown
  return {
    answers: { ...title.answers, ...certificate.answers, ...contact.answers },
    sources: { ...unlocked(title.sources), ...certificate.sources, ...contact.sources },
  }
}

/** A title is the person's own choice, whatever it starts with. */
const unlocked = (sources: Known['sources']): Known['sources'] =>
  Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, { ...source, verified: false }]))

function contactByCertificate({ familyName, givenName, signedInAt }: Actor): Known {
  const source: Source = { from: 'certificate', at: signedInAt.toISOString(), verified: false }
  return {
    answers: { contactFamilyName: familyName, contactGivenName: givenName },
    sources: { contactFamilyName: source, contactGivenName: source },
  }
}

function contactOf({ data, changedAt }: Profile): Known {
  const pairs = [
    ['contactFamilyName', data.familyName],
    ['contactGivenName', data.givenName],
  ] as const
  const answers: Answers = {}
  for (const [name, value] of pairs) if (value !== undefined && !isEmpty(value)) answers[name] = value
  const source: Source = { from: 'profile', at: changedAt.toISOString(), verified: false }
  return { answers, sources: Object.fromEntries(Object.keys(answers).map((name) => [name, source])) }
}

const providerName = (config: Config, actor: Actor): string =>
  config.connections.providers.find(({ id }) => id === actor.certificate.provider)?.name ??
  actor.certificate.provider
