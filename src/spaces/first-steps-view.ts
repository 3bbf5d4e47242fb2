import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { icon, layout, lead, linkButton, spaceMark } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type BusinessLimit, limitReached } from './business-limit.ts'
import { emailHint } from './email-view.ts'
import type { ClosedSpace } from './listing.ts'
import { closedSpaces, limitText, noticeOf } from './manage-view.ts'
import type { Offer } from './offer.ts'
import { offersPanel } from './offer-view.ts'

/** Nobody needs to know what a space is before having one: the two kinds, side by side. */
export function firstStepsView(
  view: View,
  {
    actor,
    limit,
    closed,
    offers,
  }: { actor: Actor; limit: BusinessLimit; closed: ClosedSpace[]; offers: Offer[] },
): Html {
  const { t } = view
  const words = t.spaces.first
  const title = words.title(actor.givenName || actor.familyName)
  const main = html`<p class="eyebrow">${words.eyebrow}</p>
    <h1>${title}</h1>
    ${lead(words.lead)}
    ${noticeOf(view, limit)} ${emailHint(view, actor)}
    ${offersPanel(view, offers)}
    <div class="grid kinds">
      ${kind('private', {
        ...words.private,
        action: action(view, paths.newPrivateSpace(), t.spaces.manage.createPrivate, 4),
      })}
      ${kind('business', {
        ...words.business,
        howMany: limit.allowed > 0 ? words.business.howMany(limit.allowed) : null,
        action: limitReached(limit)
          ? limitText(view, limit)
          : action(view, paths.newBusinessSpace(), t.spaces.manage.createBusiness, 5),
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
  howMany: string | null
  action: Html
}

const action = ({ t }: View, href: string, label: string, minutes: number): Html =>
  html`${linkButton(href, label, { large: true })}<p class="muted">${t.spaces.first.time(minutes)}</p>`

function kind(name: 'private' | 'business', given: KindOfSpace): Html {
  const points = [given.does, given.keeps, given.howMany].filter((point) => point !== null)
  return html`<section class="panel kind-card" data-color="${name === 'private' ? 'accent' : 'business'}">
    <div class="kind-head">${spaceMark(name)}<div><h2>${given.title}</h2><p class="muted">${given.text}</p></div></div>
    <ul class="ticks">${points.map((point) => html`<li>${icon('tick')}<span>${point}</span></li>`)}</ul>
    <div class="kind-action">${given.action}</div>
  </section>`
}
