import { html } from 'hono/html'
import { displayValue } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Profile } from '../profile/profile.ts'
import { type CurrentSpace, mayAct } from '../scopes.ts'
import { actions, button, checkField, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { choiceName } from './choice.ts'
import type { Compared } from './comparison.ts'
import type { Held } from './held.ts'
import { openQuestions, seenOf } from './take-over.ts'

/** Differences with “take over”; what agrees is vouched for along with them. */
export function comparison(
  view: View,
  { space, profile }: { space: CurrentSpace; profile: Profile | null },
  held: Held,
): Html {
  const words = view.t.sources.compare
  if (!profile || !mayAct(space.role, 'manager')) return html``
  const open = openQuestions(space.kind, held, profile)
  const title = space.kind === 'private' ? words.title : words.companyTitle
  if (open.length === 0) return panel(html`<p>${words.all}</p>`, { title })
  const differing = open.filter(({ state }) => state !== 'same')
  const agreeing = open.length - differing.length
  return panel(
    html`<form method="post" action="${paths.sourcesTakeOver(space.code)}">
      <input type="hidden" name="seen" value="${seenOf(held)}">
      ${differing.length > 0 ? html`<p>${words.text}</p>` : ''}
      ${agreeing > 0 ? html`<p class="muted">${words.agreeing(agreeing)}</p>` : ''}
      ${differing.map((one) => difference(view, one, held))}
      ${actions(button(differing.length > 0 ? words.take : words.verify))}
    </form>`,
    { title },
  )
}

function difference(view: View, { field, held: value, own, state }: Compared, held: Held): Html {
  const words = view.t.sources.compare
  return checkField(view, {
    name: choiceName(field),
    label: `${field.label[view.lang]}: ${displayValue(view, field, value, held.answers)}`,
    hint: state === 'differs' ? words.differs(displayValue(view, field, own)) : words.missing,
    checked: false,
  })
}
