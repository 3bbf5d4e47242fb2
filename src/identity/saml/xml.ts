import { DOMParser, type Node } from '@xmldom/xmldom'
import { SamlFault } from './fault.ts'

/** An element of a message, as all checks see it. */
export type Xml = {
  namespace: string
  name: string
  /** By local name; those of a namespace by that, a space, and local name. */
  attributes: ReadonlyMap<string, string>
  children: readonly Xml[]
  /** All its own text, without that of its children. */
  text: string
  source: () => string
}

export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
} as const
export type Namespace = keyof typeof namespaces

/** Ten times what an answer holds; namespaces in deep nests cost the parser dearly. */
const mostTags = 4000
const deepest = 40

/**
 * The root of a message made of elements, attributes and text, and nothing else: comments, CDATA sections
 * and document types are what parsers of XML disagree on. It is the parser of xml-crypto and node-saml.
 */
export function parseXml(text: string): Xml {
  const body = text.replace(/^<\?xml [^<>?]*\?>/, '')
  if (/<[!?]/.test(body)) throw new SamlFault('markup')
  if (body.split('<').length > mostTags) throw new SamlFault('malformed')
  const root = parse(body)
  const message = elementOf(root, 0)
  if (hasEqualIds(message)) throw new SamlFault('identifiers')
  return message
}

function parse(text: string): Node {
  const refuse = () => {
    throw new SamlFault('malformed')
  }
  try {
    const root = new DOMParser({ errorHandler: refuse }).parseFromString(text, 'text/xml').documentElement
    if (root) return root
  } catch {
    // Whatever the parser stumbled over.
  }
  throw new SamlFault('malformed')
}

const isElement = ({ nodeType }: Node) => nodeType === 1
const isText = ({ nodeType }: Node) => nodeType === 3

function elementOf(node: Node, depth: number): Xml {
  if (depth > deepest) throw new SamlFault('malformed')
  const nodes = Array.from(node.childNodes)
  if (!nodes.every((one) => isElement(one) || isText(one))) throw new SamlFault('markup')
  const attributes = Array.from(node.attributes ?? [], ({ namespaceURI, localName, value }) => {
    const name = localName ?? ''
    return [namespaceURI ? `${namespaceURI} ${name}` : name, value] as const
  })
  return {
    namespace: node.namespaceURI ?? '',
    name: node.localName ?? '',
    attributes: new Map(attributes),
    children: nodes.filter(isElement).map((one) => elementOf(one, depth + 1)),
    text: nodes
      .filter(isText)
      .map(({ data }) => data)
      .join(''),
    source: () => node.toString(),
  }
}

/** Every spelling that one of the libraries takes for an ID, in any namespace. */
function hasEqualIds(root: Xml): boolean {
  const ids = [...everyElement(root)].flatMap(({ attributes }) =>
    [...attributes].filter(([name]) => /(^| )id$/i.test(name)).map(([, value]) => value),
  )
  return new Set(ids).size !== ids.length
}

export function* everyElement(root: Xml): Generator<Xml> {
  yield root
  for (const child of root.children) yield* everyElement(child)
}

export const isNamed = (one: Xml, namespace: Namespace, name: string): boolean =>
  one.namespace === namespaces[namespace] && one.name === name

export const childrenNamed = ({ children }: Xml, namespace: Namespace, name: string): Xml[] =>
  children.filter((child) => isNamed(child, namespace, name))

/** The only child of that name; null when there is none, or more than one. */
export function onlyChild(parent: Xml, namespace: Namespace, name: string): Xml | null {
  const found = childrenNamed(parent, namespace, name)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The text of an element that holds nothing else; null when it holds elements, or only space. */
export const textOf = ({ children, text }: Xml): string | null =>
  children.length ? null : text.trim() || null
