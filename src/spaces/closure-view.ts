import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { actions, breadcrumbs, button, layout, lead, linkButton, notice, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type Contents, isEmptySpace } from './closure.ts'

/** Asks before a space is closed, and says what that means; with something in it, why it cannot be. */
export function closureView(view: View, space: CurrentSpace, contents: Contents): Html {
  const { t } = view
  const words = t.spaces.closure
  const data = space.kind === 'private' ? t.shell.myData : t.shell.companyData
  const main = html`${breadcrumbs(view, [{ href: paths.profile(space.code), label: data }])}
    <h1>${words.title}</h1>
    ${isEmptySpace(contents) ? question(view, space) : refusal(view, space, contents)}`
  return layout(view, { title: words.title, main, width: 'narrow', tab: 'profile' })
}

function refusal({ t }: View, { code }: CurrentSpace, { dossiers, documents }: Contents): Html {
  const words = t.spaces.closure
  if (dossiers === 0)
    return html`${notice('warning', words.documentsLeft(documents), words.notEmptyTitle)}
      ${actions(linkButton(paths.documents(code), words.toDocuments))}`
  return html`${notice('warning', words.notEmpty(dossiers), words.notEmptyTitle)}
    ${actions(linkButton(paths.dossiers(code), words.toDossiers))}`
}

function question({ t }: View, space: CurrentSpace): Html {
  const words = t.spaces.closure
  return html`${lead(words.ask(space.title))}
    ${panel(html`<ul><li>${words.noEntry}</li><li>${words.frees}</li><li>${words.undo}</li></ul>
      <form method="post" action="${paths.closure(space.code)}">
        ${actions(button(words.confirm, { danger: true }), linkButton(paths.profile(space.code), words.keep, { variant: 'secondary' }))}
      </form>`)}`
}
