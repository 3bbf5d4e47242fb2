import { type Answers, type Form, fieldsOf, type Source, type Sources } from '../forms/definition.ts'
import { lockedOf } from '../forms/sources.ts'
import { checkRegisterNumber, checkVat } from '../identifiers/company-numbers.ts'
import type { Checked } from '../identifiers/result.ts'
import type { Actor } from '../scopes.ts'

/**
 * What the certificate says, for a profile form: of a Professional one, the company's name and number, which
 * stay locked; of any one, the person's names, which may be changed.
 */
export function fromCertificate(
  actor: Actor,
  form: Form,
  given: { provider?: string; at?: Date } = {},
): { answers: Answers; sources: Sources; locked: Sources } {
  const { provider, at = actor.signedInAt } = given
  const source: Source = {
    from: 'certificate',
    at: at.toISOString(),
    verified: true,
    ...(provider ? { label: provider } : {}),
  }
  const said: Answers = { ...namesOf(actor), ...companyOf(actor) }
  const answers: Answers = {}
  const sources: Sources = {}
  for (const { name } of fieldsOf(form)) {
    const value = said[name]
    if (value === undefined || value === '') continue
    answers[name] = value
    // That somebody has only one name is what we conclude, not what the certificate says.
    if (name !== 'singleName') sources[name] = source
  }
  return { answers, sources, locked: lockedOf(fieldsOf(form), sources) }
}

const namesOf = ({ familyName, givenName }: Actor): Answers => ({
  familyName,
  givenName,
  ...(familyName && !givenName ? { singleName: true } : {}),
})

function companyOf({ certificate }: Actor): Answers {
  if (certificate.kind !== 'professional') return {}
  const legalName = certificate.organizationName ?? ''
  return { legalName, ...identifierOf(certificate.organizationIdentifier ?? '') }
}

/** Semantics of ETSI EN 319 412-1 §5.1.4: `NTRLU-B123456`, `VATLU-12345613`. */
function identifierOf(identifier: string): Answers {
  const [, scheme, country = '', number = ''] = /^(NTR|VAT)([A-Z]{2})-(.+)$/.exec(identifier) ?? []
  if (scheme === 'NTR' && country === 'LU') return entryOf('registerNumber', checkRegisterNumber(number))
  if (scheme === 'VAT')
    return entryOf('vatNumber', checkVat(number.startsWith(country) ? number : country + number))
  return {}
}

const entryOf = (name: string, checked: Checked): Answers => (checked.ok ? { [name]: checked.value } : {})
