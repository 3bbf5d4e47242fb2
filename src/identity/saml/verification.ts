import { type Assertion, readAssertion } from './assertion.ts'
import { decryptAssertion } from './encryption.ts'
import { SamlFault } from './fault.ts'
import { type Side, signedAssertion } from './library.ts'
import type { Outcome, Received } from './response.ts'
import { checkSignatureForm } from './signature.ts'
import { everyElement, parseXml, type Xml } from './xml.ts'

type Answer = Extract<Outcome, { is: 'answered' }>

/**
 * From a response to the assertion that may be believed. What is not of the one accepted form is refused before
 * the libraries see it; what they found signed is all that is read afterwards.
 */
export async function verifyAnswer(side: Side, received: Received, answer: Answer): Promise<Assertion> {
  const { provider, parties, keys } = side
  if (!answer.encrypted && provider.requireEncryptedAssertions) throw new SamlFault('plaintext')
  const responseSigned = checkSignatureForm(received.root) === 'signed'
  if (!responseSigned && provider.requireSignedResponse) throw new SamlFault('unsigned')
  const opened = answer.encrypted ? await decryptAssertion(answer.assertion, keys.decryption) : null
  checkForm(opened ? parseXml(opened.text) : answer.assertion)
  const { text, inResponseTo } = received
  const given = { text, privateKey: opened?.privateKey ?? null, responseSigned }
  const signed = await signedAssertion(side, given).catch(() => {
    throw new SamlFault('signature')
  })
  const skew = provider.clockSkewSeconds * 1000
  return readAssertion(signed, { ...parties, inResponseTo, now: Date.now(), skew })
}

/** Signed, and without another assertion inside. */
function checkForm(assertion: Xml) {
  const all = [...everyElement(assertion)].filter(({ name }) => /^(Encrypted)?Assertion$/.test(name))
  if (all.length !== 1) throw new SamlFault('assertions')
  if (checkSignatureForm(assertion) === 'unsigned') throw new SamlFault('unsigned')
}
