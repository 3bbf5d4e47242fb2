import { html, raw } from 'hono/html'
import type { Messages } from '../i18n/index.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import type { CurrentSpace } from '../scopes.ts'
import { icon } from './icons.ts'
import { copyable } from './parts.ts'
import type { View } from './view.ts'

export type SpaceTab = 'overview' | 'dossiers' | 'documents' | 'profile' | 'sources' | 'members'

/** Which space one stands in: colour, icon, word, name and code, then its pages. */
export function ribbon(view: View, current: SpaceTab | undefined): Html {
  const { space, t } = view
  if (!space) return html``
  const business = space.kind === 'business'
  return html`<section class="ribbon" aria-label="${t.shell.currentSpace}"><div class="wrap">
  <span class="mark">${icon(business ? 'building' : 'person')}</span>
  <p class="ribbon-name"><strong>${space.title}</strong>
    <span class="ribbon-about"><span class="kind">${business ? t.shell.businessSpace : t.shell.privateSpace}</span>
    <span class="nowrap">${copyable(view, space.code)}</span></span></p>
  <a class="ribbon-switch" href="${paths.spaces()}">${icon('swap')}<span class="long">${t.shell.switchSpace}</span><span class="short">${t.shell.switchShort}</span></a>
</div></section>
${tabs(view, space, current)}`
}

/** In a row where there is room; on a phone the current one, which unfolds all. */
function tabs({ t }: View, space: CurrentSpace, current: SpaceTab | undefined): Html {
  const items = tabsOf(t, space)
  const here = items.find(({ id }) => id === current)?.label ?? t.shell.spaceNavigation
  const list = html`<ul>${items.map(
    ({ id, href, label }) =>
      html`<li><a href="${href}"${id === current ? raw(' aria-current="page"') : ''}>${label}</a></li>`,
  )}</ul>`
  return html`<nav class="tabs" aria-label="${t.shell.spaceNavigation}"><div class="wrap">
  <details class="folding" data-menu><summary>${icon('menu')}<span>${here}</span>${icon('down')}</summary>${list}</details>
  <div class="flat">${list}</div>
</div></nav>`
}

type Tab = { id: SpaceTab; href: string; label: string }

function tabsOf(t: Messages, space: CurrentSpace): Tab[] {
  const business = space.kind === 'business'
  const all: Tab[] = [
    { id: 'overview', href: paths.space(space.code), label: t.shell.overview },
    { id: 'dossiers', href: paths.dossiers(space.code), label: t.shell.dossiers },
    { id: 'documents', href: paths.documents(space.code), label: t.shell.documents },
    {
      id: 'profile',
      href: paths.profile(space.code),
      label: business ? t.shell.companyData : t.shell.myData,
    },
    { id: 'sources', href: paths.sources(space.code), label: t.shell.sources },
    { id: 'members', href: paths.members(space.code), label: t.members.title },
  ]
  return all.filter(({ id }) => (id === 'sources' ? hasSources(space) : id !== 'members' || business))
}

/** R12; of a company only where its certificate named it. */
const hasSources = ({ kind, openedWith }: CurrentSpace) => kind === 'private' || openedWith === 'professional'
