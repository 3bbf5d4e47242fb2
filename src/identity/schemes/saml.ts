import type { Config } from '../../config.ts'
import { paths } from '../../paths.ts'
import type { Pools } from '../../scopes.ts'
import { type Assurance, assuranceAtLeast } from '../assurance.ts'
import type { Presented, Proven, ProviderRefusal } from '../presented.ts'
import type { Assertion } from '../saml/assertion.ts'
import { SamlFault, type SamlReason } from '../saml/fault.ts'
import { mapAttributes } from '../saml/identity.ts'
import { loadSamlKeys } from '../saml/keys.ts'
import { requestUrl } from '../saml/library.ts'
import { describePortal } from '../saml/metadata.ts'
import { keepRequest, newRequestId, takeRequest, useAssertion, type Waiting } from '../saml/request.ts'
import { checkResponse, type Received, readResponse } from '../saml/response.ts'
import type { SamlProvider } from '../saml/settings.ts'
import { verifyAnswer } from '../saml/verification.ts'
import { openState, type Purpose, type SignInState } from '../state.ts'

type Refused = { refusal: ProviderRefusal; proven: Proven | null }
export type SamlFinished =
  | { is: 'presented'; browserHash: Buffer; presented: Presented }
  | ({ is: 'refused'; back: string | null } & Refused)
  /** The person turned back at the gateway. */
  | { is: 'declined'; back: string | null }
  /** The answer is not to be believed. */
  | { is: 'failed'; reason: SamlReason; back: string | null }

type Start = { browserHash: Buffer; state: string; purpose: Purpose; atLeast: Assurance }
type Asked = { waiting: Waiting; state: SignInState }

/** One gateway's side of the web browser SSO profile (saml-profiles §4.1). */
export type SamlScheme = ReturnType<typeof openSamlScheme>

export function openSamlScheme(config: Config, provider: SamlProvider) {
  const keys = loadSamlKeys(config, provider)
  const own = `${config.BASE_URL}${paths.samlMetadata(provider.id)}`
  const parties = {
    gateway: provider.idpEntityId,
    portal: provider.entityId ?? own,
    consumer: `${config.BASE_URL}${paths.samlAnswer(provider.id)}`,
  }
  const side = { provider, parties, keys }

  /** What a genuine assertion is worth here. */
  function judge(assertion: Assertion, { waiting, state }: Asked): Presented | Refused {
    const level = levelOf(provider, assertion)
    const said = { ...state, attributes: assertion.attributes, assurance: level ?? 'low' }
    const presented = mapAttributes(config, provider, said)
    const oldest = waiting.createdAt.getTime() - provider.clockSkewSeconds * 1000
    const isOld = isAnew(provider, state.purpose) && assertion.authenticatedAt < oldest
    const proven = presented && { provider: presented.provider, serialNumber: presented.serialNumber }
    const refuse = (refusal: ProviderRefusal): Refused => ({ refusal, proven })
    if (!level) return refuse('level_unknown')
    if (!assuranceAtLeast(level, provider.requiredAssurance)) return refuse('level_low')
    if (isOld) return refuse('not_fresh')
    return presented ?? refuse('incomplete')
  }

  return {
    provider,
    metadata: () => describePortal(parties, keys),

    /** Where to send the browser. `state` waits here until the answer comes. */
    async start(pools: Pools, { browserHash, state, purpose, atLeast }: Start): Promise<string> {
      const id = newRequestId()
      await keepRequest(pools, { id, browserHash, provider: provider.id, state })
      return requestUrl(side, { id, anew: isAnew(provider, purpose), atLeast })
    },

    /** What the gateway's answer comes to. Whoever posts it: what it presents waits for the browser that began. */
    async finish(pools: Pools, posted: unknown): Promise<SamlFinished> {
      let back: string | null = null
      try {
        const received = readResponse(posted)
        const asked = await takeAsked(config, pools, provider, received)
        back = asked.state.back
        const outcome = checkResponse(received, parties)
        if (outcome.is === 'declined') return { is: 'declined', back }
        if (outcome.is === 'low') return { is: 'refused', refusal: 'level_low', proven: null, back }
        const assertion = await verifyAnswer(side, received, outcome)
        const { gateway } = parties
        if (!(await useAssertion(pools, { ...assertion, gateway }))) throw new SamlFault('replayed')
        const judged = judge(assertion, asked)
        if ('refusal' in judged) return { is: 'refused', ...judged, back }
        return { is: 'presented', browserHash: asked.waiting.browserHash, presented: judged }
      } catch (error) {
        if (error instanceof SamlFault) return { is: 'failed', reason: error.reason, back }
        throw error
      }
    },
  }
}

async function takeAsked(
  config: Config,
  pools: Pools,
  { id }: SamlProvider,
  { inResponseTo }: Received,
): Promise<Asked> {
  const waiting = await takeRequest(pools, id, inResponseTo)
  const state = waiting && openState(config, waiting.state)
  if (!state) throw new SamlFault('unsolicited')
  return { waiting, state }
}

const levelOf = ({ levels }: SamlProvider, { context }: Assertion): Assurance | null =>
  Object.entries(levels).find(([one]) => one === context)?.[1] ?? null

/** A login the gateway still has is enough to sign in, and for nothing else. eIDAS wants a new one always. */
const isAnew = ({ eidas }: SamlProvider, { act }: Purpose) => act !== 'sign_in' || eidas !== undefined

/** Reads the keys of all gateways: what is wrong with one is said at start. */
export function openSamlSchemes(config: Config): ReadonlyMap<string, SamlScheme> {
  const schemes = new Map<string, SamlScheme>()
  for (const provider of config.connections.providers)
    if (provider.scheme === 'saml') schemes.set(provider.id, openSamlScheme(config, provider))
  return schemes
}
