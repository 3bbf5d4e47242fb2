import { html, raw } from 'hono/html'
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
<nav class="tabs" aria-label="${t.shell.spaceNavigation}"><div class="wrap"><ul>
  ${tab(paths.space(space.code), t.shell.overview, current === 'overview')}
  ${tab(paths.dossiers(space.code), t.shell.dossiers, current === 'dossiers')}
  ${tab(paths.documents(space.code), t.shell.documents, current === 'documents')}
  ${tab(paths.profile(space.code), business ? t.shell.companyData : t.shell.myData, current === 'profile')}
  ${hasSources(space) ? tab(paths.sources(space.code), t.shell.sources, current === 'sources') : ''}
  ${business ? tab(paths.members(space.code), t.members.title, current === 'members') : ''}
</ul></div></nav>`
}

/** R12; of a company only where its certificate named it. */
const hasSources = ({ kind, openedWith }: CurrentSpace) => kind === 'private' || openedWith === 'professional'

const tab = (href: string, label: string, current: boolean): Html =>
  html`<li><a href="${href}"${current ? raw(' aria-current="page"') : ''}>${label}</a></li>`
