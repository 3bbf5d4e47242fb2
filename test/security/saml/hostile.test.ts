import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { selfSigned } from '../../../demo/gateway/keys.ts'
import type { SamlReason } from '../../../src/identity/saml/fault.ts'
import {
  type AnswerParts,
  assertionOf,
  attributeOf,
  encrypted,
  fromNow,
  natural,
  responseOf,
  type Signing,
  signatureOf,
  signed,
  withSignature,
} from '../../saml-answers.ts'
import { postAnswer, type SamlWorld, samlWorld } from '../../saml-world.ts'

let world: SamlWorld
let stranger: { certificate: string; key: string }
before(async () => {
  world = await samlWorld()
  stranger = await selfSigned('Stranger')
})
after(() => world.close())

/** What a forger makes of a true answer's parts. */
type Forge = (parts: AnswerParts) => string

const failures = async () =>
  (
    await world.portal.owner.query<{ object: string; reason: string; person: string | null }>(
      `select object, detail ->> 'reason' as reason, person_id as person from audit_records
       where act = 'sign_in.failed' order by id`,
    )
  ).rows

const presented = async () => (await world.portal.owner.query('select from sign_ins')).rowCount

/** Refused with the page that helps, told in the audit by reason and gateway, and nobody is signed in. */
function refused(name: string, reason: SamlReason, provider: 'eid' | 'plain', forge: Forge) {
  test(`refused: ${name} (${reason})`, async () => {
    const browser = world.browser()
    const { parts } = await world.begin(browser, provider, '?back=%2Faccount%2Femail')
    const [before, kept] = [(await failures()).length, await presented()]
    const answer = await postAnswer(browser, parts.consumer, forge(parts))
    assert.equal(answer.status, 303)
    assert.match(answer.headers.location ?? '', /^\/sign-in\?.*notice=failed$/)
    const page = await browser.follow(answer)
    assert.match(page.body, /The sign-in failed at the provider/)
    assert.deepEqual((await failures()).slice(before), [{ object: provider, reason, person: null }])
    assert.equal(browser.cookies.has('guichet-portal'), false)
    assert.equal(await presented(), kept)
  })
}

const gatewayKey = (parts: AnswerParts, more: Partial<Signing> = {}): Signing => ({
  ...{ key: world.keys.gateway, id: parts.assertionId },
  ...more,
})
const signedAssertion = (parts: AnswerParts, more: Partial<Signing> = {}) =>
  signed(assertionOf(parts), gatewayKey(parts, more))
const plainAnswer = (parts: AnswerParts, more: Partial<Signing> = {}) =>
  responseOf(parts, signedAssertion(parts, more))
const encryptedAnswer = (parts: AnswerParts, assertion: string) =>
  responseOf(parts, encrypted(assertion, { certificate: world.keys.portalCertificate }))
const signedResponse = (parts: AnswerParts, content: string) =>
  signed(responseOf(parts, content), gatewayKey(parts, { id: parts.responseId }))

/** Says of somebody else what the gateway said of Lotte. */
const evil = (xml: string) => xml.replaceAll('BE/LU/4711', 'BE/LU/0001').replaceAll('Maes', 'Mallory')
const otherId = (xml: string) => xml.replaceAll(' ID="', ' ID="_evil')

for (const provider of ['eid', 'plain'] as const)
  test(`accepted: the true answer of ${provider}, from which all the others are made`, async () => {
    const browser = world.browser()
    const { parts } = await world.begin(browser, provider)
    const xml = provider === 'eid' ? world.answer(parts) : plainAnswer(parts)
    const page = await browser.follow(postAnswer(browser, parts.consumer, xml))
    assert.equal(new URL(page.url).pathname, '/registration')
  })

/** XSW1 to XSW8 as Somorovsky et al. number them (“On Breaking SAML”, USENIX Security 2012). */
const wrapped: [string, SamlReason, Forge][] = [
  [
    'XSW1: the signed response inside the signature of another one',
    'assertions',
    (parts) => {
      const original = responseOf(parts, assertionOf(parts))
      const signature = signatureOf(original, gatewayKey(parts, { id: parts.responseId }))
      const inside = signature.replace('</ds:Signature>', `${original}</ds:Signature>`)
      return withSignature(otherId(evil(original)), inside)
    },
  ],
  [
    'XSW2: the signed response beside its signature, in another one',
    'malformed',
    (parts) => {
      const original = responseOf(parts, assertionOf(parts))
      const signature = signatureOf(original, gatewayKey(parts, { id: parts.responseId }))
      return withSignature(otherId(evil(original)), `${signature}${original}`)
    },
  ],
  [
    'XSW3: a forged assertion before the signed one',
    'assertions',
    (parts) => responseOf(parts, otherId(evil(assertionOf(parts))) + signedAssertion(parts)),
  ],
  [
    'XSW4: the signed assertion inside a forged one',
    'assertions',
    (parts) => {
      const forged = otherId(evil(assertionOf(parts)))
      return responseOf(
        parts,
        forged.replace('</saml:Assertion>', `${signedAssertion(parts)}</saml:Assertion>`),
      )
    },
  ],
  [
    'XSW5: a forged assertion with the signature, the signed one after it',
    'assertions',
    (parts) => {
      const original = assertionOf(parts)
      const forged = withSignature(otherId(evil(original)), signatureOf(original, gatewayKey(parts)))
      return responseOf(parts, forged + original)
    },
  ],
  [
    'XSW6: a forged assertion with the signature, the signed one inside that signature',
    'assertions',
    (parts) => {
      const original = assertionOf(parts)
      const signature = signatureOf(original, gatewayKey(parts))
      const inside = signature.replace('</ds:Signature>', `${original}</ds:Signature>`)
      return responseOf(parts, withSignature(otherId(evil(original)), inside))
    },
  ],
  [
    'XSW7: a forged assertion with the same ID in an extension',
    'identifiers',
    (parts) => {
      const extension = `<samlp:Extensions>${evil(assertionOf(parts))}</samlp:Extensions>`
      return plainAnswer(parts).replace('<samlp:Status>', `${extension}<samlp:Status>`)
    },
  ],
  [
    'XSW7: the same with an ID of its own',
    'assertions',
    (parts) => {
      const extension = `<samlp:Extensions>${otherId(evil(assertionOf(parts)))}</samlp:Extensions>`
      return plainAnswer(parts).replace('<samlp:Status>', `${extension}<samlp:Status>`)
    },
  ],
  [
    'XSW8: the signed assertion in an Object of the signature of a forged one',
    'assertions',
    (parts) => {
      const original = assertionOf(parts)
      const object = `<ds:Object>${original}</ds:Object></ds:Signature>`
      const signature = signatureOf(original, gatewayKey(parts)).replace('</ds:Signature>', object)
      return responseOf(parts, withSignature(otherId(evil(original)), signature))
    },
  ],
]
for (const [name, reason, forge] of wrapped) refused(name, reason, 'plain', forge)

refused('XSW4 within what is encrypted', 'assertions', 'eid', (parts) => {
  const forged = otherId(evil(assertionOf(parts)))
  return encryptedAnswer(
    parts,
    forged.replace('</saml:Assertion>', `${signedAssertion(parts)}</saml:Assertion>`),
  )
})
refused('XSW8 within what is encrypted', 'assertions', 'eid', (parts) => {
  const original = assertionOf(parts)
  const object = `<ds:Object>${original}</ds:Object></ds:Signature>`
  const signature = signatureOf(original, gatewayKey(parts)).replace('</ds:Signature>', object)
  return encryptedAnswer(parts, withSignature(otherId(evil(original)), signature))
})
refused('the signed assertion under another name, a forged one in its place', 'unsigned', 'plain', (parts) =>
  responseOf(
    parts,
    `<samlp:Extensions>${signedAssertion(parts).replaceAll('saml:Assertion', 'saml:Advice')}</samlp:Extensions>${otherId(evil(assertionOf(parts)))}`,
  ),
)
refused('a plain assertion beside the encrypted one', 'assertions', 'eid', (parts) =>
  world.answer(parts).replace('</samlp:Response>', `${evil(assertionOf(parts))}</samlp:Response>`),
)
refused('an assertion of another namespace before the signed one', 'assertions', 'plain', (parts) =>
  plainAnswer(parts).replace('<samlp:Status>', '<x:Assertion xmlns:x="urn:x"></x:Assertion><samlp:Status>'),
)

refused('an assertion nobody signed', 'unsigned', 'plain', (parts) => responseOf(parts, assertionOf(parts)))
refused('an encrypted assertion nobody signed', 'unsigned', 'eid', (parts) =>
  encryptedAnswer(parts, assertionOf(parts)),
)
refused('an unsigned assertion in a signed response', 'unsigned', 'plain', (parts) =>
  signedResponse(parts, assertionOf(parts)),
)
refused('one letter changed after signing', 'signature', 'plain', (parts) => evil(plainAnswer(parts)))
refused('a signature by somebody else’s key', 'signature', 'plain', (parts) =>
  plainAnswer(parts, { key: stranger.key }),
)
refused('somebody else’s key, which comes along in KeyInfo', 'signature', 'plain', (parts) => {
  const certificate = stranger.certificate.replaceAll(/-----[^-]+-----|\s/g, '')
  const keyInfo = `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  return plainAnswer(parts, { key: stranger.key, keyInfo })
})
refused(
  'a response whose own signature does not hold, around a true assertion',
  'signature',
  'plain',
  (parts) => signed(plainAnswer(parts), { key: stranger.key, id: parts.responseId }),
)

refused('a signature over another element', 'signature_form', 'plain', (parts) => {
  const other = `<samlp:Extensions ID="_other"></samlp:Extensions>`
  const xml = assertionOf(parts)
  const signature = signatureOf(xml, gatewayKey(parts, { id: '_other', over: other }))
  return responseOf(parts, other + withSignature(xml, signature))
})
refused('a signature with an empty reference', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts, { uri: '' }),
)
refused('a signature without a reference', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts).replace(/<ds:Reference.*<\/ds:Reference>/, ''),
)
refused('a signature with two references', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts).replace(/<ds:Reference.*<\/ds:Reference>/, '$&$&'),
)
refused('two signatures', 'signature_form', 'plain', (parts) => {
  const signature = signatureOf(assertionOf(parts), gatewayKey(parts))
  return responseOf(parts, withSignature(signedAssertion(parts), signature))
})
refused('two SignedInfo', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts).replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/, '$&$&'),
)
refused('a digest given twice', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts).replace(/<ds:DigestValue>.*<\/ds:DigestValue>/, '$&$&'),
)
refused('a transform that cuts away what is not liked', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts, { transforms: ['http://www.w3.org/TR/1999/REC-xpath-19991116'] }),
)
refused('canonical form with comments', 'signature_form', 'plain', (parts) =>
  plainAnswer(parts, { canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments' }),
)
for (const method of [
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
  '',
])
  refused(`the signature algorithm “${method}”`, 'algorithm', 'plain', (parts) =>
    plainAnswer(parts, { method }),
  )
refused('a digest by SHA-1', 'algorithm', 'plain', (parts) =>
  plainAnswer(parts, { digestMethod: 'http://www.w3.org/2000/09/xmldsig#sha1' }),
)
refused('SHA-1 within what is encrypted', 'algorithm', 'eid', (parts) =>
  encryptedAnswer(parts, signedAssertion(parts, { method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })),
)

refused('a comment in the NameID', 'markup', 'plain', (parts) =>
  plainAnswer(parts).replace('<saml:NameID>BE/LU', '<saml:NameID>BE/LU<!-- -->'),
)
refused('a comment in an attribute', 'markup', 'plain', (parts) =>
  plainAnswer({
    ...parts,
    attributes: { ...parts.attributes, [`${natural}PersonIdentifier`]: 'BE/LU/47110' },
  })
    // Whoever reads up to the comment reads 4711, and the signature holds.
    .replace('BE/LU/47110', 'BE/LU/4711<!---->0'),
)
refused('a comment within what is encrypted', 'markup', 'eid', (parts) =>
  encryptedAnswer(parts, signedAssertion(parts).replace('Maes</', 'Ma<!-- -->es</')),
)
refused('a CDATA section', 'markup', 'plain', (parts) =>
  plainAnswer(parts).replace('>Maes<', '><![CDATA[Maes]]><'),
)
refused('a processing instruction', 'markup', 'plain', (parts) =>
  plainAnswer(parts).replace('>Maes<', '>Ma<?x y?>es<'),
)
refused('a document type', 'markup', 'plain', (parts) => `<!DOCTYPE samlp:Response>${plainAnswer(parts)}`)
refused(
  'an entity that names a file',
  'markup',
  'plain',
  (parts) =>
    `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${plainAnswer(parts).replace('>Maes<', '>&x;<')}`,
)
refused(
  'entities that grow',
  'markup',
  'plain',
  (parts) =>
    `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${plainAnswer(parts).replace('>Maes<', '>&b;<')}`,
)
refused('an entity within what is encrypted', 'markup', 'eid', (parts) =>
  encryptedAnswer(parts, `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${signedAssertion(parts)}`),
)
refused('an entity nobody declared', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('>Maes<', '>&evil;<'),
)
refused('no XML', 'malformed', 'plain', () => 'Hello')
refused('an element that is never closed', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('</samlp:Response>', ''),
)
refused('XML nested without end', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('<samlp:Status>', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}<samlp:Status>`),
)
refused('more elements than an answer ever holds', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('<samlp:Status>', `${'<a></a>'.repeat(3000)}<samlp:Status>`),
)
refused('more than an answer ever is', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('<samlp:Status>', `<a>${'a'.repeat(120_000)}</a><samlp:Status>`),
)
refused('a request in place of a response', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replaceAll('samlp:Response', 'samlp:AuthnRequest'),
)
refused('SAML 1.1', 'malformed', 'plain', (parts) =>
  plainAnswer(parts).replace('Version="2.0"', 'Version="1.1"'),
)

refused('a plain assertion where encryption is required', 'plaintext', 'eid', (parts) => plainAnswer(parts))
refused('an assertion encrypted for somebody else', 'decryption', 'eid', (parts) =>
  responseOf(parts, encrypted(signedAssertion(parts), { certificate: stranger.certificate })),
)
refused('a changed ciphertext', 'decryption', 'eid', (parts) =>
  world
    .answer(parts)
    .replace(/(<\/ds:KeyInfo><xenc:CipherData><xenc:CipherValue>.{40})./, (_, before) => `${before}!`),
)
refused('a cipher that does not notice changes', 'algorithm', 'eid', (parts) =>
  responseOf(
    parts,
    encrypted(signedAssertion(parts), {
      certificate: world.keys.portalCertificate,
      cipher: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
    }),
  ),
)
refused('a key wrapped with the padding of PKCS #1 v1.5', 'algorithm', 'eid', (parts) =>
  responseOf(
    parts,
    encrypted(signedAssertion(parts), {
      certificate: world.keys.portalCertificate,
      transport: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5',
    }),
  ),
)
refused('two keys to choose from', 'decryption', 'eid', (parts) =>
  world.answer(parts).replace(/<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/, '$&$&'),
)

const truly = (change: (parts: AnswerParts) => AnswerParts): Forge => {
  return (parts) => world.answer(change(parts))
}
const later = (parts: AnswerParts, times: Partial<AnswerParts['times']>) => ({
  ...parts,
  times: { ...parts.times, ...times },
})

refused(
  'an answer that has expired',
  'expired',
  'eid',
  truly((parts) => later(parts, { notOnOrAfter: fromNow(-61) })),
)
refused(
  'a confirmation that has expired',
  'expired',
  'eid',
  truly((parts) => later(parts, { confirmed: fromNow(-61) })),
)
refused(
  'an answer not valid yet',
  'not_yet_valid',
  'eid',
  truly((parts) => later(parts, { notBefore: fromNow(70) })),
)
refused(
  'an answer issued in the future',
  'not_yet_valid',
  'eid',
  truly((parts) => later(parts, { issued: fromNow(70) })),
)
refused(
  'an answer for another portal',
  'audience',
  'eid',
  truly((parts) => ({ ...parts, portal: 'https://other.example' })),
)
refused('an answer for another gateway’s entry to this portal', 'audience', 'eid', (parts) =>
  world.answer({ ...parts, portal: parts.portal.replace('eid', 'plain') }),
)
refused(
  'another recipient',
  'subject',
  'eid',
  truly((parts) => ({ ...parts, recipient: 'https://other.example/acs' })),
)
refused('a subject confirmed otherwise than by bearer', 'subject', 'eid', (parts) =>
  world.answer({ ...parts, method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' }),
)
refused(
  'another destination',
  'destination',
  'eid',
  truly((parts) => ({ ...parts, consumer: 'https://other.example/acs' })),
)
refused('no destination', 'destination', 'eid', (parts) =>
  world.answer(parts).replace(/ Destination="[^"]+"/, ''),
)
refused('another issuer of the response', 'issuer', 'eid', (parts) =>
  world.answer(parts).replace(parts.gateway, 'https://evil.example'),
)
refused('another issuer of the assertion', 'issuer', 'eid', (parts) => {
  const assertion = signedAssertion({ ...parts, gateway: 'https://evil.example' })
  return encryptedAnswer(parts, assertion)
})
refused('a condition we do not understand', 'condition', 'plain', (parts) => {
  const xml = assertionOf(parts).replace(
    '</saml:Conditions>',
    '<saml:Condition></saml:Condition></saml:Conditions>',
  )
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})
refused('no conditions', 'assertion', 'plain', (parts) => {
  const xml = assertionOf(parts).replace(/<saml:Conditions.*<\/saml:Conditions>/, '')
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})
refused('nobody authenticated', 'assertion', 'plain', (parts) => {
  const xml = assertionOf(parts).replace(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, '')
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})
refused('one attribute given twice', 'attributes', 'plain', (parts) => {
  const again = attributeOf(`${natural}PersonIdentifier`, 'BE/LU/0001')
  const xml = assertionOf(parts).replace('</saml:AttributeStatement>', `${again}</saml:AttributeStatement>`)
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})
refused('one attribute with two values', 'attributes', 'plain', (parts) => {
  const xml = assertionOf(parts).replace(
    '>Maes</saml:AttributeValue>',
    '$&<saml:AttributeValue>Mallory</saml:AttributeValue>',
  )
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})
refused('an attribute made of elements', 'attributes', 'plain', (parts) => {
  const xml = assertionOf(parts).replace('>Maes<', '><saml:NameID>Maes</saml:NameID><')
  return responseOf(parts, signed(xml, gatewayKey(parts)))
})

refused('an answer nobody asked for', 'unsolicited', 'eid', (parts) =>
  world.answer(parts).replace(/ InResponseTo="[^"]+"/, ''),
)
refused(
  'an answer to a request that never was',
  'unsolicited',
  'eid',
  truly((parts) => ({ ...parts, inResponseTo: '_never' })),
)
refused('a response for this request around an assertion for another', 'subject', 'eid', (parts) =>
  encryptedAnswer(parts, signedAssertion({ ...parts, inResponseTo: '_other' })),
)
refused('a gateway that failed', 'status', 'eid', (parts) =>
  responseOf(
    parts,
    '',
    '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"></samlp:StatusCode>',
  ),
)
refused('a failure with an assertion all the same', 'status', 'eid', (parts) =>
  world.answer(parts).replace('status:Success', 'status:Requester'),
)
