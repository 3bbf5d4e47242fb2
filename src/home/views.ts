import { html } from 'hono/html'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { Procedure } from '../procedures/catalogue.ts'
import { formatEuro } from '../ui/amounts.ts'
import { actions, icon, layout, linkButton, panel, spaceMark } from '../ui/components.ts'
import type { View } from '../ui/view.ts'

const shown = 6

export function startView(view: View, procedures: Procedure[]): Html {
  const main = html`${hero(view)}
    <div class="wrap home">
      ${procedures.length ? offers(view, procedures.slice(0, shown)) : ''}
      ${how(view)}
      <div class="grid pair">${needs(view)}${questions(view)}</div>
    </div>`
  return layout(view, { title: view.config.PORTAL_NAME, main, width: 'full' })
}

function hero(view: View): Html {
  const { t, actor } = view
  const words = actor
    ? html`<h1>${t.home.welcome([actor.givenName, actor.familyName].filter(Boolean).join(' '))}</h1>
      <p class="lead">${t.home.welcomeLead}</p>
      ${actions(
        linkButton(paths.spaces(), t.home.toSpaces, { large: true, icon: 'arrow' }),
        linkButton(paths.procedures(), t.home.seeProcedures, { large: true, variant: 'secondary' }),
      )}`
    : html`<h1>${t.home.title}</h1>
      <p class="lead">${t.home.lead}</p>
      ${actions(
        linkButton(paths.signIn(), t.home.signIn, { large: true }),
        linkButton(paths.procedures(), t.home.seeProcedures, { large: true, variant: 'secondary' }),
      )}`
  return html`<div class="hero"><div class="wrap"><div class="hero-words">${words}</div>${doors(view)}</div></div>`
}

/** The two kinds of space at a glance: two doors, each in its colour, with its sign and its words. */
function doors(view: View): Html {
  const { home } = view.t
  return html`<section class="doors" aria-labelledby="doors"><h2 id="doors">${home.doors}</h2><div class="doors-pair">
    ${door('private', home.private.title, home.private.text, home.private.fact)}
    ${door('business', home.business.title, home.business.text, home.business.fact(view.config.BUSINESS_SPACE_LIMIT))}
    </div><p class="muted">${home.apart} <a href="${paths.help('spaces')}">${home.more}</a></p></section>`
}

function door(kind: 'private' | 'business', title: string, text: string, fact: string): Html {
  const color = kind === 'private' ? 'accent' : 'business'
  return html`<div class="door" data-color="${color}"><span class="door-sign">${icon(kind === 'private' ? 'person' : 'building')}</span>
    <h3>${title}</h3><p>${text}</p><p class="door-fact">${fact}</p></div>`
}

function offers(view: View, procedures: Procedure[]): Html {
  const { home } = view.t
  return html`<section aria-labelledby="offers"><h2 id="offers">${home.procedures}</h2>
    <ul class="offers">${procedures.map((one) => offer(view, one))}</ul>
    <p><a class="ds-link more" href="${paths.procedures()}">${home.allProcedures}${icon('arrow')}</a></p></section>`
}

function offer(view: View, procedure: Procedure): Html {
  const { t, lang } = view
  const { home } = t
  const cost = procedure.cost.amount === 0 ? home.free : formatEuro(view, procedure.cost.amount)
  return html`<li class="panel offer" data-color="${procedure.kind === 'private' ? 'accent' : 'business'}">${spaceMark(procedure.kind)}
    <div><h3><a href="${paths.procedure(procedure.id)}">${procedure.title[lang]}</a></h3>
    <p>${procedure.summary[lang]}</p>
    <p class="muted">${procedure.kind === 'private' ? home.forPrivate : home.forBusiness} · ${cost} · ${home.minutes(procedure.minutes)}</p></div></li>`
}

function how({ t }: View): Html {
  const { signIn, space, fill } = t.home.steps
  return html`<section aria-labelledby="how"><h2 id="how">${t.home.how}</h2>
    <ol class="how">${[signIn, space, fill].map(
      (step, index) =>
        html`<li><span class="how-number" aria-hidden="true">${index + 1}</span><div><h3>${step.title}</h3><p>${step.text}</p></div></li>`,
    )}</ol></section>`
}

function needs({ t }: View): Html {
  const { certificate, number, email } = t.home.need
  return panel(
    html`<ul class="ticks">${[certificate, number, email].map((need) => html`<li>${icon('tick')}<span>${need}</span></li>`)}</ul>
    <p><a href="${paths.help('certificates')}">${t.home.noCertificate}</a></p>`,
    { title: t.home.needs },
  )
}

const questions = ({ t }: View): Html =>
  panel(
    html`<p>${t.home.helpText}</p>${actions(
      linkButton(paths.help(), t.home.toHelp, { variant: 'secondary' }),
      linkButton(paths.contact(), t.home.toContact, { variant: 'tertiary' }),
    )}`,
    { title: t.home.help },
  )
