import type { Answers, Field, Form, Source, Sources, Value } from '../forms/definition.ts'
import { fieldsOf } from '../forms/definition.ts'
import { canTake, fieldNamed, fit } from '../forms/fitting.ts'
import { isEmpty, sameValue } from '../forms/values.ts'
import { companyForm } from './company-form.ts'
import { personForm } from './person-form.ts'

export type KnownProfile = { data: Answers; sources: Sources; changedAt: Date }

/**
 * What the profile fills in a procedure's form, and where each value came from (R11). What was verified for
 * the profile stays verified, by the one who verified it; what was typed there comes from the profile.
 */
export function prefill(form: Form, profile: KnownProfile | null): { answers: Answers; sources: Sources } {
  const answers: Answers = {}
  const sources: Sources = {}
  if (!profile) return { answers, sources }
  const data = underFormNames(form, profile.data)
  for (const { field, profileField } of linksOf(form)) {
    const value = fit(field, profile.data[profileField.name], data)
    if (value === undefined) continue
    answers[field.name] = value
    sources[field.name] = sourceOf(profile, profileField.name)
  }
  return { answers, sources }
}

/** Where the answers of a procedure say something else than the profile, for fields that were asked. */
export function differences(
  form: Form,
  answers: Answers,
  profile: { data: Answers },
): { field: Field; profileField: Field; before: Value; now: Value }[] {
  const after = { ...profile.data, ...underProfileNames(form, answers) }
  return linksOf(form).flatMap(({ field, profileField }) => {
    const now = fit(profileField, answers[field.name], after)
    const before = profile.data[profileField.name] ?? ''
    if (now === undefined || isEmpty(now) || sameValue(before, now)) return []
    return [{ field, profileField, before, now }]
  })
}

/** A field of either profile: their names do not overlap. */
export const profileField = (name: string): Field | undefined =>
  fieldNamed(personForm, name) ?? fieldNamed(companyForm, name)

type Link = { field: Field; profileField: Field }

function linksOf(form: Form): Link[] {
  return fieldsOf(form).flatMap((field) => {
    const source = field.profile === undefined ? undefined : profileField(field.profile)
    return source && canTake(field, source) ? [{ field, profileField: source }] : []
  })
}

/** So that a postcode finds the country of its address, on either side. */
const underFormNames = (form: Form, data: Answers): Answers =>
  rename(
    linksOf(form),
    ({ field }) => field.name,
    ({ profileField }) => data[profileField.name],
  )
const underProfileNames = (form: Form, answers: Answers): Answers =>
  rename(
    linksOf(form),
    ({ profileField }) => profileField.name,
    ({ field }) => answers[field.name],
  )

function rename(
  links: Link[],
  nameOf: (link: Link) => string,
  readOf: (link: Link) => Value | undefined,
): Answers {
  const renamed: Answers = {}
  for (const link of links) {
    const value = readOf(link)
    if (value !== undefined) renamed[nameOf(link)] = value
  }
  return renamed
}

function sourceOf(profile: KnownProfile, name: string): Source {
  const source = profile.sources[name]
  if (source?.verified) return source
  return { from: 'profile', at: profile.changedAt.toISOString(), verified: false }
}

export { fromCertificate } from './from-certificate.ts'
