import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { columns, layout, lead, linkButton, notice, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

type Provider = View['config']['connections']['providers'][number]

/** `unavailable` names the provider that did not answer. */
export type SignInProblem = { unavailable: string } | { notice: string }

const colors = { signed_out: 'success', cancelled: 'info', session_over: 'info', kept: 'info' } as const

export type SignInGiven = {
  back: string | null
  problem: SignInProblem | null
  /** The ids of the providers that do not answer at the moment. */
  silent: ReadonlySet<string>
}

/** Every way in, what it is, whether it is there, and what to do without a certificate. */
export function signInView(view: View, given: SignInGiven): Html {
  const { t, config } = view
  const { providers } = config.connections
  const words = t.identity.signIn
  const main = html`<h1>${words.title}</h1>
    ${lead(providers.length > 1 ? words.lead : words.leadOne)}
    ${given.problem ? problemNotice(view, given.problem) : ''}
    ${columns(
      html`${providers.map((provider) =>
        providerPanel(view, provider, {
          href: paths.signInStart(provider.id, given.back ?? undefined),
          silent: given.silent.has(provider.id),
        }),
      )}
        ${providers.length ? '' : notice('warning', words.none)}
        ${given.back ? html`<p class="muted">${words.protected}</p>` : ''}`,
      html`${hintPanel(view)}
        ${panel(html`<p>${words.firstTimeText}</p>`, { title: words.firstTime })}
        ${panel(
          html`<p>${words.noCertificateText}</p>
            <p><a class="ds-link" href="${paths.help('certificates')}">${words.noCertificateLink}</a></p>`,
          { title: words.noCertificate },
        )}
        ${panel(
          html`<p>${t.recovery.lostText}</p>
            <p><a class="ds-link" href="${paths.recovery()}">${t.recovery.lost}</a></p>`,
          { title: t.recovery.lostTitle },
        )}`,
    )}`
  return layout(view, { title: words.title, main })
}

function problemNotice({ t }: View, problem: SignInProblem): Html {
  const words = t.identity
  if ('unavailable' in problem)
    return notice('warning', words.unavailable.text, words.unavailable.title(problem.unavailable))
  const key = problem.notice
  if (!isNotice(words.notices, key)) return html``
  const color = Object.entries(colors).find(([name]) => name === key)?.[1] ?? 'warning'
  return notice(color, words.notices[key].text, words.notices[key].title)
}

const isNotice = <T extends object>(notices: T, key: PropertyKey): key is keyof T =>
  Object.hasOwn(notices, key)

const aboutScheme = { tls: 'tlsAbout', oidc: 'oidcAbout', saml: 'samlAbout' } as const

/** A link, not a form: the content security policy lets forms go nowhere but here. */
export function providerPanel(
  { t }: View,
  { name, scheme }: Provider,
  { href, action, silent }: { href: string; action?: string | undefined; silent: boolean },
): Html {
  const words = t.identity.signIn
  const tls = scheme === 'tls'
  return panel(
    html`<p>${words[aboutScheme[scheme]](name)}</p>
      ${silent ? notice('warning', words.silent) : ''}
      <div class="actions">${linkButton(href, action ?? (tls ? words.tlsAction : words.oidcAction(name)), {
        large: true,
      })}</div>`,
    { title: tls ? words.tls : name },
  )
}

function hintPanel({ t, lang, config }: View): Html {
  const hint = config.connections.hints.signIn?.[lang]
  return hint ? panel(html`<p>${hint}</p>`, { title: t.identity.signIn.hint }) : html``
}
