import { html } from 'hono/html'
import { asterisk } from '../forms/views.ts'
import { languages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import {
  actions,
  button,
  checkField,
  choiceField,
  errorSummary,
  facts,
  formatDate,
  layout,
  lead,
  linkButton,
  notice,
  ownPrivacyNotice,
  type Problem,
  panel,
  textField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { waysToPresent } from './certificates-view.ts'
import { fullName, type Presented } from './presented.ts'
import type { Typed } from './registration-form.ts'

/** Each language names itself: one finds one's own in a list one cannot read. */
const ownNames = { de: 'Deutsch', fr: 'Français', en: 'English', lb: 'Lëtzebuergesch' } as const

type Given = {
  presented: Presented
  typed: Typed
  problems: Problem[]
  refused?: string
  /** The activation code as typed. */
  code?: string
}

/** The first sign-in with a new certificate: who it is, how to write to them, and what comes next. */
export function registrationView(view: View, given: Given): Html {
  const words = view.t.identity.registration
  const { presented, problems, refused } = given
  const main = html`${errorSummary(view, problems)}
    <h1>${words.title}</h1>
    ${lead(words.lead)}
    ${view.notice === 'unknown_too' ? notice('warning', view.t.certificates.account.unknownToo) : ''}
    ${refused ? notice('danger', html`${refused} ${helpdesk(view)}`) : ''}
    ${certificatePanel(view, presented)}
    <p class="after"><a class="ds-link" href="#account">${view.t.certificates.account.title}</a></p>
    <form method="post" action="${paths.registration()}" novalidate>
      ${asterisk(view)}
      ${numberPanel(view, given)} ${contactPanel(view, given)} ${termsPanel(view, given)} ${nextPanel(view)}
      ${actions(button(words.submit))}
    </form>
    <p class="muted after">${words.time}</p>
    ${accountPanel(view, given)}
    <form method="post" action="${paths.signOut()}">
      ${actions(button(words.cancel, { variant: 'secondary' }), html`<span class="muted">${words.cancelText}</span>`)}
    </form>`
  return layout(view, { title: words.title, main, width: 'narrow', hasErrors: problems.length > 0 })
}

const helpdesk = ({ t }: View): Html =>
  html`<a class="ds-link" href="${paths.contact()}">${t.identity.registration.helpdesk}</a>`

function certificatePanel(view: View, presented: Presented): Html {
  const words = view.t.identity.registration
  const { organizationName, organizationIdentifier, validTo } = presented
  const rows = [
    { term: words.holder, value: fullName(presented) },
    { term: words.kind, value: words.kinds[presented.kind] },
    ...(organizationName ? [{ term: words.organization, value: organizationName }] : []),
    ...(organizationIdentifier
      ? [{ term: words.organizationIdentifier, value: organizationIdentifier }]
      : []),
    { term: words.serialNumber, value: html`<span class="code">${presented.serialNumber}</span>` },
    { term: words.provider, value: presented.providerName },
    ...(validTo ? [{ term: words.validTo, value: formatDate(view, new Date(validTo)) }] : []),
  ]
  return panel(html`${facts(rows)}<p class="muted after">${words.namesFixed}</p>`, {
    title: words.certificate,
  })
}

/** The other way to go on: this certificate becomes a further one of somebody who is known already. */
function accountPanel(view: View, { code = '', problems }: Given): Html {
  const words = view.t.certificates.account
  return panel(
    html`<p>${words.text}</p>
      <h3>${words.prove}</h3>
      <p>${words.proveText}</p>
      ${actions(...waysToPresent(view, paths.joinStart))}
      <form class="after" method="post" action="${paths.registrationAccount()}" novalidate>
        ${textField(view, {
          name: 'code',
          label: words.code,
          value: code,
          hint: words.codeHint,
          error: messageFor('code', problems),
          autocomplete: 'one-time-code',
          width: 'half',
        })}
        ${actions(button(words.submit, { variant: 'secondary' }))}
      </form>
      <h3>${view.t.recovery.lostAccount}</h3>
      <p>${view.t.recovery.lostAccountText}</p>
      ${actions(linkButton(paths.recovery(), view.t.recovery.lost, { variant: 'secondary' }))}`,
    { title: words.title, id: 'account' },
  )
}

function nextPanel({ t }: View): Html {
  const words = t.identity.registration
  return panel(html`<ol>${words.nextSteps.map((step) => html`<li>${step}</li>`)}</ol>`, { title: words.next })
}

function numberPanel(view: View, { presented, typed, problems }: Given): Html {
  const words = view.t.identity.registration
  if (presented.nationalNumber) {
    const from =
      presented.nationalNumberFrom === 'claim'
        ? words.fromClaim(presented.providerName)
        : words.fromCertificate
    return panel(html`<p>${words.numberConfirmed(from)}</p>`, { title: words.number })
  }
  const hint = view.config.connections.hints.nationalNumber?.[view.lang]
  return panel(
    html`<p>${words.numberWhy}</p>
      ${hint ? html`<p class="muted">${hint}</p>` : ''}
      ${textField(view, {
        name: 'number',
        label: words.numberLabel,
        value: typed.number,
        hint: words.numberHint,
        error: messageFor('number', problems),
        inputmode: 'numeric',
        autocomplete: 'off',
        width: 'half',
      })}
      ${checkField(view, { name: 'noNumber', label: words.noNumber, checked: typed.noNumber })}`,
    { title: words.number },
  )
}

function contactPanel(view: View, { typed, problems }: Given): Html {
  const words = view.t.identity.registration
  return panel(
    html`${textField(view, {
      name: 'email',
      label: words.email,
      type: 'email',
      value: typed.email,
      required: true,
      hint: words.emailHint,
      error: messageFor('email', problems),
      autocomplete: 'email',
    })}
    ${choiceField(view, {
      name: 'language',
      label: words.language,
      kind: 'one',
      values: [typed.language],
      required: true,
      error: messageFor('language', problems),
      choices: languages.map((value) => ({ value, label: ownNames[value] })),
    })}`,
    { title: words.contact },
  )
}

function termsPanel(view: View, { typed, problems }: Given): Html {
  const words = view.t.identity.registration
  return panel(
    html`<p><a class="ds-link" href="${paths.terms()}" target="_blank">${words.termsRead}</a>
        <span class="muted">(${words.termsVersion(view.config.TERMS_VERSION)})</span></p>
      ${checkField(view, {
        name: 'terms',
        label: words.termsLabel,
        checked: typed.terms,
        required: true,
        error: messageFor('terms', problems),
      })}
      <p class="muted after">${words.privacy}</p>
      ${ownPrivacyNotice(view, 'registration')}`,
    { title: words.terms },
  )
}

const messageFor = (name: string, problems: Problem[]) => problems.find((one) => one.name === name)?.message
