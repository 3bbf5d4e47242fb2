import { html, raw } from 'hono/html'
import { languages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { icon } from './icons.ts'
import { logo } from './logo.ts'
import { carries, type TypedForm } from './typed-form.ts'
import type { View } from './view.ts'

/** One row, also on a phone, where everything but the name folds into the menu. */
export function header(view: View, form: TypedForm | null): Html {
  const { t, actor } = view
  return html`${view.config.DEMO === 'on' ? demoBanner(view) : ''}
<header class="top"><div class="wrap bar">
  ${brand(view)}
  <div class="bar-wide">
    <nav aria-label="${t.shell.mainNavigation}"><ul class="bar-links">${places(view)}</ul></nav>
    <nav class="langs" aria-label="${t.shell.languages}">${languageList(view, form)}</nav>
    ${actor ? accountMenu(view) : signInLink(view)}
  </div>
  <nav class="bar-narrow" aria-label="${t.shell.menu}"><details class="fold-menu" data-menu>
    <summary>${icon('menu')}<span>${t.shell.menu}</span></summary>
    <div class="sheet">
      ${actor ? html`<p class="who">${nameOf(view)}</p>` : signInLink(view)}
      <ul>${actor ? account(view) : ''}${places(view)}</ul>
      <div class="langs">${languageList(view, form)}</div>
      ${actor ? signOut(view) : ''}
    </div>
  </details></nav>
</div></header>`
}

export function demoBanner({ t }: View): Html {
  return html`<aside class="demo" aria-label="${t.shell.demo}"><div class="wrap"><strong>${t.shell.demo}</strong> <span>${t.shell.demoText}</span></div></aside>`
}

export function brand({ config }: View): Html {
  const authority = config.AUTHORITY_NAME
  return html`<a class="brand" href="${paths.start()}">${logo(config)}<span class="brand-name">${config.PORTAL_NAME}${
    authority ? html`<span class="brand-of">${authority}</span>` : ''
  }</span></a>`
}

const places = (view: View): Html[] => [
  place(view, paths.procedures(), view.t.shell.procedures),
  place(view, paths.help(), view.t.shell.help),
]

const account = (view: View): Html[] => [
  place(view, paths.spaces(), view.t.shell.mySpaces),
  place(view, paths.certificates(), view.t.shell.myCertificates),
  place(view, paths.email(), view.t.shell.myEmail),
  place(view, paths.sessions(), view.t.account.sessions.title),
  place(view, paths.activity(), view.t.account.activity.title),
  place(view, paths.requests(), view.t.helpdesk.ask.requests),
  place(view, paths.takeout(), view.t.takeout.title),
]

function place({ url }: View, href: string, label: string): Html {
  const path = url.split('?')[0] ?? ''
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : null
  return html`<li><a href="${href}"${here ? html` aria-current="${here}"` : ''}>${label}</a></li>`
}

const signInLink = ({ t, url }: View): Html =>
  html`<a class="ds-button sign-in" href="${paths.signIn(backTo(url))}" rel="nofollow">${t.shell.signIn}</a>`

/** After sign-in one comes back to where one was, but not to the start or the sign-in page itself. */
function backTo(url: string): string | undefined {
  return url === paths.start() || /^\/(sign-|registration|session)/.test(url) ? undefined : url
}

const nameOf = ({ actor }: View) => [actor?.givenName, actor?.familyName].filter(Boolean).join(' ')

function accountMenu(view: View): Html {
  const { t, actor } = view
  const kind = actor?.certificate.kind === 'professional' ? 'professionalCertificate' : 'privateCertificate'
  return html`<details class="fold-menu" data-menu>
    <summary>${icon('person')}<span class="who">${nameOf(view)}</span>${icon('down')}</summary>
    <div class="sheet">
      <p class="muted">${t.shell.signedInWith(t.shell[kind])}</p>
      <nav aria-label="${t.shell.account}"><ul>${account(view)}</ul></nav>
      ${signOut(view)}
    </div>
  </details>`
}

const signOut = ({ t }: View): Html =>
  html`<form method="post" action="${paths.signOut()}"><button class="ds-button" type="submit" data-variant="secondary">${t.shell.signOut}</button></form>`

const names = { de: 'Deutsch', fr: 'Français', en: 'English', lb: 'Lëtzebuergesch' } as const

/** Each language names itself, in itself; the abbreviation is for the eye. What is typed in `form` comes along. */
export function languageList(view: View, form: TypedForm | null): Html {
  return html`<ul>${languages.map((one) => {
    const current = one === view.lang ? raw(' aria-current="true"') : ''
    const name = html`<span aria-hidden="true">${one.toUpperCase()}</span><span class="sr-only">${names[one]}</span>`
    return form
      ? html`<li><button${carries(view, form, one)} lang="${one}"${current}>${name}</button></li>`
      : html`<li><a href="${paths.language(one, view.url)}" lang="${one}" hreflang="${one}" rel="nofollow"${current}>${name}</a></li>`
  })}</ul>`
}
