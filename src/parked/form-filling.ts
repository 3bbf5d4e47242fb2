import { html } from 'hono/html'
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'
import type { Fields } from './parked-post.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element
/** What of the page's text is replaced by what. */
type Edit = { from: number; to: number; by: string }

export type Filling =
  | { outcome: 'filled'; body: string }
  /** The form asks more once it is sent: it has to come from there. */
  | { outcome: 'shaped' }
  /** The page has no such form, or one without room for all that was typed. */
  | { outcome: 'unfit' }

/** Of the place where the form begins that was filled, for a link to it. */
export const restoredId = 'restored'

/** HTML of our own, put under the page's heading and into its form. */
type More = { told: string; hidden: string }

/**
 * The page with what was typed in the form that is sent to `path`, as if it had never been left. Reads HTML as
 * browsers do; what was typed becomes values, never markup; all else stays as it is.
 */
export function fillForm(page: string, path: string, fields: Fields, more: More): Filling {
  const document = read(page)
  const form = elementsIn(document, 'form').find((one) => isSentTo(one, path))
  if (!form) return { outcome: 'unfit' }
  const controls = controlsOf(form)
  const known = new Set(controls.map((control) => attribute(control, 'name')))
  const homeless = fields.some(([name, value]) => value !== '' && !known.has(name))
  if (homeless) return { outcome: isShaped(form) ? 'shaped' : 'unfit' }
  const edits = [
    retag(form, { 'data-restored': '' }),
    afterStart(form, `<span id="${restoredId}" tabindex="-1"></span>`),
    ...fill(controls, fields),
    ...unfold(document, form),
    before(form, more.hidden),
    ...belowHeading(document, more.told),
  ]
  return { outcome: 'filled', body: edited(page, edits) }
}

/** A form that is folded away would hide what is back in it. */
const unfold = (document: Parent, form: Element): Edit[] =>
  elementsIn(document, 'details')
    .filter((one) => elementsIn(one, 'form').includes(form))
    .map((one) => retag(one, { open: '' }))

/** The page with something said under its heading. */
export const tellBelowHeading = (page: string, told: string): string =>
  edited(page, belowHeading(read(page), told))

/** What stands in <noscript> are buttons like others. */
const read = (page: string) => parse(page, { scriptingEnabled: false, sourceCodeLocationInfo: true })

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

function fill(controls: Element[], fields: Fields): Edit[] {
  const sent = Map.groupBy(fields, ([name]) => name)
  return controls.flatMap((control) => {
    const left = sent.get(attribute(control, 'name') ?? '') ?? []
    if (isTick(control)) return retag(control, { checked: mark(isAmong(left, attribute(control, 'value'))) })
    if (control.tagName === 'select') return choose(control, left[0]?.[1])
    return control.tagName === 'button' ? [] : enter(control, left.shift()?.[1])
  })
}

const isTick = (control: Element): boolean =>
  control.tagName === 'input' && ['checkbox', 'radio'].includes(attribute(control, 'type') ?? '')

const isAmong = (sent: Fields, value = 'on') => sent.some(([, one]) => one === value)
const mark = (on: boolean) => (on ? '' : undefined)

function choose(select: Element, value: string | undefined): Edit[] {
  const options = elementsIn(select, 'option')
  const wanted = options.find((option) => value !== undefined && attribute(option, 'value') === value)
  return wanted ? options.map((option) => retag(option, { selected: mark(option === wanted) })) : []
}

/** What the browser did not send stays as the page has it. */
function enter(control: Element, value: string | undefined): Edit[] {
  if (value === undefined) return []
  if (control.tagName === 'input') return [retag(control, { value })]
  const { startTag, endTag } = placeOf(control)
  // Parsers swallow a first line break inside a textarea.
  return [{ from: startTag.endOffset, to: endTag.startOffset, by: `\n${escaped(value)}` }]
}

/** Under the heading and the sentence that goes with it. */
function belowHeading(document: Parent, told: string): Edit[] {
  const heading = elementsIn(document, 'h1')[0]
  const siblings = heading?.parentNode?.childNodes.filter(tree.isElementNode) ?? []
  if (!heading) return []
  const next = siblings[siblings.indexOf(heading) + 1]
  const last = next && attribute(next, 'class') === 'lead' ? next : heading
  const { endOffset } = placeOf(last).endTag
  return [{ from: endOffset, to: endOffset, by: told }]
}

function afterStart(parent: Element, markup: string): Edit {
  const { endOffset } = placeOf(parent).startTag
  return { from: endOffset, to: endOffset, by: markup }
}

function before(parent: Element, markup: string): Edit {
  const { startOffset } = placeOf(parent).endTag
  return { from: startOffset, to: startOffset, by: markup }
}

/** The start tag with some attributes changed, or gone where `undefined`. */
function retag(element: Element, changes: Record<string, string | undefined>): Edit {
  const kept = element.attrs.filter(({ name }) => !Object.hasOwn(changes, name))
  const changed = Object.entries(changes).map(([name, value]) => ({ name, value }))
  const attributes = [...kept, ...changed].flatMap(({ name, value }) => {
    if (value === undefined) return []
    return value === '' && name !== 'value' ? ` ${name}` : ` ${name}="${escaped(value)}"`
  })
  const { startOffset, endOffset } = placeOf(element).startTag
  return { from: startOffset, to: endOffset, by: `<${element.tagName}${attributes.join('')}>` }
}

const escaped = (text: string): string => String(html`${text}`)

/** Our own pages close what they open. */
function placeOf({ sourceCodeLocation, tagName }: Element) {
  const startTag = sourceCodeLocation?.startTag
  if (!sourceCodeLocation || !startTag) throw new Error(`a page without <${tagName}> in its text`)
  return { startTag, endTag: sourceCodeLocation.endTag ?? sourceCodeLocation }
}

function edited(page: string, edits: Edit[]): string {
  let [text, at] = ['', 0]
  for (const { from, to, by } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    text += page.slice(at, from) + by
    at = to
  }
  return text + page.slice(at)
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
