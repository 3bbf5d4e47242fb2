import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { View } from './view.ts'

export function footer({ t, config }: View): Html {
  const links = [
    [paths.help(), t.shell.help],
    [paths.contact(), t.shell.contact],
    [paths.accessibility(), t.shell.accessibility],
    [paths.privacy(), t.shell.privacy],
    [paths.terms(), t.shell.terms],
    [paths.imprint(), t.shell.imprint],
  ] as const
  const by = config.AUTHORITY_NAME
  return html`<footer class="bottom"><div class="wrap">
  <p><strong>${config.PORTAL_NAME}</strong><br>${by ? t.shell.operatedBy(by) : t.shell.operatedByPublicService}</p>
  <nav aria-label="${t.shell.footer}"><ul>${links.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}</ul></nav>
</div></footer>`
}
