import type { Answers, Field, Form, Sources, Value } from '../forms/definition.ts'
import type { Actor } from '../scopes.ts'

export type KnownProfile = { data: Answers; sources: Sources; changedAt: Date }

/** What the profile fills in a procedure's form, with where each value came from (R11). */
export function prefill(
  _form: Form,
  _profile: KnownProfile | null,
  _profileForm?: Form,
): { answers: Answers; sources: Sources } {
  return { answers: {}, sources: {} }
}

/** What the certificate says, for a profile form. Names come editable; a company's name and identifier come locked. */
export function fromCertificate(
  _actor: Actor,
  _form: Form,
  _given: { provider?: string; at?: Date } = {},
): { answers: Answers; sources: Sources } {
  return { answers: {}, sources: {} }
}

/** Where the answers of a procedure say something else than the profile. */
export function differences(
  _form: Form,
  _answers: Answers,
  _profile: { data: Answers },
  _profileForm: Form,
): { field: Field; profileField: Field; before: Value; now: Value }[] {
  return []
}
