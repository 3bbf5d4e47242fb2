/** Why an answer is not accepted: the rule it breaks, and in words. In the order in which they are looked at. */
export const samlFaults = {
  malformed: ['saml-bindings §3.5', 'is not readable as a SAML 2.0 response, or is too large'],
  markup: ['own rule', 'holds a document type, comment, CDATA section or processing instruction'],
  identifiers: ['saml-core §1.3.4', 'uses one ID twice'],
  unsolicited: ['saml-profiles §4.1.5', 'answers no request that waits: unknown, old, or answered already'],
  destination: ['saml-bindings §3.5.5.2', 'was meant for another address'],
  issuer: ['saml-profiles §4.1.4.2', 'comes from somebody else than the gateway'],
  status: ['saml-core §3.2.2', 'says that the gateway failed'],
  assertions: ['own rule', 'holds none or several assertions, or one in another place'],
  plaintext: ['own rule', 'holds a plain assertion where encryption is required'],
  unsigned: ['saml-profiles §4.1.3.5', 'lacks a signature where one is required'],
  signature_form: ['saml-core §5.4', 'is signed in another form than SAML allows'],
  algorithm: ['own rule', 'uses an algorithm that is not accepted'],
  decryption: ['saml-core §6', 'cannot be decrypted'],
  signature: ['saml-core §5', 'has a signature that does not hold'],
  assertion: ['saml-core §2.3', 'is no assertion with one subject, one authentication, and conditions'],
  subject: ['saml-profiles §4.1.4.2', 'does not confirm its subject for this request and address'],
  audience: ['saml-core §2.5.1.4', 'was made for another portal'],
  not_yet_valid: ['saml-core §2.5.1.2', 'is not valid yet'],
  expired: ['saml-core §2.5.1.2', 'has expired'],
  condition: ['saml-core §2.5.1.1', 'sets a condition that is not understood'],
  attributes: ['own rule', 'says one attribute twice, or in a form that is not text'],
  replayed: ['saml-profiles §4.1.4.5', 'was used before'],
} as const satisfies Record<string, readonly [source: string, words: string]>

export type SamlReason = keyof typeof samlFaults

/** Ends the reading of an answer. Carries the reason only: what the answer says stays out of logs. */
export class SamlFault extends Error {
  readonly reason: SamlReason
  constructor(reason: SamlReason) {
    super(samlFaults[reason][1])
    this.reason = reason
  }
}

/** As a Markdown table, for docs/security.md. */
export const describeSamlFaults = (): string =>
  [
    '| Reason | Rule | The answer |',
    '|---|---|---|',
    ...Object.entries(samlFaults).map(([name, [source, words]]) => `| \`${name}\` | ${source} | ${words} |`),
  ].join('\n')
