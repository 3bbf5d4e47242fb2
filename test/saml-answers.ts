import { createCipheriv, createHash, createSign, publicEncrypt, randomBytes, randomUUID } from 'node:crypto'

/**
 * Answers of a gateway, true and forged, written in canonical form by hand: no library that checks them took
 * part in making them.
 */
export type AnswerParts = {
  inResponseTo: string
  consumer: string
  portal: string
  gateway: string
  assertionId: string
  responseId: string
  nameId: string
  context: string
  /** In place of what is usual. */
  times: { issued: Date; notBefore: Date; notOnOrAfter: Date; authenticated: Date; confirmed: Date }
  recipient: string
  method: string
  attributes: Record<string, string>
}

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
const ds = 'http://www.w3.org/2000/09/xmldsig#'
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
export const natural = 'http://eidas.europa.eu/attributes/naturalperson/'
export const legal = 'http://eidas.europa.eu/attributes/legalperson/'

export const fromNow = (seconds: number) => new Date(Date.now() + seconds * 1000)

export function answerParts(
  given: Pick<AnswerParts, 'inResponseTo' | 'consumer' | 'portal' | 'gateway'> & Partial<AnswerParts>,
): AnswerParts {
  return {
    ...{ assertionId: `_${randomUUID()}`, responseId: `_${randomUUID()}`, nameId: 'BE/LU/4711' },
    context: 'http://eidas.europa.eu/LoA/substantial',
    times: {
      ...{ issued: fromNow(0), notBefore: fromNow(-5), notOnOrAfter: fromNow(120) },
      ...{ authenticated: fromNow(0), confirmed: fromNow(120) },
    },
    ...{ recipient: given.consumer, method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' },
    attributes: {
      [`${natural}PersonIdentifier`]: 'BE/LU/4711',
      [`${natural}CurrentFamilyName`]: 'Maes',
      [`${natural}CurrentGivenName`]: 'Lotte',
      [`${natural}DateOfBirth`]: '1990-04-05',
    },
    ...given,
  }
}

export function assertionOf(parts: AnswerParts): string {
  const { times } = parts
  const time = (at: Date) => at.toISOString()
  return (
    `<saml:Assertion xmlns:saml="${saml}" ID="${parts.assertionId}" IssueInstant="${time(times.issued)}" Version="2.0">` +
    `<saml:Issuer>${parts.gateway}</saml:Issuer>` +
    `<saml:Subject><saml:NameID>${parts.nameId}</saml:NameID><saml:SubjectConfirmation Method="${parts.method}">` +
    `<saml:SubjectConfirmationData InResponseTo="${parts.inResponseTo}" NotOnOrAfter="${time(times.confirmed)}" Recipient="${parts.recipient}"></saml:SubjectConfirmationData>` +
    `</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${time(times.notBefore)}" NotOnOrAfter="${time(times.notOnOrAfter)}">` +
    `<saml:AudienceRestriction><saml:Audience>${parts.portal}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${time(times.authenticated)}"><saml:AuthnContext>` +
    `<saml:AuthnContextClassRef>${parts.context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${Object.entries(parts.attributes)
      .map(([name, value]) => attributeOf(name, value))
      .join('')}</saml:AttributeStatement></saml:Assertion>`
  )
}

export const attributeOf = (name: string, value: string) =>
  `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`

export function responseOf(
  parts: AnswerParts,
  content: string,
  status = `<samlp:StatusCode Value="${success}"></samlp:StatusCode>`,
): string {
  return (
    `<samlp:Response xmlns:samlp="${samlp}" Destination="${parts.consumer}" ID="${parts.responseId}" ` +
    `InResponseTo="${parts.inResponseTo}" IssueInstant="${parts.times.issued.toISOString()}" Version="2.0">` +
    `<saml:Issuer xmlns:saml="${saml}">${parts.gateway}</saml:Issuer>` +
    `<samlp:Status>${status}</samlp:Status>${content}</samlp:Response>`
  )
}

export type Signing = {
  /** PEM. */
  key: string
  id: string
  uri?: string
  method?: string
  digestMethod?: string
  transforms?: string[]
  canonicalization?: string
  /** Digest over these bytes, rather than over the element that gets the signature. */
  over?: string
  keyInfo?: string
}

const sha256 = {
  method: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
}
const hashes: Record<string, string> = {
  [sha256.method]: 'sha256',
  [sha256.digest]: 'sha256',
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'sha1',
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
}
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/** The signature alone. */
export function signatureOf(xml: string, given: Signing): string {
  const { method = sha256.method, digestMethod = sha256.digest } = given
  const { transforms = [`${ds}enveloped-signature`, exclusive], canonicalization = exclusive } = given
  const digest = createHash(hashes[digestMethod] ?? 'sha256')
    .update(given.over ?? xml)
    .digest('base64')
  const info =
    `<ds:CanonicalizationMethod Algorithm="${canonicalization}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${method}"></ds:SignatureMethod>` +
    `<ds:Reference URI="${given.uri ?? `#${given.id}`}"><ds:Transforms>${transforms
      .map((one) => `<ds:Transform Algorithm="${one}"></ds:Transform>`)
      .join('')}</ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${digestMethod}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
  const value = createSign(hashes[method] ?? 'sha256')
    .update(`<ds:SignedInfo xmlns:ds="${ds}">${info}</ds:SignedInfo>`)
    .sign(given.key, 'base64')
  return `<ds:Signature xmlns:ds="${ds}"><ds:SignedInfo>${info}</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue>${given.keyInfo ?? ''}</ds:Signature>`
}

/** With the signature where SAML wants it: after the issuer. */
export function signed(xml: string, given: Signing): string {
  return withSignature(xml, signatureOf(xml, given))
}

export const withSignature = (xml: string, signature: string) =>
  xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)

type Encrypting = { certificate: string; cipher?: string; transport?: string }

const gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm'
const oaep = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p'

/** An EncryptedAssertion for the holder of that certificate (PEM). */
export function encrypted(xml: string, { certificate, cipher = gcm, transport = oaep }: Encrypting): string {
  const key = randomBytes(32)
  const wrapped = publicEncrypt(
    { key: certificate, padding: transport === oaep ? 4 : 1, oaepHash: 'sha1' },
    key,
  )
  const body = cipher === gcm ? encryptGcm(xml, key) : encryptCbc(xml, key)
  const xenc = 'http://www.w3.org/2001/04/xmlenc#'
  return (
    `<saml:EncryptedAssertion xmlns:saml="${saml}"><xenc:EncryptedData xmlns:xenc="${xenc}" Type="${xenc}Element">` +
    `<xenc:EncryptionMethod Algorithm="${cipher}"></xenc:EncryptionMethod><ds:KeyInfo xmlns:ds="${ds}"><xenc:EncryptedKey>` +
    `<xenc:EncryptionMethod Algorithm="${transport}"></xenc:EncryptionMethod>` +
    `<xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${body.toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedData></saml:EncryptedAssertion>`
  )
}

function encryptGcm(xml: string, key: Buffer): Buffer {
  const iv = randomBytes(12)
  const coder = createCipheriv('aes-256-gcm', key, iv)
  return Buffer.concat([iv, coder.update(xml, 'utf8'), coder.final(), coder.getAuthTag()])
}

function encryptCbc(xml: string, key: Buffer): Buffer {
  const iv = randomBytes(16)
  const coder = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, coder.update(xml, 'utf8'), coder.final()])
}
