import { promisify } from 'node:util'
import xmlEncryption from 'xml-encryption'
import { SamlFault } from './fault.ts'
import type { OwnKey } from './keys.ts'
import { everyElement, namespaces, type Xml } from './xml.ts'

/** Authenticated ciphers, and no padding that answers questions: eIDAS cryptographic requirements 1.2, §3. */
export const ciphers = [
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
]
export const transports = [
  `${namespaces.encryption}rsa-oaep-mgf1p`,
  'http://www.w3.org/2009/xmlenc11#rsa-oaep',
]

const decrypt = promisify(xmlEncryption.decrypt)

/** What an EncryptedAssertion holds, and which of the portal’s keys (PEM) opens it. */
export async function decryptAssertion(
  encrypted: Xml,
  keys: readonly OwnKey[],
): Promise<{ text: string; privateKey: string }> {
  checkAlgorithms(encrypted)
  for (const { privateKey } of keys) {
    const text = await decrypt(encrypted.source(), { key: privateKey }).catch(() => null)
    if (text) return { text, privateKey }
  }
  throw new SamlFault('decryption')
}

/** One key and one text, so that nobody chooses among several. */
function checkAlgorithms(encrypted: Xml) {
  const elements = [...everyElement(encrypted)]
  const only = (name: string, accepted: string[]) => {
    const [one, ...others] = elements.filter((element) => element.name === name)
    if (!one || others.length) throw new SamlFault('decryption')
    const method = one.children.find((child) => child.name === 'EncryptionMethod')
    if (!accepted.includes(method?.attributes.get('Algorithm') ?? '')) throw new SamlFault('algorithm')
  }
  only('EncryptedData', ciphers)
  only('EncryptedKey', transports)
}
