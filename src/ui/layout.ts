import { html, raw } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { assetUrl } from './assets.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import { ribbon, type SpaceTab } from './ribbon.ts'
import { sessionWarning } from './session-warning.ts'
import { enterButton, markTypedForm, type TypedForm } from './typed-form.ts'
import type { View } from './view.ts'

export type { SpaceTab } from './ribbon.ts'

type Page = {
  title: string
  main: Html
  width?: 'narrow' | 'wide' | 'full'
  tab?: SpaceTab
  hasErrors?: boolean
  /** In place of the portal's own, for those who work here. */
  header?: (view: View, form: TypedForm | null) => Html
}

/** The page shell: head, header, the space's ribbon and tabs when `view.space` is set, main, footer. */
export async function layout(view: View, page: Page) {
  const { lang, t, space } = view
  const width = page.width ?? 'wide'
  const { main, form } = markTypedForm(String(await page.main), view.answering)
  const color = space?.kind === 'business' ? 'business' : 'accent'
  return html`<!doctype html>
<html lang="${lang}" data-color-scheme="auto">
<head>${head(view, page)}</head>
<body data-color="${color}">
<a class="ds-skip-link" href="#main">${t.shell.skip}</a>
${form ? enterButton(view, form) : ''}
${(page.header ?? header)(view, form)}
${ribbon(view, page.tab)}
<main id="main" tabindex="-1" class="${width === 'full' ? 'full' : `wrap ${width}`}${longWords(page.title)}">
${raw(main)}
</main>
${footer(view)}
${sessionWarning(view)}
<p class="sr-only" role="status" id="announcer"></p>
</body>
</html>`
}

/** A class for titles whose longest word is wider than a phone: few browsers know where to hyphenate Luxembourgish. */
function longWords(title: string): string {
  const longest = Math.max(...title.split(/[\s-]/).map(({ length }) => length))
  return longest > 21 ? ' longest-words' : longest > 16 ? ' long-words' : ''
}

function head({ config, t }: View, { title, hasErrors }: Page): Html {
  const start = title === config.PORTAL_NAME
  const words = `${hasErrors ? t.shell.errorPrefix : ''}${title}${start ? '' : ` – ${config.PORTAL_NAME}`}`
  return html`<meta charset="utf-8"><title>${words}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="preload" href="${assetUrl('fonts', 'inter-latin.woff2')}" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="stylesheet" href="${assetUrl('styles', 'portal.css')}">
<link rel="icon" href="${assetUrl('pictures', 'icon.svg')}" type="image/svg+xml">
<script type="module" src="${assetUrl('scripts', 'main.js')}"></script>
${htmxConfig}`
}

/** htmx without what a strict Content-Security-Policy refuses: no evaluated code, no inline styles. */
const htmxConfig = raw(
  `<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":"reload","noSwap":[204,304,403,404,429,"5xx"]}'>`,
)
