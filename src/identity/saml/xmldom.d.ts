/**
 * What is used of @xmldom/xmldom. Its own declarations bring the types of browsers along (tsconfig.json
 * sends the compiler here), which a program on a server must not see.
 */
export interface Node {
  readonly nodeType: number
  readonly localName: string | null
  readonly namespaceURI: string | null
  readonly childNodes: ArrayLike<Node>
  readonly attributes: ArrayLike<{
    localName: string | null
    namespaceURI: string | null
    value: string
  }> | null
  readonly data: string
  toString(): string
}
export interface Document extends Node {
  readonly documentElement: Node | null
}
export type Options = { errorHandler?: (level: 'warning' | 'error' | 'fatalError', message: string) => void }
export class DOMParser {
  constructor(options?: Options)
  parseFromString(xml: string, mimeType: string): Document
}
