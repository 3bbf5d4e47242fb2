import { errorAt } from '../forms/errors.ts'
import { isLanguage, type Language, languages } from '../i18n/index.ts'
import { checkEmail } from '../identifiers/contact.ts'
import { checkNationalNumber } from '../identifiers/national-number.ts'
import type { Reason } from '../identifiers/result.ts'
import type { Problem } from '../ui/error-summary.ts'
import type { View } from '../ui/view.ts'
import type { Registrant } from './registration.ts'

/** What was typed, as it was typed. */
export type Typed = { number: string; noNumber: boolean; email: string; language: string; terms: boolean }

export const emptyForm = (language: Language): Typed => ({
  ...{ number: '', noNumber: false, email: '', language, terms: false },
})

export function readTyped(body: unknown): Typed {
  const form = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>
  const text = (name: string) => {
    const value = [form[name]].flat()[0]
    return typeof value === 'string' ? value : ''
  }
  return {
    number: text('number'),
    noNumber: text('noNumber') === 'yes',
    email: text('email'),
    language: text('language'),
    terms: text('terms') === 'yes',
  }
}

type Checked = { registrant: Registrant | null; problems: Problem[] }

/** `numberGiven`: the certificate names the number already, so none is asked for. */
export function checkTyped(view: View, typed: Typed, numberGiven: boolean): Checked {
  const { errors } = view.t.identity.registration
  const problems: Problem[] = []
  const nationalNumber = numberGiven ? null : numberOf(view, typed, problems)
  const email = emailOf(view, typed.email, problems)
  const language = isLanguage(typed.language) ? typed.language : null
  if (!language) problems.push({ name: 'language', message: errors.language })
  if (!typed.terms) problems.push({ name: 'terms', message: errors.terms })
  if (problems.length || !language || !email) return { registrant: null, problems }
  return { registrant: { nationalNumber, email, language }, problems }
}

function numberOf(view: View, { number, noNumber }: Typed, problems: Problem[]): string | null {
  const { errors, numberLabel } = view.t.identity.registration
  const refuse = (message: string) => {
    problems.push({ name: 'number', message })
    return null
  }
  const given = number.trim() !== ''
  if (given && noNumber) return refuse(errors.numberBoth)
  if (noNumber) return null
  if (!given) return refuse(errors.numberMissing)
  const checked = checkNationalNumber(number)
  return checked.ok ? checked.value : refuse(explainReason(view, 'number', numberLabel, checked.reason))
}

/** Also for the page where the address is changed. */
export function emailOf(view: View, typed: string, problems: Problem[]): string | null {
  const { errors, email: label } = view.t.identity.registration
  const checked = typed.trim() ? checkEmail(typed) : null
  if (checked?.ok) return checked.value
  const message = checked ? explainReason(view, 'email', label, checked.reason) : errors.emailMissing
  problems.push({ name: 'email', message })
  return null
}

/** In the words every form uses. */
function explainReason(view: View, name: string, label: string, reason: Reason): string {
  const same = Object.fromEntries(languages.map((language) => [language, label])) as Record<Language, string>
  const place = { name, pageId: 'registration', field: { name, type: 'text' as const, label: same } }
  return errorAt(place, reason).message(view.t, view.lang)
}
