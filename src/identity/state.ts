import { z } from 'zod'
import type { Config } from '../config.ts'
import { languages } from '../i18n/index.ts'
import { localPath } from '../paths.ts'
import { deriveKey, open, seal } from '../platform/keys.ts'

/** What the certificate is presented for. */
export const Purpose = z.discriminatedUnion('act', [
  z.object({ act: z.literal('sign_in') }),
  /** To be registered for the person of this session (its token's SHA-256, hex), and of no other. */
  z.object({ act: z.literal('attach'), session: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** To prove the account for which the new certificate waiting in this browser is registered. */
  z.object({ act: z.literal('join') }),
  /** To prove anew who sits before this session (its token's SHA-256, hex): an act that matters waits. */
  z.object({ act: z.literal('confirm'), session: z.string().regex(/^[0-9a-f]{64}$/) }),
])
export type Purpose = z.infer<typeof Purpose>

/** What travels with a browser to where it presents a certificate, and comes back unchanged. */
const SignInState = z.object({
  provider: z.string(),
  /** SHA-256 (hex) of the pre-sign-in cookie: only that browser may finish. */
  browser: z.string().regex(/^[0-9a-f]{64}$/),
  lang: z.enum(languages),
  back: z.string().nullable(),
  purpose: Purpose.default({ act: 'sign_in' }),
  /** Makes each start its own, so that two tabs do not disturb each other. */
  start: z.string(),
  until: z.number(),
})
export type SignInState = z.infer<typeof SignInState>

export type NewState = Omit<z.input<typeof SignInState>, 'until' | 'start'>
/** What a scheme keeps with what is presented. */
export type Way = Pick<SignInState, 'back' | 'purpose'>
/** What tells when it was begun. */
export type Begun = Pick<SignInState, 'until'>

const lifetime = 10 * 60_000
/** Between the machines of the portal. A state from further ahead comes from before a clock was put back. */
const clockDifference = 60_000
export const begunAt = ({ until }: Begun): number => until - lifetime

export function sealState(config: Config, state: NewState): string {
  const text = JSON.stringify({
    ...state,
    back: shortPath(state.back),
    start: crypto.randomUUID(),
    until: Date.now() + lifetime,
  })
  return seal(stateKey(config), text).toString('base64url')
}

/** Null when it is not ours, was changed, is older than ten minutes, or comes from the future. */
export function openState(config: Config, sealed: unknown): SignInState | null {
  if (typeof sealed !== 'string' || sealed.length > 4000) return null
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.toString('base64url') !== sealed) return null
  try {
    const state = SignInState.parse(JSON.parse(open(stateKey(config), bytes)))
    const left = state.until - Date.now()
    return left > 0 && left <= lifetime + clockDifference ? state : null
  } catch {
    return null
  }
}

const stateKey = (config: Config) => deriveKey(config.SECRET_KEY, 'sign-in state')

/** Long addresses would not fit into the addresses on the way. */
function shortPath(back: string | null): string | null {
  const path = localPath(back)
  return path && path.length <= 800 ? path : null
}
