import { html } from 'hono/html'
import { displayValue } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { choiceName } from '../sources/choice.ts'
import type { FillingRegister } from '../sources/fillable.ts'
import type { Said } from '../sources/register.ts'
import { actions, button, checkField, layout, lead, linkButton, notice, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { type OpenPage, top } from './page-views.ts'
import { authorityName } from './procedure-facts.ts'
import { isFilledByRegister, type Proposal } from './source-filling.ts'

type Shown = OpenPage & {
  register: FillingRegister
  state: Said<unknown>['state']
  proposal: Proposal | null
  seen: string
}

/** What the register would pass to the form, and two ways on: yes, or typing it oneself. */
export function sourceView(view: View, shown: Shown): Html {
  const { dossier, procedure, page } = shown
  const words = view.t.sources.form
  const { title } = words
  const main = html`${top(view, shown)}<h1>${title}</h1>
    ${view.notice === 'changed' ? notice('warning', words.changed) : ''}
    ${proposed(view, shown)}
    ${isFilledByRegister(dossier) ? takeBack(view, shown) : ''}`
  const { lang } = view
  return layout(view, {
    title: `${title} – ${page.title[lang]} – ${procedure.title[lang]}`,
    main,
    tab: 'dossiers',
    width: 'narrow',
  })
}

function proposed(view: View, shown: Shown): Html {
  const { space, dossier, page, register, state, proposal } = shown
  const { sources: words } = view.t
  const back = paths.dossierPage(space.code, dossier.number, page.id)
  const goBack = actions(linkButton(back, words.form.back, { variant: 'secondary' }))
  if (state === 'nothing')
    return html`<p>${register === 'companies' ? words.companyNothing : words.nothing}</p>${goBack}`
  if (state !== 'answered' || !proposal)
    return html`${notice(state === 'too_many' ? 'info' : 'warning', words[state === 'answered' ? 'unavailable' : state])}${goBack}`
  if (proposal.compared.length === 0) return html`<p>${words.form.agrees}</p>${goBack}`
  return html`${lead(words.form.lead[register])}${fillForm(view, shown, proposal, back)}`
}

function fillForm(
  view: View,
  { space, dossier, procedure, page, seen }: Shown,
  { compared }: Proposal,
  back: string,
): Html {
  const words = view.t.sources.form
  return html`<form class="panel" method="post" action="${paths.dossierSource(space.code, dossier.number, page.id)}">
    <input type="hidden" name="seen" value="${seen}">
    <p>${words.consent(authorityName(view, procedure.authority))}</p>
    ${compared.map(({ field, held, own, state }) =>
      checkField(view, {
        name: choiceName(field),
        label: `${field.label[view.lang]}: ${displayValue(view, field, held)}`,
        ...(state === 'differs' ? { hint: words.before(displayValue(view, field, own)) } : {}),
        checked: true,
      }),
    )}
    ${actions(button(words.fill), linkButton(back, words.no, { variant: 'secondary' }))}
  </form>`
}

function takeBack(view: View, { space, dossier, page }: Shown): Html {
  const words = view.t.sources.form
  return panel(
    html`<p>${words.takeBackText}</p>
      <form method="post" action="${paths.dossierSourceRemoval(space.code, dossier.number, page.id)}">
        ${actions(button(words.takeBackButton, { variant: 'secondary' }))}
      </form>`,
    { title: words.takeBack },
  )
}
