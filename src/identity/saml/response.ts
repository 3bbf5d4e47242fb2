import { SamlFault } from './fault.ts'
import { childrenNamed, everyElement, isNamed, onlyChild, parseXml, textOf, type Xml } from './xml.ts'

/** Who speaks with whom. */
export type Parties = {
  /** Entity id of the gateway. */
  gateway: string
  /** Entity id of the portal there. */
  portal: string
  /** Where answers arrive. */
  consumer: string
}

/** Base64 of the longest answer; eIDAS nodes take 131,072. */
const longest = 150_000

/** A response as it came, of which nothing is believed yet. */
export type Received = { text: string; root: Xml; inResponseTo: string }

export function readResponse(posted: unknown): Received {
  const text = decode(posted)
  const root = parseXml(text)
  const version = root.attributes.get('Version')
  if (!isNamed(root, 'protocol', 'Response') || version !== '2.0') throw new SamlFault('malformed')
  const inResponseTo = root.attributes.get('InResponseTo')
  if (!inResponseTo) throw new SamlFault('unsolicited')
  return { text, root, inResponseTo }
}

function decode(posted: unknown): string {
  if (typeof posted !== 'string' || posted.length > longest) throw new SamlFault('malformed')
  const base64 = posted.replaceAll(/\s/g, '')
  const bytes = Buffer.from(base64, 'base64')
  if (!base64 || bytes.toString('base64') !== base64) throw new SamlFault('malformed')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SamlFault('malformed')
  }
}

/** What may stand in a response (saml-core §3.2.2, §3.3.3). */
const parts = ['Issuer', 'Signature', 'Extensions', 'Status', 'Assertion', 'EncryptedAssertion']

/** `declined`: the person turned back, or could not show who they are. `low`: not as surely as was asked. */
export type Outcome =
  | { is: 'declined' }
  | { is: 'low' }
  | { is: 'answered'; assertion: Xml; encrypted: boolean }

/** Sender, address and outcome of a response, and the only assertion it may hold. */
export function checkResponse({ root }: Received, { gateway, consumer }: Parties): Outcome {
  if (root.attributes.get('Destination') !== consumer) throw new SamlFault('destination')
  const issuers = childrenNamed(root, 'assertion', 'Issuer')
  if (issuers.length > 1 || issuers.some((one) => textOf(one) !== gateway)) throw new SamlFault('issuer')
  const status = statusOf(root)
  if (status !== 'success') return { is: status }
  if (!root.children.every(({ name }) => parts.includes(name))) throw new SamlFault('malformed')
  return { is: 'answered', ...onlyAssertion(root) }
}

const statuses = 'urn:oasis:names:tc:SAML:2.0:status:'

/** saml-core §3.2.2.2. */
function statusOf(root: Xml): 'success' | 'declined' | 'low' {
  const status = onlyChild(root, 'protocol', 'Status')
  const first = status && onlyChild(status, 'protocol', 'StatusCode')
  const codes = [first, first && onlyChild(first, 'protocol', 'StatusCode')].map((one) =>
    one?.attributes.get('Value')?.replace(statuses, ''),
  )
  if (codes[0] === 'Success') return 'success'
  if (codes.includes('AuthnFailed') || codes.includes('RequestDenied')) return 'declined'
  if (codes.includes('NoAuthnContext')) return 'low'
  throw new SamlFault('status')
}

/** Whatever its namespace, an assertion in any other place is there to be taken for the signed one. */
function onlyAssertion(root: Xml): { assertion: Xml; encrypted: boolean } {
  const names = ['Assertion', 'EncryptedAssertion']
  const [assertion, ...others] = [...everyElement(root)].filter(({ name }) => names.includes(name))
  if (!assertion || others.length || !root.children.includes(assertion)) throw new SamlFault('assertions')
  const encrypted = isNamed(assertion, 'assertion', 'EncryptedAssertion')
  if (!encrypted && !isNamed(assertion, 'assertion', 'Assertion')) throw new SamlFault('assertions')
  return { assertion, encrypted }
}
