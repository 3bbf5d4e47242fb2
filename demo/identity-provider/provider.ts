import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider, { type Configuration } from 'oidc-provider'

import { agents } from '../agents.ts'
import { type DemoCertificate, type DemoPerson, people } from '../people.ts'
import { memoryStore } from './memory.ts'
import { leavePage, leftPage, pageLanguage } from './pages.ts'

export type Client = {
  clientId: string
  clientSecret: string
  redirectUris: string[]
  /** Told when somebody signs out here. */
  logoutUri?: string
}

/** What the helpdesk's agents sign in to; every other client gets certificates. */
export const helpdeskClient = 'helpdesk'

export const sessionCookie = 'demo-idp-session'

/** How somebody was recognised here, as eIDAS names it. */
export const levels = {
  weak: 'http://eidas.europa.eu/LoA/low',
  usual: 'http://eidas.europa.eu/LoA/substantial',
}

/** An OpenID provider whose accounts are the certificates of the demo's people. */
export function createProvider(issuer: string, given: Client[]): Provider {
  const provider = new Provider(issuer, {
    adapter: memoryStore(),
    clients: given.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: client.redirectUris,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
      ...(client.logoutUri
        ? { backchannel_logout_uri: client.logoutUri, backchannel_logout_session_required: true }
        : {}),
    })),
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: sessionCookie, interaction: 'demo-idp-choice', resume: 'demo-idp-resume' },
    },
    scopes: ['openid', 'profile', 'national_number'],
    acrValues: [...Object.values(levels)],
    claims,
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = String(leavePage(pageLanguage(ctx.get('accept-language')), form))
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = String(leftPage(pageLanguage(ctx.get('accept-language'))))
        },
      },
    },
    routes: { end_session: '/sign-out' },
    // The portal it tells of a sign-out runs beside it, where the library would not call.
    fetch: (url, { method, headers, body, redirect, signal } = {}) =>
      fetch(url, { method, headers, body, redirect, signal }),
    interactions: { url: (_ctx, interaction) => `/choice/${interaction.uid}` },
    findAccount: (_ctx, id) => accountOf(id),
    loadExistingGrant: grantAll,
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 600,
      Session: 12 * 3600,
      Grant: 600,
    },
  })
  // Whom nobody is signed in as gets a page, where the library would have a script send a form.
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route !== 'end_session' || ctx.oidc.session?.accountId) return
    ctx.body = String(leftPage(pageLanguage(ctx.get('accept-language'))))
  })
  return provider
}

const claims = {
  openid: ['sub', 'acr'],
  profile: [
    'name',
    'roles',
    'family_name',
    'given_name',
    'certificate_serial_number',
    'certificate_kind',
    'organization_name',
    'organization_identifier',
  ],
  national_number: ['national_number'],
}

export function findCertificate(id: string): { person: DemoPerson; certificate: DemoCertificate } | null {
  for (const person of people) {
    const certificate = person.certificates.find((one) => one.id === id)
    if (certificate) return { person, certificate }
  }
  return null
}

export const findAgent = (id: string) => agents.find((agent) => agent.id === id) ?? null

function accountOf(id: string) {
  const agent = findAgent(id)
  if (agent) return { accountId: id, claims: () => ({ sub: id, name: agent.name, roles: agent.roles }) }
  const found = findCertificate(id)
  if (!found) return undefined
  const { person, certificate } = found
  return {
    accountId: id,
    claims: () => ({
      sub: id,
      family_name: person.familyName,
      given_name: person.givenName || undefined,
      certificate_serial_number: certificate.serialNumber,
      certificate_kind: certificate.kind,
      organization_name: certificate.organization?.name,
      organization_identifier: certificate.organization?.identifier,
      national_number: person.nationalNumber,
    }),
  }
}

/** The portal is the only client: what it asks for needs no consent page of its own. */
const grantAll: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  if (!oidc.session?.accountId || !oidc.client) return undefined
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  })
  grant.addOIDCScope([...oidc.requestParamScopes].join(' '))
  await grant.save()
  return grant
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }
}
