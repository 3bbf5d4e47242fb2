import { html } from 'hono/html'
import type { FieldError } from '../forms/answers.ts'
import type { Attaching } from '../forms/documents.ts'
import { answersSummary, displayValue, problemsOf } from '../forms/views.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Capacity, CurrentSpace } from '../scopes.ts'
import {
  actions,
  button,
  checkField,
  errorSummary,
  facts,
  icon,
  layout,
  lead,
  linkButton,
  notice,
  panel,
  selectField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import { isTooLow, tooLowPanel } from './assurance-views.ts'
import type { Procedure } from './definition.ts'
import type { Dossier } from './dossier.ts'
import { dossierCrumbs, formSteps } from './page-views.ts'
import { authorityName, dataNotice } from './procedure-facts.ts'
import type { Difference } from './take-over.ts'

export const capacities = ['manager', 'employee', 'representative', 'self_employed'] as const

export type Check = {
  space: CurrentSpace
  dossier: Dossier
  procedure: Procedure
  errors: FieldError[]
  attaching: Attaching
  /** Fingerprint of what is shown here: what is submitted must be what was read. */
  seen: string
  differences: Difference[]
  /** As chosen before, when the page comes back. */
  takeOver: string[]
  capacity: Capacity | null
  problem: 'capacity' | 'seen' | null
}

export function checkView(view: View, check: Check): Html {
  const { t, lang } = view
  const { space, dossier, procedure, errors, problem } = check
  const main = html`${dossierCrumbs(view, check)}
    ${formSteps(view, check, 'check')}
    ${problem === 'seen' ? notice('warning', t.dossiers.seenText, t.dossiers.seenTitle) : ''}
    ${problem === 'capacity' ? errorSummary(view, [{ name: 'capacity', message: t.dossiers.capacityMissing }]) : ''}
    <h1>${t.dossiers.checkTitle}</h1>
    ${lead(t.dossiers.checkLead)}
    ${errors.length > 0 ? missing(view, check) : ''}
    ${answersSummary(view, procedure.form, dossier.answers, {
      sources: dossier.provenance,
      changeHref: (pageId) => paths.dossierPage(space.code, dossier.number, pageId),
      documents: check.attaching.documents,
    })}
    ${isTooLow(view, procedure) ? tooLowPanel(view, procedure, paths.dossierCheck(space.code, dossier.number)) : ''}
    ${errors.length > 0 || isTooLow(view, procedure) ? later(view, space) : submitForm(view, check)}
    ${dataNotice(view, procedure)}`
  return layout(view, {
    title: `${t.dossiers.checkTitle} – ${procedure.title[lang]}`,
    main,
    tab: 'dossiers',
    width: 'narrow',
    hasErrors: problem === 'capacity',
  })
}

/** Every problem of every page, each a link to its field there. */
function missing(view: View, { space, dossier, procedure, errors }: Check): Html {
  const { t, lang } = view
  const titles = new Map(procedure.form.pages.map(({ id, title }) => [id, title[lang]]))
  return html`<div class="ds-error-summary problems" role="group" aria-labelledby="problems">
  <h2 id="problems">${icon('danger')}${t.dossiers.missing(errors.length)}</h2>
  <p>${t.dossiers.missingText}</p>
  <ul>${errors.map((error) => {
    const [problem] = problemsOf(view, [error])
    const href = `${paths.dossierPageChecked(space.code, dossier.number, error.pageId)}#f-${error.name}`
    return html`<li><a class="ds-link" href="${href}">${problem?.message}</a> <span class="muted">${t.dossiers.onPage(titles.get(error.pageId) ?? '')}</span></li>`
  })}</ul>
</div>`
}

const later = ({ t }: View, { code }: CurrentSpace) =>
  actions(linkButton(paths.dossiers(code, 'later'), t.dossiers.later, { variant: 'secondary' }))

function submitForm(view: View, check: Check): Html {
  const { t, lang, actor } = view
  const { space, dossier, procedure } = check
  const authority = authorityName(view, procedure.authority)
  return html`<form method="post" action="${paths.submission(space.code, dossier.number)}">
    <input type="hidden" name="seen" value="${check.seen}">
    ${check.differences.length > 0 ? panel(takeOverFields(view, check), { title: t.dossiers.takeOver }) : ''}
    ${panel(
      html`<p>${t.dossiers.sendText(authority)}</p>
      ${facts([
        { term: t.dossiers.sendTo, value: authority },
        { term: t.dossiers.sendLanguage, value: t.dossiers.languages[lang] },
        { term: t.dossiers.sendAs, value: `${actor?.givenName ?? ''} ${actor?.familyName ?? ''}`.trim() },
      ])}
      ${space.kind === 'business' ? capacityField(view, check) : ''}
      ${actions(
        button(t.dossiers.submit),
        linkButton(lastPage(check), t.dossiers.back, { variant: 'secondary' }),
        linkButton(paths.dossiers(space.code, 'later'), t.dossiers.later, { variant: 'tertiary' }),
      )}`,
      { title: t.dossiers.sendTitle },
    )}</form>`
}

function lastPage({ space, dossier, procedure }: Check): string {
  return paths.dossierPage(space.code, dossier.number, procedure.form.pages.at(-1)?.id ?? '')
}

const capacityField = (view: View, { capacity, problem }: Check) =>
  selectField(view, {
    name: 'capacity',
    label: view.t.dossiers.capacity,
    required: true,
    value: capacity ?? '',
    choices: capacities.map((value) => ({ value, label: view.t.spaces.capacity[value] })),
    error: problem === 'capacity' ? view.t.dossiers.capacityMissing : undefined,
  })

function takeOverFields(view: View, { differences, takeOver }: Check): Html {
  const { t, lang } = view
  return html`<p>${t.dossiers.takeOverText}</p>${differences.map(({ profileField, before, now }) => {
    const [was, is] = [displayValue(view, profileField, before), displayValue(view, profileField, now)]
    return checkField(view, {
      name: `takeOver.${profileField.name}`,
      label: t.dossiers.takeOverField(profileField.label[lang]),
      hint: was ? t.dossiers.takeOverChange(was, is) : t.dossiers.takeOverNew(is),
      checked: takeOver.includes(profileField.name),
    })
  })}`
}
