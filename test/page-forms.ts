import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A control as a browser would send it, and what the page says about it. */
export type Control = { name: string; type: string; value: string; sent: boolean; invalid: boolean }
/** `action` is where it is sent, `others` where some of its buttons send it instead. */
export type PageForm = { action: string; others: string[]; method: string; controls: Control[] }

/** The forms of a page as a browser reads them: entities resolved, the first line break of a textarea gone. */
export function formsOf(page: string): PageForm[] {
  return elementsIn(parse(page), 'form').map((form) => ({
    action: attribute(form, 'action') ?? '',
    others: elementsIn(form, 'button').flatMap((one) => attribute(one, 'formaction') ?? []),
    method: (attribute(form, 'method') ?? 'get').toLowerCase(),
    controls: ['input', 'textarea', 'select'].flatMap((tag) => elementsIn(form, tag)).flatMap(controlOf),
  }))
}

/** People type into it; all else is chosen, uploaded or hidden. */
export const isTyped = ({ type }: Control): boolean =>
  !/^(hidden|checkbox|radio|select|file|submit)$/.test(type)

/** What a browser would send of a form as it stands. */
export function sentBy({ controls }: PageForm): Record<string, string[]> {
  const typed: Record<string, string[]> = {}
  for (const { name, value, sent } of controls) if (sent) typed[name] = [typed[name] ?? [], value].flat()
  return typed
}

/** Ids that the summary of problems leads to. */
export const problemsLinked = (page: string): string[] =>
  elementsIn(parse(page), 'a').flatMap((link) => /^#f-(.+)/.exec(attribute(link, 'href') ?? '')?.[1] ?? [])

function controlOf(element: Element): Control[] {
  const name = attribute(element, 'name')
  if (!name) return []
  const type = element.tagName === 'input' ? (attribute(element, 'type') ?? 'text') : element.tagName
  const sent = !/^(checkbox|radio)$/.test(type) || attribute(element, 'checked') !== undefined
  return [
    { name, type, value: shownIn(element), sent, invalid: attribute(element, 'aria-invalid') === 'true' },
  ]
}

function shownIn(element: Element): string {
  if (element.tagName === 'textarea') return textOf(element)
  if (element.tagName !== 'select') return attribute(element, 'value') ?? ''
  const options = elementsIn(element, 'option')
  const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
  return chosen ? (attribute(chosen, 'value') ?? '') : ''
}

function elementsIn(node: Node, tag: string): Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap((child) => [
    ...('tagName' in child && child.tagName === tag ? [child] : []),
    ...elementsIn(child, tag),
  ])
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
