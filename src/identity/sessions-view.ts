import { html } from 'hono/html'
import { type Activity, activityPageSize } from '../audit/activity.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import {
  actions,
  button,
  emptyState,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { deviceName, deviceOf, type OwnSession } from './own-sessions.ts'

/** “My sessions”: where one is signed in, and how to end it. */
export function sessionsView(view: View, sessions: OwnSession[]): Html {
  const words = view.t.account.sessions
  const others = sessions.some(({ current }) => !current)
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${view.notice === 'ended' ? notice('success', words.ended) : ''}
    ${sessions.map((one) => sessionPanel(view, one))}
    ${
      others
        ? html`<form method="post" action="${paths.sessionsEnding()}">
            ${actions(button(words.endOthers, { danger: true }))}
          </form>`
        : html`<p class="muted">${words.onlyThis}</p>`
    }
    <p class="after"><a class="ds-link" href="${paths.activity()}">${view.t.account.activity.title}</a></p>`
  return layout(view, { title: words.title, main, width: 'narrow' })
}

function sessionPanel(view: View, one: OwnSession): Html {
  const words = view.t.account.sessions
  const { kinds } = view.t.certificates
  const device = deviceName(view.t, deviceOf(one.userAgent))
  return html`<section class="panel">
    <h2>${device} ${one.current ? tag(words.current, 'success') : ''}</h2>
    ${facts([
      {
        term: words.certificate,
        value: html`${kinds[one.kind]} <span class="code">${one.serialNumber}</span>`,
      },
      { term: words.assurance, value: view.t.identity.levels[one.assurance] },
      { term: words.begun, value: formatDate(view, one.createdAt, true) },
      { term: words.lastUsed, value: formatDate(view, one.lastSeenAt, true) },
    ])}
    ${
      one.current
        ? ''
        : html`<form method="post" action="${paths.sessionEnding(one.id)}">
            ${actions(
              html`<button class="ds-button" type="submit" data-variant="secondary">${words.end}<span class="sr-only">: ${device}, ${formatDate(view, one.lastSeenAt, true)}</span></button>`,
            )}
          </form>`
    }
  </section>`
}

/** “Activity”: what was done in the person's name, newest first. */
export function activityView(view: View, found: Activity[]): Html {
  const words = view.t.account.activity
  const shown = found.slice(0, activityPageSize)
  const last = found.length > activityPageSize ? shown.at(-1) : undefined
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${
      shown.length
        ? panel(
            html`<ul class="rows">${shown.map(
              ({
                at,
                act,
                object,
                reason,
              }) => html`<li><div class="grow"><span class="title">${words.acts[act]}</span>
              <p class="muted"><time datetime="${at.toISOString()}">${formatDate(view, at, true)}</time>${
                object ? html` · <span class="code">${object}</span>` : ''
              }</p>${reason ? html`<p class="muted">${words.because(reason)}</p>` : ''}</div></li>`,
            )}</ul>`,
          )
        : emptyState({ title: words.none, text: words.noneText })
    }
    ${last ? actions(linkButton(paths.activity(last.id), words.older, { variant: 'secondary' })) : ''}
    <p class="after muted">${words.notYou}
      <a class="ds-link" href="${paths.sessions()}">${view.t.account.sessions.title}</a> ·
      <a class="ds-link" href="${paths.contact()}">${view.t.identity.registration.helpdesk}</a></p>`
  return layout(view, { title: words.title, main, width: 'narrow' })
}
