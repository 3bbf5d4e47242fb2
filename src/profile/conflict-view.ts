import { html } from 'hono/html'
import { displayValue } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  choiceField,
  errorSummary,
  formatDate,
  layout,
  lead,
  linkButton,
  panel,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { choiceName, type Disagreement, formEntries } from './conflict.ts'
import { type Draft, dataPage } from './entry.ts'
import type { Profile } from './profile.ts'
import { titleOf } from './views.ts'

export type Conflict = {
  /** What the person typed; carried along unseen. */
  draft: Draft
  current: Profile
  /** The version the form was opened with. */
  base: number
  disagreements: Disagreement[]
  /** The choices were sent, some are missing. */
  incomplete: boolean
}

/** Two people saved at once: both versions of each differing field, side by side; nothing is lost. */
export function conflictView(view: View, space: CurrentSpace, given: Conflict): Html {
  const { t } = view
  const { current, draft, disagreements, incomplete } = given
  const words = t.profile.conflict
  const own = current.changedBy === view.actor?.personId
  const open = incomplete ? disagreements.filter(({ chosen }) => chosen === null) : []
  const problems = open.map(({ field }) => ({
    name: choiceName(field),
    message: words.choose(field.label[view.lang]),
  }))
  const hidden = [
    ...formEntries(dataPage(space.kind), draft.answers),
    ['version', String(current.version)],
    ['base', String(given.base)],
    ['resolving', 'yes'],
  ]
  const when = formatDate(view, current.changedAt, true)
  const main = html`${breadcrumbs(view, [{ href: paths.profile(space.code), label: titleOf(view, space) }])}
    ${errorSummary(view, problems)}<h1>${words.title}</h1>
    ${lead(own ? words.leadSelf(when) : words.lead(current.changedByName, when))}<p>${words.preset}</p>
    <form method="post" action="${paths.profileEdit(space.code)}" class="data-form" novalidate>
      ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      ${disagreements.map((one) => choice(view, one, { own, by: current.changedByName, incomplete }))}
      ${actions(button(words.save), linkButton(paths.profile(space.code), words.discard, { variant: 'tertiary' }))}
    </form>`
  return layout(view, {
    title: words.title,
    main,
    width: 'narrow',
    tab: 'profile',
    hasErrors: problems.length > 0,
  })
}

function choice(
  view: View,
  { field, mine, theirs, chosen }: Disagreement,
  { own, by, incomplete }: { own: boolean; by: string; incomplete: boolean },
): Html {
  const words = view.t.profile.conflict
  const label = field.label[view.lang]
  const shown = (value: typeof mine) => displayValue(view, field, value) || words.empty
  return panel(
    html`<div class="versions">${choiceField(view, {
      kind: 'one',
      name: choiceName(field),
      label,
      required: true,
      values: chosen ? [chosen] : [],
      choices: [
        { value: 'mine', label: shown(mine), hint: words.mine },
        { value: 'theirs', label: shown(theirs), hint: own ? words.theirsSelf : words.theirs(by) },
      ],
      ...(incomplete && chosen === null ? { error: words.choose(label) } : {}),
    })}</div>`,
  )
}
