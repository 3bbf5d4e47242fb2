import { html } from 'hono/html'
import type { Messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { icon } from './icons.ts'
import { facts } from './parts.ts'
import type { View } from './view.ts'

export type PrivacyNotice = {
  purpose: string
  basis: Html | string
  recipients: Html | string
  retention: string
}

/** What a form's data are for, why they may be asked, who gets them and how long they stay (GDPR, article 13). */
export function privacyNotice({ t }: View, { purpose, basis, recipients, retention }: PrivacyNotice): Html {
  const words = t.privacy
  return html`<details class="fold after"><summary><span>${words.title}</span>${icon('down')}</summary><div class="folded">
    ${facts([
      { term: words.purpose, value: purpose },
      { term: words.basis, value: basis },
      { term: words.recipients, value: recipients },
      { term: words.retention, value: retention },
    ])}
    <p><a class="ds-link" href="${paths.privacy()}" target="_blank">${words.more}</a></p></div></details>`
}

/** The same for the portal's own forms. */
export function ownPrivacyNotice(view: View, form: keyof Messages['privacy']['forms']): Html {
  const { publicTask, nobody, forms } = view.t.privacy
  const { purpose, recipients, retention } = forms[form]
  return privacyNotice(view, { purpose, basis: publicTask, recipients: recipients || nobody, retention })
}
