/** What a browser would post of the first form that goes to `action`: every control with its present value. */
export function formOf(html: string, action: string): Record<string, string[]> {
  const start = html.indexOf(`action="${action}"`)
  if (start < 0) throw new Error(`no form goes to ${action}`)
  const form = html.slice(start, html.indexOf('</form>', start)).replace(/<template[\s\S]*?<\/template>/g, '')
  const values: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    values[name] = [...(values[name] ?? []), value]
  }
  for (const [tag = ''] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    const choice = type === 'radio' || type === 'checkbox'
    if (name && (!choice || /\schecked\b/.test(tag)))
      add(name, attribute(tag, 'value') ?? (choice ? 'on' : ''))
  }
  for (const [, head = '', body = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(head, 'name') ?? '', unescaped(body.replace(/^\n/, '')))
  for (const [, head = '', body = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = [...body.matchAll(/<option\b([^>]*)>/g)].find(([, option = '']) =>
      /\sselected\b/.test(option),
    )
    add(attribute(head, 'name') ?? '', chosen ? (attribute(chosen[1] ?? '', 'value') ?? '') : '')
  }
  return values
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
