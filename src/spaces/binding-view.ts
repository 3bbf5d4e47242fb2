import { html } from 'hono/html'
import { lastDigits } from '../identifiers/serial-number.ts'
import type { BoundToOrganization } from '../identity/opening.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { actions, breadcrumbs, facts, layout, lead, linkButton, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { BoundSpace } from './binding.ts'

/** A space that the certificate in use does not open: which one does. */
export function bindingView(view: View, { code, title, bound }: BoundSpace): Html {
  const { spaces, certificates } = view.t
  const words = certificates.bound
  const main = html`${breadcrumbs(view, [{ href: paths.spaces(), label: spaces.manage.title }])}
    <h1>${words.title}</h1>
    ${lead('name' in bound ? words.lead(bound.name) : words.leadCertificate(lastDigits(bound.serialNumber)))}
    ${panel(
      facts([
        { term: words.space, value: html`${title} <span class="code">${code}</span>` },
        ...('name' in bound ? organizationOf(view, bound) : []),
      ]),
    )}
    <p class="after">${words.how}</p>
    <p>${words.lost} <a class="ds-link" href="${paths.contact()}">${view.t.identity.registration.helpdesk}</a></p>
    <form method="post" action="${paths.signOut()}">
      ${actions(
        html`<button class="ds-button" type="submit">${words.change}</button>`,
        linkButton(paths.spaces(), spaces.manage.title, { variant: 'secondary' }),
      )}
    </form>
    <p class="after"><a class="ds-link" href="${paths.help('certificates')}">${words.help}</a></p>`
  return layout(view, { title: words.title, main, width: 'narrow' })
}

function organizationOf({ t }: View, { organization, name }: BoundToOrganization) {
  const { certificates } = t
  const identifier = {
    term: certificates.organizationIdentifier,
    value: html`<span class="code">${organization}</span>`,
  }
  return [{ term: certificates.organization, value: name }, ...(organization === name ? [] : [identifier])]
}
