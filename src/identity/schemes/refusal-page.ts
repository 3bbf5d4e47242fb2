import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import type { Config } from '../../config.ts'
import { type Language, messages } from '../../i18n/index.ts'
import { paths } from '../../paths.ts'
import type { Html } from '../../platform/http.ts'
import { formatDate } from '../../ui/dates.ts'
import { logo } from '../../ui/logo.ts'
import type { Refusal } from '../presented.ts'

/**
 * The page carries its style sheet along: on this origin every further connection would make some
 * browsers ask for a certificate again.
 */
const css = readFileSync(new URL('refusal.css', import.meta.url))
const styles = `data:text/css;base64,${css.toString('base64')}`

export const refusalPolicy =
  "default-src 'none'; style-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export type Problem = Refusal | 'over' | 'too_many' | 'unavailable'

type Given = {
  lang: Language
  problem: Problem
  /** The same sign-in once more, over a new connection; null when it cannot go on. */
  again: string | null
  back: string | null
  certificate: { validFrom: Date; validTo: Date } | null
  revokedSince?: Date | null
}

/** What happened, what to do, the way back, and another certificate. */
export function refusalPage(config: Config, given: Given): Html {
  const { lang, problem, again, back } = given
  const { identity, recovery, shell } = messages(lang)
  const t = identity.refusal
  const portal = (path: string) => `${config.BASE_URL}${path}`
  const { title, todo } = t[problem]
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${title} – ${config.PORTAL_NAME}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styles}">
</head>
<body>
<header>${config.DEMO === 'on' ? html`<p class="demo"><strong>${shell.demo}</strong> ${shell.demoText}</p>` : ''}
<a href="${portal(paths.start())}">${logo({ ...config, AUTHORITY_LOGO: '' })}<span>${config.PORTAL_NAME}</span></a></header>
<main>
<h1>${title}</h1>
<p class="lead">${explanation(given)}</p>
<section>
<h2>${t.whatToDo}</h2>
<ul>${todo.map((step) => html`<li>${step}</li>`)}</ul>
<p class="actions">${again ? html`<a href="${again}">${chosen(problem) ? t.again : t.tryAgain}</a>` : ''}
${otherWays(config, given)}
<a href="${portal(paths.signIn(back ?? undefined))}">${t.back}</a>
<a href="${portal(paths.help('certificates'))}">${t.help}</a>
${outages.includes(problem) ? '' : html`<a href="${portal(paths.recovery())}">${recovery.lost}</a>`}</p>
</section>
${again && !outages.includes(problem) ? html`<div class="aside"><h2>${t.remembers}</h2><p>${t.remembersText}</p></div>` : ''}
</main>
</body>
</html>`
}

/** Whether a certificate was the problem, so that another one may help. */
const chosen = (problem: Problem) => problem !== 'missing' && !outages.includes(problem)
const outages: Problem[] = ['unavailable', 'revocation_unanswered']
/** Only its issuer could mend the certificate, if anybody. */
const helpless: Problem[] = ['revoked', 'revocation_unknown', 'weak', 'issuer_invalid', 'faulty']

/** Where this certificate cannot help, the ways that need none are one step away. */
function otherWays({ BASE_URL, connections }: Config, { lang, problem, back }: Given): Html[] {
  if (!helpless.includes(problem) && !outages.includes(problem)) return []
  const { oidcAction } = messages(lang).identity.signIn
  return connections.providers
    .filter(({ scheme }) => scheme !== 'tls')
    .map(
      ({ id, name }) =>
        html`<a href="${BASE_URL}${paths.signInStart(id, back ?? undefined)}">${oidcAction(name)}</a>`,
    )
}

function explanation({ lang, problem, certificate, revokedSince }: Given): string {
  const t = messages(lang).identity.refusal
  const date = (day: Date | undefined) => (day ? formatDate({ lang }, day) : '–')
  if (problem === 'expired') return t.expired.text(date(certificate?.validTo))
  if (problem === 'not_yet_valid') return t.not_yet_valid.text(date(certificate?.validFrom))
  if (problem === 'revoked') return t.revoked.text(date(revokedSince ?? undefined))
  return t[problem].text
}
