import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Agent } from '../scopes.ts'
import { button, layout } from '../ui/components.ts'
import { brand, demoBanner, languageList } from '../ui/header.ts'
import type { TypedForm } from '../ui/typed-form.ts'
import type { View } from '../ui/view.ts'

type Page = { title: string; main: Html; width?: 'narrow' | 'wide'; hasErrors?: boolean }

/** The helpdesk's own shell: none of the portal's navigation, so that nobody mistakes one for the other. */
export function helpdeskPage(view: View, agent: Agent | null, page: Page): Html {
  return layout(view, { width: 'wide', ...page, header: helpdeskHeader(agent) })
}

const helpdeskHeader = (agent: Agent | null) => (view: View, form: TypedForm | null) => {
  const words = view.t.helpdesk
  return html`${view.config.DEMO === 'on' ? demoBanner(view) : ''}
<header class="top helpdesk"><div class="wrap bar">
  ${brand(view)}
  <nav aria-label="${words.navigation}"><ul class="bar-links">${agent ? html`${place(view, paths.helpdesk(), words.queue)}${place(view, paths.newLookup(), words.lookUp)}` : html`<li><strong>${words.title}</strong></li>`}</ul></nav>
  <nav class="langs" aria-label="${view.t.shell.languages}">${languageList(view, form)}</nav>
  ${agent ? signOut(view, agent) : ''}
</div></header>`
}

function place({ url }: View, href: string, label: string): Html {
  const here = url.split('?')[0] === href
  return html`<li><a href="${href}"${here ? html` aria-current="page"` : ''}>${label}</a></li>`
}

const signOut = ({ t }: View, { name }: Agent): Html =>
  html`<form class="agent" method="post" action="${paths.helpdeskSignOut()}"><span class="muted">${t.helpdesk.signedInAs(name)}</span>
    ${button(t.shell.signOut, { variant: 'secondary' })}</form>`
