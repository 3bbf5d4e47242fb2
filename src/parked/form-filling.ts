import {
  type DefaultTreeAdapterTypes,
  parse,
  parseFragment,
  serialize,
  defaultTreeAdapter as tree,
} from 'parse5'
import type { Fields } from './parked-post.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

export type Filling =
  | { outcome: 'filled'; body: string }
  /** The form asks more once it is sent: it has to come from there. */
  | { outcome: 'shaped' }
  /** The page has no such form, or one without room for all that was typed. */
  | { outcome: 'unfit' }

/** HTML of our own, put under the page's heading and into its form. */
type More = { told: string; hidden: string }

/**
 * The page with what was typed in the form that is sent to `path`, as if it had never been left. Reads and
 * writes HTML as browsers do; what was typed becomes values, never markup.
 */
export function fillForm(page: string, path: string, fields: Fields, more: More): Filling {
  const document = parse(page, asWithoutScripts)
  const form = elementsIn(document, 'form').find((one) => isSentTo(one, path))
  if (!form) return { outcome: 'unfit' }
  const controls = controlsOf(form)
  const known = new Set(controls.map((control) => attribute(control, 'name')))
  const homeless = fields.some(([name, value]) => value !== '' && !known.has(name))
  if (homeless) return { outcome: isShaped(form) ? 'shaped' : 'unfit' }
  fill(controls, fields)
  setAttribute(form, 'data-restored', '')
  append(form, more.hidden)
  insertBelowHeading(document, more.told)
  return { outcome: 'filled', body: write(document) }
}

/** The page with something said under its heading. */
export function tellBelowHeading(page: string, told: string): string {
  const document = parse(page, asWithoutScripts)
  insertBelowHeading(document, told)
  return write(document)
}

function write(document: Parent): string {
  for (const area of elementsIn(document, 'textarea')) keepFirstLine(area)
  return serialize(document, asWithoutScripts)
}

/** What stands in <noscript> are buttons like others. */
const asWithoutScripts = { scriptingEnabled: false }

const isSentTo = (form: Element, path: string): boolean =>
  attribute(form, 'method')?.toLowerCase() === 'post' && attribute(form, 'action') === path

/** Forms of the form engine answer with what was typed, and with what follows from it, when asked to. */
const isShaped = (form: Element): boolean =>
  attribute(form, 'data-autosave') === undefined &&
  elementsIn(form).some((one) => attribute(one, 'data-shaping') !== undefined)

/** Buttons too: which one was pressed is for the person to decide again. */
const controlsOf = (form: Element): Element[] =>
  elementsIn(form, 'input', 'select', 'textarea', 'button').filter(
    (one) => attribute(one, 'name') !== undefined,
  )

function fill(controls: Element[], fields: Fields) {
  const sent = new Map<string, string[]>()
  for (const [name, value] of fields) sent.set(name, [...(sent.get(name) ?? []), value])
  for (const control of controls) {
    const values = sent.get(attribute(control, 'name') ?? '') ?? []
    if (isTick(control)) mark(control, 'checked', values.includes(attribute(control, 'value') ?? 'on'))
    else if (control.tagName === 'select') choose(control, values)
    else if (control.tagName !== 'button') enter(control, values.shift())
  }
}

const isTick = (control: Element): boolean =>
  control.tagName === 'input' && ['checkbox', 'radio'].includes(attribute(control, 'type') ?? '')

function choose(select: Element, values: string[]) {
  const options = elementsIn(select, 'option')
  const wanted = options.find((option) => values[0] === attribute(option, 'value'))
  if (!wanted) return
  for (const option of options) mark(option, 'selected', option === wanted)
}

/** What the browser did not send stays as the page has it. */
function enter(control: Element, value: string | undefined) {
  if (value === undefined) return
  if (control.tagName === 'input') return setAttribute(control, 'value', value)
  for (const child of [...control.childNodes]) tree.detachNode(child)
  tree.insertText(control, value)
}

/** Parsers swallow a first line break inside a textarea. */
function keepFirstLine(area: Element) {
  const text = area.childNodes.filter(tree.isTextNode).map(({ value }) => value)
  enter(area, `\n${text.join('')}`)
}

function append(parent: Parent, markup: string) {
  for (const child of [...parseFragment(markup).childNodes]) {
    tree.detachNode(child)
    tree.appendChild(parent, child)
  }
}

/** Under the heading and the sentence that goes with it. */
function insertBelowHeading(document: Parent, markup: string) {
  const heading = elementsIn(document, 'h1')[0]
  const parent = heading?.parentNode
  if (!heading || !parent) return
  const after = parent.childNodes.slice(parent.childNodes.indexOf(heading) + 1)
  const next = after.find(tree.isElementNode)
  const isLead = next && attribute(next, 'class') === 'lead'
  const place = isLead ? after[after.indexOf(next) + 1] : after[0]
  for (const child of [...parseFragment(markup).childNodes]) {
    tree.detachNode(child)
    if (place) tree.insertBefore(parent, child, place)
    else tree.appendChild(parent, child)
  }
}

/** In the order of the page; all when no name is given. */
function elementsIn(parent: Parent, ...names: string[]): Element[] {
  return parent.childNodes.filter(tree.isElementNode).flatMap((child) => {
    const inside = elementsIn(child, ...names)
    return names.length === 0 || names.includes(child.tagName) ? [child, ...inside] : inside
  })
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

function setAttribute(element: Element, name: string, value: string) {
  const present = element.attrs.find((one) => one.name === name)
  if (present) present.value = value
  else element.attrs.push({ name, value })
}

function mark(element: Element, name: string, on: boolean) {
  element.attrs = element.attrs.filter((one) => one.name !== name)
  if (on) element.attrs.push({ name, value: '' })
}
