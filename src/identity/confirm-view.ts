import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Actor } from '../scopes.ts'
import { actions, columns, layout, lead, linkButton, notice, panel, rows } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { assuranceAtLeast, waysAtLeast } from './assurance.ts'
import { providerName } from './certificates-view.ts'
import { fullName } from './presented.ts'
import type { OwnCertificate } from './registered.ts'
import { providerPanel } from './sign-in-view.ts'

type Given = {
  actor: Actor
  back: string
  cancel: string
  certificates: OwnCertificate[]
  silent: ReadonlySet<string>
}

/** Before an act that matters: the certificate once more, then on where one was. */
export function confirmView(view: View, { actor, back, cancel, certificates, silent }: Given): Html {
  const words = view.t.account.confirm
  const { ACT_ASSURANCE: need, connections } = view.config
  const ways = waysAtLeast(connections.providers, need)
  const main = html`<h1>${words.title}</h1>
    ${lead(assuranceAtLeast(actor.assurance, need) ? words.lead(view.config.FRESH_MINUTES) : words.leadAssurance)}
    ${view.notice === 'other_person' ? notice('warning', words.otherPerson, words.otherPersonTitle) : ''}
    ${columns(
      html`${ways.map((provider) =>
        providerPanel(view, provider, {
          href: paths.confirmStart(provider.id, back, need === 'low' ? undefined : need),
          action: provider.scheme === 'tls' ? words.present : undefined,
          silent: silent.has(provider.id),
        }),
      )}
      ${ways.length ? '' : notice('warning', words.none)}
      ${actions(linkButton(cancel, words.cancel, { variant: 'secondary' }))}`,
      html`${panel(html`<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>`, { title: words.next })}
      ${panel(rows(certificates.map((one) => certificateRow(view, one))), { title: words.which })}`,
    )}`
  return layout(view, { title: words.title, main })
}

const certificateRow = (view: View, one: OwnCertificate) => ({
  title: `${view.t.certificates.kinds[one.kind]}: ${fullName(one)}`,
  about: html`${one.organizationName ? `${one.organizationName} · ` : ''}${providerName(view, one.provider)}
    · <span class="code">${one.serialNumber}</span>`,
})
