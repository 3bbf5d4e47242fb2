import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { formatTime } from './dates.ts'
import type { View } from './view.ts'

/** Seconds before the end; half of a short session. */
const longestAhead = 180

/**
 * What the browser needs to warn before the session ends; the texts wait here, in the page's language.
 * `{time}` is filled in by the script.
 */
export function sessionWarning(view: View): Html {
  const { t, actor, url } = view
  if (!actor) return html``
  const ends = actor.sessionEndsAt
  const ahead = Math.min(longestAhead, view.config.SESSION_IDLE_MINUTES * 30)
  return html`<dialog class="session" id="session-warning" data-session-ends="${ends.toISOString()}" data-now="${new Date().toISOString()}" data-ahead="${ahead}" data-session="${paths.session()}" data-extended="${t.shell.sessionExtended}" data-over="${t.shell.sessionOver}" data-over-text="${t.shell.sessionOverText}" data-final="${t.shell.sessionEndingFinal}" data-text="${t.shell.sessionEndingText('{time}')}" aria-labelledby="session-title" aria-describedby="session-text">
  <h2 id="session-title" tabindex="-1">${t.shell.sessionEnding}</h2>
  <p id="session-text">${t.shell.sessionEndingText(formatTime(view, ends))}</p>
  <div class="actions">
    <button class="ds-button" type="button" data-session-stay>${t.shell.staySignedIn}</button>
    <a class="ds-button" href="${paths.signIn(url)}" data-session-again hidden>${t.shell.signInAgain}</a>
    <button class="ds-button" type="button" data-variant="secondary" data-session-close>${t.shell.close}</button>
  </div>
</dialog>`
}
