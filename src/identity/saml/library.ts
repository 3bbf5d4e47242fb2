import { SAML, type SamlConfig, ValidateInResponseTo } from '@node-saml/node-saml'
import type { Assurance } from '../assurance.ts'
import { requestExtensions } from './eidas.ts'
import type { SamlKeys } from './keys.ts'
import type { Parties } from './response.ts'
import { contextsFor, type SamlProvider } from './settings.ts'

/** The portal and one gateway. */
export type Side = { provider: SamlProvider; parties: Parties; keys: SamlKeys }

/** The address that carries a signed request (saml-bindings §3.4). `anew`: whatever login the gateway still has. */
export function requestUrl(
  side: Side,
  { id, anew, atLeast }: { id: string; anew: boolean; atLeast: Assurance },
): Promise<string> {
  const { provider, keys } = side
  const contexts = contextsFor(provider, atLeast)
  const saml = new SAML({
    ...common(side),
    privateKey: keys.signing.privateKey,
    signatureAlgorithm: 'sha256',
    generateUniqueId: () => id,
    forceAuthn: anew,
    authnContext: contexts,
    disableRequestedAuthnContext: contexts.length === 0,
    racComparison: provider.comparison,
    ...(provider.eidas ? { samlAuthnRequestExtensions: requestExtensions(provider) } : {}),
  })
  return saml.getAuthorizeUrlAsync('', undefined, {})
}

/**
 * The assertion of a response, as the bytes its signature covers. Throws when it, or the response's own where
 * `responseSigned`, does not hold with one of the gateway's keys.
 */
export async function signedAssertion(
  side: Side,
  { text, privateKey, responseSigned }: { text: string; privateKey: string | null; responseSigned: boolean },
): Promise<string> {
  const saml = new SAML({
    ...common(side),
    ...(privateKey ? { decryptionPvk: privateKey } : {}),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: responseSigned,
  })
  const SAMLResponse = Buffer.from(text).toString('base64')
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse })
  const signed = profile?.getAssertionXml?.()
  if (!signed) throw new Error('no assertion')
  return signed
}

function common({ provider, parties, keys }: Side): SamlConfig {
  return {
    entryPoint: provider.entryPoint,
    callbackUrl: parties.consumer,
    issuer: parties.portal,
    idpCert: keys.gateway.map(String),
    identifierFormat: null,
    // What an assertion says is judged by `readAssertion`, all of it: here only what was signed matters.
    audience: false,
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.never,
  }
}
