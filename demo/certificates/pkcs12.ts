import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Issued } from './authority.ts'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))

const bags = { key: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' }
const friendlyName = '1.2.840.113549.1.9.20'
const localKeyId = '1.2.840.113549.1.9.21'
const iterations = 10_000

/**
 * Certificate, chain and key as browsers import them (RFC 7292): the key under PBES2 with AES-256,
 * HMAC-SHA-256 over the whole.
 */
export async function encodePkcs12(
  holder: Issued,
  chain: { rawData: ArrayBuffer }[],
  given: { name: string; password: string },
): Promise<Buffer> {
  const password = toBuffer(new TextEncoder().encode(given.password))
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            await keySafe(holder, given.name, password),
            certificateSafe(holder, chain, given.name),
          ],
        },
      }),
    },
  })
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({ safeContents: [{}, {}] })
  await pfx.makeInternalValues({
    password,
    iterations,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  })
  return Buffer.from(pfx.toSchema().toBER())
}

async function keySafe(holder: Issued, name: string, password: ArrayBuffer) {
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', holder.keys.privateKey)
  const bagValue = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(pkcs8) })
  await bagValue.makeInternalValues({
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as pkijs.ContentEncryptionAesCbcParams,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  })
  const bag = new pkijs.SafeBag({ bagId: bags.key, bagValue, bagAttributes: attributes(holder, name) })
  return { privacyMode: 0, value: new pkijs.SafeContents({ safeBags: [bag] }) }
}

function certificateSafe(holder: Issued, chain: { rawData: ArrayBuffer }[], name: string) {
  const safeBags = [holder.certificate, ...chain].map(({ rawData }, index) => {
    const bagValue = new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(rawData) })
    return new pkijs.SafeBag({
      bagId: bags.certificate,
      bagValue,
      ...(index === 0 ? { bagAttributes: attributes(holder, name) } : {}),
    })
  })
  return { privacyMode: 0, value: new pkijs.SafeContents({ safeBags }) }
}

/** What ties the key to its certificate, and the name shown in the browser's list. */
function attributes({ certificate }: Issued, name: string) {
  const fingerprint = createHash('sha1').update(new Uint8Array(certificate.rawData)).digest()
  return [
    new pkijs.Attribute({ type: friendlyName, values: [new asn1js.BmpString({ value: name })] }),
    new pkijs.Attribute({
      type: localKeyId,
      values: [new asn1js.OctetString({ valueHex: toBuffer(fingerprint) })],
    }),
  ]
}

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
