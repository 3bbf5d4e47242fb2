/** As much of a browser as filling forms takes: cookies, redirects, and the values a form comes with. */
export type Page = { url: string; status: number; html: string }
export type Browser = {
  open(url: string): Promise<Page>
  /** Sends the form of the page whose action matches, with these fields changed and these files chosen. */
  send(page: Page, action: RegExp, fields: Fields, files?: Files): Promise<Page>
}
type Fields = Record<string, string>
type Files = Record<string, File>

export function openBrowser(language: string): Browser {
  const cookies = new Map<string, string>()

  async function request(url: string, form?: URLSearchParams | FormData): Promise<Page> {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin: new URL(url).origin }),
      },
      ...(form && { body: form }),
    })
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    const location = response.headers.get('location')
    if (location && response.status < 400) return request(new URL(location, url).href)
    return { url, status: response.status, html: await response.text() }
  }

  return {
    open: (url) => request(url),
    send(page, action, fields, files) {
      const form = formsOf(page).find((one) => action.test(one.action))
      if (!form) throw new Error(`${page.url} (${page.status}) has no form for ${action}`)
      const values = { ...form.values, ...fields }
      return request(form.action, files ? withFiles(values, files) : new URLSearchParams(values))
    },
  }
}

function withFiles(values: Fields, files: Files): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) if (!files[name]) form.append(name, value)
  for (const [name, file] of Object.entries(files)) form.append(name, file)
  return form
}

/** By name alone: the demo is one host, and cookies cross its ports. */
function keep(cookies: Map<string, string>, cookie: string) {
  const [pair = '', ...attributes] = cookie.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  const over = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one))
  if (over) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

function formsOf({ url, html }: Page): { action: string; values: Fields }[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => ({
    action: new URL(attribute(attributes, 'action') ?? '', url).href,
    values: valuesOf(inside),
  }))
}

function valuesOf(form: string): Fields {
  const values: Fields = {}
  for (const [, tag = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(tag, 'name')
    const picked = !/^(radio|checkbox)$/.test(attribute(tag, 'type') ?? '') || /\schecked/.test(tag)
    if (name && picked) values[name] = attribute(tag, 'value') ?? ''
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    values[attribute(tag, 'name') ?? ''] = plainText(inside)
  for (const [, tag = '', inside = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option([^>]*\sselected[^>]*)>/.exec(inside)?.[1] ?? ''
    values[attribute(tag, 'name') ?? ''] = attribute(chosen, 'value') ?? ''
  }
  return values
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plainText(value)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plainText = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '')
