import { html } from 'hono/html'
import { activityPageSize } from '../audit/activity.ts'
import { doerInWords } from '../audit/doer.ts'
import { abouts, type SpaceActivity, type WantedActivity } from '../audit/space-activity.ts'
import { paths } from '../paths.ts'
import type { Html } from '../platform/http.ts'
import { referenceOf } from '../procedures/reference.ts'
import type { CurrentSpace } from '../scopes.ts'
import {
  actions,
  breadcrumbs,
  button,
  emptyState,
  formatDate,
  layout,
  lead,
  linkButton,
  panel,
  rows,
  selectField,
} from '../ui/components.ts'
import type { View } from '../ui/view.ts'

type Given = { found: SpaceActivity[]; wanted: WantedActivity }

/** For administrators: what happened in the space, by whom, newest first. */
export function activityView(view: View, space: CurrentSpace, { found, wanted }: Given): Html {
  const words = view.t.spaces.activity
  const shown = found.slice(0, activityPageSize)
  const last = found.length > activityPageSize ? shown.at(-1) : undefined
  const main = html`${crumbs(view, space)}
    <h1>${words.title}</h1>
    ${lead(space.kind === 'business' ? words.lead : words.privateLead)}
    ${filter(view, space, wanted)}
    ${shown.length > 0 ? panel(rows(shown.map((one) => row(view, space, one)))) : emptyState({ title: words.none, text: words.noneText })}
    ${actions(
      last
        ? linkButton(pathTo(space, { ...wanted, before: last.id }), words.older, { variant: 'secondary' })
        : '',
      wanted.before === null
        ? ''
        : linkButton(pathTo(space, { ...wanted, before: null }), words.newest, { variant: 'tertiary' }),
    )}`
  return layout(view, { title: words.title, main, width: 'narrow', tab: tabOf(space) })
}

const tabOf = ({ kind }: CurrentSpace) => (kind === 'business' ? 'members' : 'profile')

function crumbs(view: View, { code, kind }: CurrentSpace): Html {
  const { members, shell } = view.t
  return breadcrumbs(view, [
    kind === 'business'
      ? { href: paths.members(code), label: members.title }
      : { href: paths.profile(code), label: shell.myData },
  ])
}

const pathTo = ({ code }: CurrentSpace, { about, before }: WantedActivity) =>
  paths.spaceActivity(code, { about: about === 'all' ? undefined : about, before: before ?? undefined })

function filter(view: View, { code, kind }: CurrentSpace, { about }: WantedActivity): Html {
  const words = view.t.spaces.activity
  const choices = abouts
    .filter((one) => kind === 'business' || one !== 'users')
    .map((value) => ({ value, label: words.abouts[value] }))
  return html`<form class="search" method="get" action="${paths.spaceActivity(code)}">
    ${selectField(view, { name: 'about', label: words.about, value: about, choices, only: true })}
    ${button(words.show, { variant: 'secondary' })}
  </form>`
}

function row(view: View, space: CurrentSpace, one: SpaceActivity) {
  const { account } = view.t
  const what = objectOf(view, space, one)
  const who = [doerName(view, one), one.by && doerInWords(view.t, one.by)].filter(Boolean).join(' · ')
  return {
    title: account.activity.acts[one.act],
    about: html`${what ? html`${what}<br>` : ''}<time datetime="${one.at.toISOString()}">${formatDate(view, one.at, true)}</time>${who ? html`<br>${who}` : ''}`,
  }
}

/** What of the space it was about, where that is not the space itself, with the way to it while it is there. */
function objectOf({ t }: View, { code }: CurrentSpace, one: SpaceActivity): Html | null {
  const { whom, role, dossier, document } = one
  const parts = [
    whom,
    role && t.spaces.manage.role[role],
    document && linked(html`<bdi>${document.name}</bdi>`, paths.document(code, document.id), document.kept),
    dossier &&
      linked(
        html`<span class="code">${referenceOf(code, dossier.number)}</span>`,
        paths.dossier(code, dossier.number),
        dossier.kept,
      ),
  ].filter((part) => part !== null)
  return parts.length > 0 ? html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}` : null
}

const linked = (name: Html, href: string, kept: boolean) =>
  kept ? html`<a class="ds-link" href="${href}">${name}</a>` : name

/** Whoever declines an invitation shows no name but the one it was written for. */
function doerName({ t }: View, { act, by }: SpaceActivity): string {
  const { authority, scanner } = t.spaces.activity
  if (by) return by.name
  if (act === 'dossier.received' || act === 'case.document_fetched') return authority
  return act === 'document.infected' ? scanner : ''
}
