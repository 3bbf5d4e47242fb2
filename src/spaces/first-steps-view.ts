import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { icon, layout, lead, linkButton, spaceMark } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { BusinessLimit } from './business-limit.ts'
import { emailHint } from './email-view.ts'
import type { ClosedSpace } from './listing.ts'
import { closedSpaces, noticeOf } from './manage-view.ts'

/** Nobody needs to know what a space is before having one: the two kinds, side by side. */
export function firstStepsView(
  view: View,
  { actor, limit, closed }: { actor: Actor; limit: BusinessLimit; closed: ClosedSpace[] },
): Html {
  const { t } = view
  const words = t.spaces.first
  const title = words.title(actor.givenName || actor.familyName)
  const main = html`<p class="eyebrow">${words.eyebrow}</p>
    <h1>${title}</h1>
    ${lead(words.lead)}
    ${noticeOf(view, limit)} ${emailHint(view, actor)}
    <div class="grid kinds">
      ${kind(view, 'private', { ...words.private, href: paths.newPrivateSpace(), label: t.spaces.manage.createPrivate, minutes: 4 })}
      ${kind(view, 'business', {
        ...words.business,
        howMany: words.business.howMany(limit.allowed),
        ...{ href: paths.newBusinessSpace(), label: t.spaces.manage.createBusiness, minutes: 5 },
      })}
    </div>
    <p class="after"><a href="${paths.help('spaces')}">${words.more}</a></p>
    ${closedSpaces(view, closed)}`
  return layout(view, { title: t.spaces.manage.title, main })
}

type KindOfSpace = {
  title: string
  text: string
  does: string
  keeps: string
  howMany: string
  href: string
  label: string
  minutes: number
}

function kind({ t }: View, name: 'private' | 'business', given: KindOfSpace): Html {
  const points = [given.does, given.keeps, given.howMany]
  return html`<section class="panel kind-card" data-color="${name === 'private' ? 'accent' : 'business'}">
    <div class="kind-head">${spaceMark(name)}<div><h2>${given.title}</h2><p class="muted">${given.text}</p></div></div>
    <ul class="ticks">${points.map((point) => html`<li>${icon('tick')}<span>${point}</span></li>`)}</ul>
    <div class="kind-action">${linkButton(given.href, given.label, { large: true })}<p class="muted">${t.spaces.first.time(given.minutes)}</p></div>
  </section>`
}
