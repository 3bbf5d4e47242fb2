import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { actions, breadcrumbs, layout, linkButton, panel } from '../ui/components.ts'
import type { View } from '../ui/view.ts'
import type { Procedure } from './definition.ts'
import { isSureEnough, neededAssurance, sufficientWays } from './required-assurance.ts'

/** Whether whoever is signed in has to do so more surely before this procedure goes on. */
export const isTooLow = ({ actor }: View, procedure: Procedure): boolean =>
  actor !== null && !isSureEnough(actor, procedure)

/** Says which level is missing, and which ways of signing in reach it; they come back to `back`. */
export function tooLowPanel(view: View, procedure: Procedure, back: string): Html {
  const { t, actor, config } = view
  const p = t.procedures
  const { levels, signIn, registration } = t.identity
  const need = neededAssurance(procedure)
  const ways = sufficientWays(config, need).map(({ id, name, scheme }) =>
    linkButton(
      paths.signInStart(id, back, need),
      scheme === 'tls' ? signIn.tlsAction : signIn.oidcAction(name),
    ),
  )
  const help = linkButton(paths.contact(), registration.helpdesk)
  return panel(
    html`<p>${p.tooLowText(levels[actor?.assurance ?? 'low'], levels[need])}</p>
      <p>${ways.length > 0 ? p.tooLowWays : p.tooLowNoWay}</p>
      ${actions(...(ways.length > 0 ? ways : [help]))}`,
    { title: p.tooLow, attention: true },
  )
}

/** Instead of beginning a dossier. */
export function tooLowView(view: View, space: CurrentSpace, procedure: Procedure): Html {
  const { t, lang } = view
  const main = html`${breadcrumbs(view, [
    { href: paths.newDossier(space.code), label: t.dossiers.new },
    { href: paths.procedure(procedure.id), label: procedure.title[lang] },
  ])}
    <h1>${procedure.title[lang]}</h1>
    ${tooLowPanel(view, procedure, view.url)}`
  return layout(view, { title: procedure.title[lang], main, tab: 'dossiers', width: 'narrow' })
}
