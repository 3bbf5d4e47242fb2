import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  copyable,
  facts,
  formatDate,
  formatTime,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  rows,
  tag,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { CertificateRequest } from './attach.ts'
import { fullName } from './presented.ts'
import type { OwnRecovery } from './recovery-objection.ts'
import type { LastKey, OwnCertificate } from './registered.ts'

type Given = {
  actor: Actor
  certificates: OwnCertificate[]
  lastKeys: LastKey[]
  requests: CertificateRequest[]
  /** That a new certificate may open this account, since all are said to be lost. */
  recoveries: OwnRecovery[]
  /** Where sign-in was on its way to, when it stopped here to tell something. */
  back?: string | null
  codeTooMany?: boolean
}

/** “My certificates”: what opens the person's spaces, and how another one is added. */
export function certificatesView(view: View, given: Given): Html {
  const words = view.t.certificates
  const { certificates, requests, recoveries, back, codeTooMany } = given
  const main = html`<h1>${words.title}</h1>
    ${lead(words.lead)}
    ${told(view)} ${codeTooMany ? notice('warning', words.codeTooMany) : ''}
    ${recoveries.length ? notice('danger', html`${view.t.recovery.hint} <a href="${paths.ownRecoveries(paths.certificates())}">${view.t.recovery.hintLink}</a>`) : ''}
    ${back ? actions(linkButton(back, words.continue)) : ''}
    ${certificates.map((one) => certificatePanel(view, one, given))}
    ${requests.length ? requestsPanel(view, requests) : ''}
    ${addPanel(view)}
    ${panel(
      html`<p>${words.codeText}</p>
        <form method="post" action="${paths.activationCode()}">
          ${actions(button(words.codeShow, { variant: 'secondary' }))}
        </form>`,
      { title: words.code },
    )}`
  return layout(view, { title: words.title, main, width: 'narrow' })
}

const colors = {
  registered: 'success',
  known: 'info',
  refused: 'warning',
  too_many: 'warning',
  removed: 'success',
  renewed: 'info',
} as const

function told({ t, notice: key }: View): Html {
  const { notices } = t.certificates
  if (!key || !isTold(key)) return html``
  const helpdesk = html`<a class="ds-link" href="${paths.contact()}">${t.identity.registration.helpdesk}</a>`
  const sessions = html`<a class="ds-link" href="${paths.sessions()}">${t.account.sessions.title}</a>`
  const asks = key === 'refused' || key === 'renewed'
  const changes = key === 'registered' || key === 'removed'
  return notice(colors[key], html`${notices[key]} ${asks ? helpdesk : ''}${changes ? sessions : ''}`)
}

const isTold = (key: string): key is keyof typeof colors => Object.hasOwn(colors, key)

function certificatePanel(view: View, one: OwnCertificate, given: Given): Html {
  const words = view.t.certificates
  const { actor, certificates, lastKeys } = given
  const opens = lastKeys.filter(({ certificateId }) => certificateId === one.id)
  const states = html`${one.id === actor.certificate.id ? tag(words.inUse, 'success') : ''}
    ${hasExpired(one) ? tag(words.expired, 'warning') : ''}`
  return html`<section class="panel">
    <h2>${words.kinds[one.kind]} ${states}</h2>
    ${opens.length > 0 ? lastKeyNotice(view, opens) : ''}
    ${certificateFacts(view, one)}
    ${
      certificates.length > 1
        ? actions(
            html`<a class="ds-link" href="${paths.certificateRemoval(one.id)}">${words.remove}<span class="sr-only">: ${words.kinds[one.kind]}, ${one.serialNumber}</span></a>`,
          )
        : ''
    }
  </section>`
}

/** Which spaces would be lost with it, and where a second administrator is appointed. */
const lastKeyNotice = ({ t }: View, opens: LastKey[]): Html =>
  notice(
    'warning',
    html`<p>${t.certificates.lastKey.text}</p>
      <ul>${opens.map(({ code, title }) => html`<li><a class="ds-link" href="${paths.members(code)}">${title}</a> <span class="code">${code}</span></li>`)}</ul>
      <p>${t.certificates.lastKey.how}</p>`,
    t.certificates.lastKey.title(opens.length),
  )

const hasExpired = ({ validTo }: OwnCertificate) => validTo !== null && validTo < new Date()

export function certificateFacts(view: View, one: OwnCertificate): Html {
  const words = view.t.certificates
  const date = (day: Date) => formatDate(view, day)
  const { organizationName, organizationIdentifier, validFrom, validTo } = one
  return facts([
    { term: words.holder, value: fullName(one) },
    ...(organizationName ? [{ term: words.organization, value: organizationName }] : []),
    ...(organizationIdentifier
      ? [{ term: words.organizationIdentifier, value: organizationIdentifier }]
      : []),
    {
      term: words.serialNumber,
      value: html`${copyable(view, one.serialNumber)} <p class="muted">${words.serialNumberHint}</p>`,
    },
    { term: words.provider, value: providerName(view, one.provider) },
    ...(validTo
      ? [
          {
            term: words.validity,
            value: validFrom
              ? words.validBetween(date(validFrom), date(validTo))
              : words.validUntil(date(validTo)),
          },
        ]
      : []),
    { term: words.registered, value: date(one.registeredAt) },
    { term: words.lastUsed, value: formatDate(view, one.lastUsedAt, true) },
  ])
}

export function providerName({ config }: View, id: string): string {
  const { providers } = config.connections
  const own = providers.find((one) => one.id === id)
  const other = providers.find((one) => one.scheme !== 'tls' && one.certificateProvider === id)
  return (own ?? other)?.name ?? id
}

function requestsPanel(view: View, requests: CertificateRequest[]): Html {
  const words = view.t.certificates
  const items = requests.map((one) => ({
    title: `${words.kinds[one.kind]}: ${fullName(one)}`,
    about: html`${one.organizationName ? `${one.organizationName} · ` : ''}<span class="code">${one.serialNumber}</span>
      · ${one.answer === null ? words.waitingSince(formatDate(view, one.createdAt)) : words.notRegistered(one.answer)}`,
  }))
  return panel(
    html`<p>${words.waitingText}
        <a class="ds-link" href="${paths.contact()}">${view.t.identity.registration.helpdesk}</a></p>
      ${rows(items)}`,
    { title: words.waiting },
  )
}

function addPanel(view: View): Html {
  const words = view.t.certificates
  return panel(
    html`<p>${words.addText}</p>
      ${actions(...waysToPresent(view, paths.attachStart))}
      <p class="muted after">${words.remembers}</p>`,
    { title: words.add, id: 'add' },
  )
}

/** One link for each scheme: the content security policy lets forms go nowhere but here. */
export function waysToPresent(view: View, start: (provider: string) => string): Html[] {
  const words = view.t.certificates
  return view.config.connections.providers.map(({ id, name, scheme }) =>
    linkButton(start(id), words.addWith(scheme === 'tls' ? words.addCertificate : name), {
      variant: 'secondary',
    }),
  )
}

/** Asks before a certificate goes; says what to do where it must stay. */
export function removalView(
  view: View,
  one: OwnCertificate,
  { inUse, last, opens }: { inUse: boolean; last: boolean; opens: LastKey[] },
) {
  const { title, removal } = view.t.certificates
  const stays = last || opens.length > 0
  const heading = last ? removal.lastTitle : stays ? removal.lastKeyTitle : removal.title
  const question = html`<p>${removal.again}</p>
    ${inUse ? notice('warning', removal.inUse) : ''}
    <form method="post" action="${paths.certificateRemoval(one.id)}">
      ${actions(
        button(removal.confirm, { danger: true }),
        linkButton(paths.certificates(), removal.cancel, { variant: 'secondary' }),
      )}
    </form>`
  const main = html`${breadcrumbs(view, [{ href: paths.certificates(), label: title }])}
    <h1>${heading}</h1>
    ${lead(last ? removal.last : stays ? removal.lastKey : removal.lead)}
    ${!last && stays ? lastKeyNotice(view, opens) : ''}
    ${panel(certificateFacts(view, one), { title: view.t.certificates.kinds[one.kind] })}
    ${stays ? actions(linkButton(paths.certificates(), view.t.certificates.back)) : question}`
  return layout(view, { title: heading, main, width: 'narrow' })
}

export function codeView(view: View, code: string, until: Date): Html {
  const words = view.t.certificates
  const main = html`${breadcrumbs(view, [{ href: paths.certificates(), label: words.title }])}
    <h1>${words.codeTitle}</h1>
    ${lead(words.codeLead(formatTime(view, until)))}
    ${panel(html`<p>${copyable(view, code)}</p>
      <ol>${words.codeSteps.map((step) => html`<li>${step}</li>`)}</ol>
      <p class="muted after">${words.codeSecret}</p>`)}
    ${actions(linkButton(paths.certificates(), words.back, { variant: 'secondary' }))}`
  return layout(view, { title: words.codeTitle, main, width: 'narrow' })
}
