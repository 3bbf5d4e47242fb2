import assert from 'node:assert/strict'
import { mayAct } from '../../src/scopes.ts'
import { type Act, rights } from '../../src/spaces/rights.ts'
import { nameOf, type Route } from './routes.ts'

/** Whoever asks. The administrator is also whose account everything outside the space belongs to. */
export const people = [
  'nobody',
  'stranger',
  'invited',
  'removed',
  'reader',
  'manager',
  'administrator',
  'agent',
] as const
export type Who = (typeof people)[number]

/** `recorded`: as if there were nothing, with an audit record of who asked. */
export type Reach = 'done' | 'forbidden' | 'missing' | 'recorded' | 'sign_in' | 'agents_sign_in' | 'token'

/**
 * What a route is about: `open`: nobody in particular, or what waits in this browser. `own`: whoever asks. `named`: one
 * thing of a person. `link`: what a secret in the address opens. `offer`: an invitation, of whom it is for. Or
 * an act in a space.
 */
type Class = 'open' | 'own' | 'named' | 'link' | 'offer' | 'helpdesk' | 'authority' | Act

/** Every route of the portal. A new one stands here, or the walk fails. */
const routesOf: Record<Class, string[]> = {
  open: [
    'GET /',
    'GET /healthz',
    'GET /malformed-address',
    'POST /malformed-address',
    'GET /assets/:group/:hash/:file',
    'GET /language/:to',
    'POST /language/:to',
    'GET /help',
    'GET /help/:topic',
    'GET /contact',
    'GET /contact/question',
    'POST /contact/question',
    'GET /terms',
    'GET /privacy',
    'GET /accessibility',
    'GET /imprint',
    'GET /procedures',
    'GET /procedures/:id',
    'GET /sign-in',
    'GET /sign-in/start/:provider',
    'GET /sign-in/callback/:provider',
    'GET /sign-in/return',
    'POST /sign-in/saml/:provider',
    'GET /saml/:provider/metadata',
    'POST /api/oidc/:provider/logout',
    'POST /api/helpdesk/logout',
    'POST /sign-out',
    'GET /session',
    'POST /session',
    'GET /registration',
    'POST /registration',
    'POST /registration/account',
    'GET /recovery',
    'POST /recovery',
    'GET /recovery/lookup',
    'POST /recovery/lookup',
    'GET /helpdesk/sign-in',
    'GET /helpdesk/sign-in/start',
    'GET /helpdesk/sign-in/callback',
    'POST /helpdesk/sign-out',
    // Only adds the slash.
    'GET /s/:code',
  ],
  own: [
    'GET /account/confirm',
    'GET /account/email',
    'POST /account/email',
    'POST /account/email/confirmation',
    'GET /account/certificates',
    'POST /account/certificates/code',
    'GET /account/sessions',
    'POST /account/sessions/ending',
    'GET /account/activity',
    'GET /account/recovery',
    'GET /account/data',
    'POST /account/data',
    'GET /account/deletion',
    'POST /account/deletion',
    'GET /account/requests',
    'GET /account/requests/new',
    'POST /account/requests/new',
    'GET /spaces',
    'GET /spaces/private/new',
    'POST /spaces/private/new',
    'GET /spaces/business/new',
    'POST /spaces/business/new',
  ],
  named: [
    'GET /account/certificates/:id/removal',
    'POST /account/certificates/:id/removal',
    'POST /account/sessions/:id/ending',
    'GET /account/parked/:id',
    'POST /account/parked/:id/removal',
    'GET /account/requests/:reference',
    'POST /account/recovery/:reference/cancellation',
    'GET /spaces/:code/certificate',
    'POST /spaces/:code/reopening',
  ],
  link: [
    'GET /account/email/confirmation/:token',
    'POST /account/email/confirmation/:token',
    'GET /contact/question/:token',
    'GET /recovery/:code',
    'POST /recovery/:code/certificate',
    'POST /recovery/:code/completion',
    'GET /recovery/notice/:token',
    'POST /recovery/notice/:token',
  ],
  offer: [
    'GET /invitations/:named',
    'POST /invitations/:named/acceptance',
    'POST /invitations/:named/declining',
  ],
  helpdesk: [
    'GET /helpdesk',
    'GET /helpdesk/requests/:id',
    'POST /helpdesk/requests/:id/taking',
    'POST /helpdesk/requests/:id/answer',
    'POST /helpdesk/requests/:id/refusal',
    'GET /helpdesk/recoveries/:id',
    'POST /helpdesk/recoveries/:id/taking',
    'POST /helpdesk/recoveries/:id/refusal',
    'GET /helpdesk/certificates/:id',
    'POST /helpdesk/certificates/:id/answer',
    'POST /helpdesk/certificates/:id/refusal',
    'GET /helpdesk/parked/:id',
    'POST /helpdesk/parked/:id/removal',
    'GET /helpdesk/lookups/new',
    'POST /helpdesk/lookups',
    'GET /helpdesk/lookups/:lookup',
    'GET /helpdesk/lookups/:lookup/accounts/:person',
    'POST /helpdesk/lookups/:lookup/accounts/:person/limit',
    'POST /helpdesk/lookups/:lookup/accounts/:person/limit/restoration',
    'POST /helpdesk/lookups/:lookup/accounts/:person/recoveries/:recovery',
    'GET /helpdesk/*',
    'POST /helpdesk/*',
  ],
  authority: [
    'GET /api/authority/v1/cases',
    'GET /api/authority/v1/infected-documents',
    'GET /api/authority/v1/cases/:id/documents/:document',
    'POST /api/authority/v1/cases/:id/receipt',
  ],
  look: [
    'GET /s/:code/',
    'GET /s/:code/profile',
    'GET /s/:code/profile/history',
    'GET /s/:code/dossiers',
    'GET /s/:code/dossiers/:number',
    'GET /s/:code/dossiers/:number/submission',
    'GET /s/:code/members',
    'GET /s/:code/documents',
    'GET /s/:code/documents/:id',
    'GET /s/:code/documents/:id/file',
    'GET /s/:code/documents/:id/preview',
    'GET /s/:code/sources',
    'GET /s/:code/sources/consultations',
    // Of the person's own number, wherever they stand.
    'POST /s/:code/sources/number',
  ],
  leave: ['GET /s/:code/leaving', 'POST /s/:code/leaving'],
  prepare: [
    'GET /s/:code/dossiers/new',
    'POST /s/:code/dossiers/new',
    'GET /s/:code/dossiers/:number/pages/:page',
    'POST /s/:code/dossiers/:number/pages/:page',
    'POST /s/:code/dossiers/:number/pages/:page/autosave',
    'GET /s/:code/dossiers/:number/pages/:page/source',
    'POST /s/:code/dossiers/:number/pages/:page/source',
    'POST /s/:code/dossiers/:number/pages/:page/source/removal',
    'GET /s/:code/dossiers/:number/removal',
    'POST /s/:code/dossiers/:number/removal',
  ],
  keep_documents: [
    'POST /s/:code/documents',
    'POST /s/:code/documents/:id/name',
    'GET /s/:code/documents/:id/removal',
    'POST /s/:code/documents/:id/removal',
  ],
  submit: ['GET /s/:code/dossiers/:number/check', 'POST /s/:code/dossiers/:number/submission'],
  change_data: ['GET /s/:code/profile/edit', 'POST /s/:code/profile/edit', 'POST /s/:code/sources/take-over'],
  use_data: ['POST /s/:code/use-data'],
  share: [
    'GET /s/:code/members/:id',
    'POST /s/:code/members/:id/role',
    'GET /s/:code/members/:id/removal',
    'POST /s/:code/members/:id/removal',
    'GET /s/:code/invitations/new',
    'POST /s/:code/invitations/new',
    'POST /s/:code/invitations/:id/resending',
    'POST /s/:code/invitations/:id/revocation',
  ],
  see_activity: ['GET /s/:code/activity'],
  close: ['GET /s/:code/closure', 'POST /s/:code/closure'],
}

/** Who reaches what: in the order of `people`. */
const reachOf: Record<Exclude<Class, Act>, Reach[]> = {
  open: ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done'],
  own: ['sign_in', 'done', 'done', 'done', 'done', 'done', 'done', 'sign_in'],
  named: ['sign_in', 'missing', 'missing', 'missing', 'missing', 'missing', 'done', 'sign_in'],
  link: ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done'],
  offer: ['sign_in', 'missing', 'done', 'missing', 'missing', 'missing', 'missing', 'sign_in'],
  helpdesk: Array.from(people, (who) => (who === 'agent' ? 'done' : 'agents_sign_in')),
  authority: Array.from(people, () => 'token'),
}

/** In a space: those who are no members find nothing, members are told who can grant what they may not. */
function reachInSpace(act: Act, who: Who): Reach {
  if (who === 'nobody') return 'sign_in'
  if (who === 'agent') return 'recorded'
  if (who !== 'reader' && who !== 'manager' && who !== 'administrator') return 'missing'
  const right = rights.find((one) => one.act === act) ?? assert.fail(act)
  return mayAct(who, right.needs) ? 'done' : 'forbidden'
}

const actsInSpaces: Act[] = rights.map(({ act }) => act)
const isAct = (one: Class): one is Act => actsInSpaces.some((act) => act === one)
const classes: Class[] = [
  ...(['open', 'own', 'named', 'link', 'offer', 'helpdesk', 'authority'] as const),
  ...actsInSpaces,
]

export const classOf = (route: Route): Class =>
  classes.find((one) => routesOf[one].includes(nameOf(route))) ?? assert.fail(nameOf(route))

export function reaches(route: Route, who: Who): Reach {
  if (who === 'agent' && route.url.startsWith('/s/')) return 'recorded'
  if (who === 'agent' && route.url === '/helpdesk/*') return 'recorded'
  const group = classOf(route)
  if (isAct(group)) return reachInSpace(group, who)
  return reachOf[group][people.indexOf(who)] ?? assert.fail(who)
}

export const listed = classes.flatMap((one) => routesOf[one])
