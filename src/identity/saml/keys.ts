import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { ConfigError } from '../../platform/start-error.ts'
import { demoMark, readPemFile } from '../trust/authorities.ts'
import type { SamlProvider } from './settings.ts'

/** The portal's own key towards a gateway: private half as PEM. */
export type OwnKey = { certificate: X509Certificate; privateKey: string }
export type SamlKeys = {
  /** Any of which may have signed. They hold keys and no more: their dates and issuers say nothing here. */
  gateway: X509Certificate[]
  signing: OwnKey
  decryption: [OwnKey, ...OwnKey[]]
}

/** What both sides sign and encrypt with. Production refuses the demo's, wherever it was copied to. */
export function loadSamlKeys({ DEMO }: Pick<Config, 'DEMO'>, provider: SamlProvider): SamlKeys {
  const place = `provider ${provider.id}: `
  const gateway = readPemFile(provider.idpCertificatesFile, place)
  const signing = readOwnKey(provider.signing, place)
  const [first = signing, ...others] = provider.decryption.map((files) => readOwnKey(files, place))
  const own = [signing, first, ...others]
  for (const certificate of [...gateway, ...own.map((key) => key.certificate)]) {
    requireStrong(certificate.publicKey, place)
    if (DEMO === 'off' && certificate.raw.includes(demoMark))
      throw new ConfigError(`${place}a certificate of the demo: production refuses it`)
  }
  return { gateway, signing, decryption: [first, ...others] }
}

function readOwnKey({ certificateFile, keyFile }: SamlProvider['signing'], place: string): OwnKey {
  const [certificate] = readPemFile(certificateFile, place)
  const key = readPrivateKey(keyFile, place)
  if (!certificate?.checkPrivateKey(key))
    throw new ConfigError(`${place}${keyFile} is not the key of ${certificateFile}`)
  return { certificate, privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })) }
}

function readPrivateKey(file: string, place: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file))
  } catch {
    throw new ConfigError(`${place}cannot read ${file} as a private key (PEM)`)
  }
}

/** xml-crypto and xml-encryption know RSA only. */
function requireStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, place: string) {
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new ConfigError(`${place}every key must be RSA of at least 2048 bits`)
}
