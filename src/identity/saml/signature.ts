import { SamlFault } from './fault.ts'
import { childrenNamed, isNamed, namespaces, onlyChild, type Xml } from './xml.ts'

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const transforms = [`${namespaces.signature}enveloped-signature`, exclusive]
/** What xml-crypto knows, without SHA-1. */
const signatureMethods = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
]
const digestMethods = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']

/**
 * Whether an element is signed in the one form SAML knows (saml-core §5.4): an enveloped signature over
 * exactly this element, found by its ID. What it is worth, xml-crypto says.
 */
export function checkSignatureForm(signed: Xml): 'signed' | 'unsigned' {
  const [signature, ...others] = signed.children.filter(({ name }) => name === 'Signature')
  if (!signature) return 'unsigned'
  const wrong = new SamlFault('signature_form')
  const [info, value, keys, ...more] = signature.children
  if (others.length || more.length || !isNamed(signature, 'signature', 'Signature')) throw wrong
  if (!info || !isNamed(info, 'signature', 'SignedInfo')) throw wrong
  if (!value || !isNamed(value, 'signature', 'SignatureValue')) throw wrong
  if (keys && !isNamed(keys, 'signature', 'KeyInfo')) throw wrong
  checkSignedInfo(info, signed.attributes.get('ID'))
  return 'signed'
}

function checkSignedInfo(info: Xml, id: string | undefined) {
  const wrong = new SamlFault('signature_form')
  const reference = onlyChild(info, 'signature', 'Reference')
  if (info.children.length !== 3 || reference?.children.length !== 3) throw wrong
  if (!id || reference.attributes.get('URI') !== `#${id}`) throw wrong
  if (algorithmOf(info, 'CanonicalizationMethod') !== exclusive) throw wrong
  const list = onlyChild(reference, 'signature', 'Transforms')
  const steps = list && childrenNamed(list, 'signature', 'Transform')
  const applied = steps?.map(({ attributes }) => attributes.get('Algorithm'))
  if (list?.children.length !== 2 || applied?.join(' ') !== transforms.join(' ')) throw wrong
  accept(algorithmOf(info, 'SignatureMethod'), signatureMethods)
  accept(algorithmOf(reference, 'DigestMethod'), digestMethods)
}

const algorithmOf = (parent: Xml, name: string) =>
  onlyChild(parent, 'signature', name)?.attributes.get('Algorithm')

function accept(algorithm: string | undefined, accepted: string[]) {
  if (!algorithm || !accepted.includes(algorithm)) throw new SamlFault('algorithm')
}
