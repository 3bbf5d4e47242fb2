import { SamlFault, type SamlReason } from './fault.ts'
import type { Parties } from './response.ts'
import { childrenNamed, isNamed, onlyChild, parseXml, textOf, type Xml } from './xml.ts'

/** What is known before an assertion is read. */
export type Expected = Parties & {
  /** ID of the request it must answer. */
  inResponseTo: string
  now: number
  skew: number
}

/** What an assertion says, once it is believed. */
export type Assertion = {
  id: string
  /** Milliseconds since 1970, like `expires`. */
  authenticatedAt: number
  context: string
  expires: number
  attributes: ReadonlyMap<string, string>
}

/**
 * Reads the bytes that were signed, and nothing else. The checks are those of saml-core §2.3 to §2.7 and
 * saml-profiles §4.1.4; node-saml makes only some of them.
 */
export function readAssertion(signed: string, expected: Expected): Assertion {
  const root = parseXml(signed)
  const id = root.attributes.get('ID')
  const version = root.attributes.get('Version')
  if (!isNamed(root, 'assertion', 'Assertion') || !id || version !== '2.0') throw new SamlFault('assertion')
  if (textOf(need(root, 'Issuer')) !== expected.gateway) throw new SamlFault('issuer')
  if (timeOf(root, 'IssueInstant') > expected.now + expected.skew) throw new SamlFault('not_yet_valid')
  checkSubject(need(root, 'Subject'), expected)
  const expires = checkConditions(need(root, 'Conditions'), expected)
  const statement = need(root, 'AuthnStatement')
  const sessionEnds = optionalTimeOf(statement, 'SessionNotOnOrAfter')
  if (sessionEnds !== null && sessionEnds <= expected.now - expected.skew) throw new SamlFault('expired')
  const context = textOf(need(need(statement, 'AuthnContext'), 'AuthnContextClassRef'))
  if (!context) throw new SamlFault('assertion')
  const authenticatedAt = timeOf(statement, 'AuthnInstant')
  return { id, authenticatedAt, context, expires, attributes: attributesOf(root) }
}

function need(parent: Xml, name: string, fault: SamlReason = 'assertion'): Xml {
  const child = onlyChild(parent, 'assertion', name)
  if (!child) throw new SamlFault(fault)
  return child
}

/** saml-profiles §4.1.4.2: a bearer, confirmed for this request at this address, for a while. */
function checkSubject(subject: Xml, { consumer, inResponseTo, now, skew }: Expected) {
  const confirmed = childrenNamed(subject, 'assertion', 'SubjectConfirmation').some((one) => {
    const data = onlyChild(one, 'assertion', 'SubjectConfirmationData')
    const said = data?.attributes
    if (one.attributes.get('Method') !== 'urn:oasis:names:tc:SAML:2.0:cm:bearer' || !data || !said)
      return false
    if (said.get('Recipient') !== consumer || said.get('InResponseTo') !== inResponseTo) return false
    if (said.has('NotBefore')) return false
    if (timeOf(data, 'NotOnOrAfter', 'subject') <= now - skew) throw new SamlFault('expired')
    return true
  })
  if (!confirmed) throw new SamlFault('subject')
}

/** Those with a meaning for one use by one party (saml-core §2.5.1.5, §2.5.1.6), which is all there is here. */
const harmless = ['OneTimeUse', 'ProxyRestriction']

/** Until when they hold, with the skew. */
function checkConditions(conditions: Xml, { portal, now, skew }: Expected): number {
  const before = optionalTimeOf(conditions, 'NotBefore')
  if (before !== null && before > now + skew) throw new SamlFault('not_yet_valid')
  const expires = timeOf(conditions, 'NotOnOrAfter') + skew
  if (expires <= now) throw new SamlFault('expired')
  const audiences = childrenNamed(conditions, 'assertion', 'AudienceRestriction')
  const others = conditions.children.filter((one) => !audiences.includes(one))
  if (!others.every((one) => harmless.some((name) => isNamed(one, 'assertion', name))))
    throw new SamlFault('condition')
  const ours = (one: Xml) => childrenNamed(one, 'assertion', 'Audience').some((who) => textOf(who) === portal)
  if (!audiences.length || !audiences.every(ours)) throw new SamlFault('audience')
  return expires
}

const xmlTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

function optionalTimeOf({ attributes }: Xml, name: string, fault: SamlReason = 'assertion'): number | null {
  const text = attributes.get(name)
  if (text === undefined) return null
  const time = xmlTime.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw new SamlFault(fault)
  return time
}

function timeOf(element: Xml, name: string, fault: SamlReason = 'assertion'): number {
  const time = optionalTimeOf(element, name, fault)
  if (time === null) throw new SamlFault(fault)
  return time
}

/** By name; empty where no value is given. */
function attributesOf(assertion: Xml): Map<string, string> {
  const found = new Map<string, string>()
  for (const statement of childrenNamed(assertion, 'assertion', 'AttributeStatement'))
    for (const attribute of childrenNamed(statement, 'assertion', 'Attribute')) {
      const name = attribute.attributes.get('Name')
      if (!name || found.has(name)) throw new SamlFault('attributes')
      found.set(name, wordOf(attribute))
    }
  return found
}

const latinScript = 'http://eidas.europa.eu/attributes/naturalperson LatinScript'

/** eIDAS gives a name in another script a second time in Latin letters (attribute profile 1.2, §2.4). */
function wordOf(attribute: Xml): string {
  const values = childrenNamed(attribute, 'assertion', 'AttributeValue')
  if (values.some(({ children }) => children.length)) throw new SamlFault('attributes')
  const latin = values.filter(({ attributes }) => !/^(false|0)$/.test(attributes.get(latinScript) ?? ''))
  const [value, ...others] = latin.length ? latin : values
  if (others.length) throw new SamlFault('attributes')
  return value?.text ?? ''
}
