import { html } from 'hono/html'
import { displayValue } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { actions, breadcrumbs, formatDate, layout, lead, linkButton, panel, table } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Past } from './history.ts'
import { titleOf } from './views.ts'

/** Every change: who, when, and each field from what to what. */
export function historyView(
  view: View,
  space: CurrentSpace,
  { past, next, later }: { past: Past[]; next: number | null; later: boolean },
): Html {
  const { t } = view
  const words = t.profile.past
  const older =
    next === null
      ? ''
      : linkButton(paths.profileHistory(space.code, next), words.older, { variant: 'secondary' })
  const newest = later ? html`<a href="${paths.profileHistory(space.code)}">${words.newest}</a>` : ''
  const main = html`${breadcrumbs(view, [{ href: paths.profile(space.code), label: titleOf(view, space) }])}
    <h1>${words.title}</h1>${lead(words.lead)}
    ${past.map((one) => entry(view, one))}
    ${actions(older, newest)}`
  return layout(view, { title: words.title, main, tab: 'profile' })
}

function entry(view: View, { version, changedAt, changedByName, first, changes }: Past): Html {
  const words = view.t.profile.past
  const when = formatDate(view, changedAt, true)
  const what = first ? words.created : changes.length ? words.changed(changes.length) : words.unchanged
  const value = (text: string) => (text ? html`${text}` : html`<span class="muted">${words.empty}</span>`)
  const told = `${what} ${words.by(changedByName)}`
  const list = table({
    caption: told,
    head: [words.field, words.before, words.after],
    rows: changes.map(({ field, before, after }) => [
      field.label[view.lang],
      value(displayValue(view, field, before)),
      value(displayValue(view, field, after)),
    ]),
  })
  return panel(
    changes.length ? html`<div class="quiet-caption">${list}</div>` : html`<p class="muted">${told}</p>`,
    { title: when, id: `v${version}` },
  )
}
