import sql from 'sql-template-tag'
import { record } from '../audit/audit.ts'
import type { Messages } from '../i18n/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Token } from '../scopes.ts'
import type { Assurance } from './assurance.ts'

export type OwnSession = {
  id: string
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date
  /** The one that asks. */
  current: boolean
  kind: 'private' | 'professional'
  assurance: Assurance
  serialNumber: string
}

/** Those that still live, the current one first. */
export function listSessions(tx: Tx, { hash }: Token): Promise<OwnSession[]> {
  return tx.rows<OwnSession>(sql`
    select s.id, s.user_agent as "userAgent", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
      s.is_current as current, s.assurance, c.kind, c.serial_number as "serialNumber"
    from my_sessions(${hash}) s join certificates c on c.id = s.certificate_id
    order by s.is_current desc, s.last_seen_at desc, s.id`)
}

/** One session, or all others (`null`). How many ended. */
export async function endSessions(
  tx: Tx,
  personId: string,
  { hash }: Token,
  wanted: string | null,
): Promise<number> {
  const row = await tx.row<{ ended: number }>(sql`select end_my_sessions(${wanted}::uuid, ${hash}) as ended`)
  const ended = row?.ended ?? 0
  if (ended > 0) await record(tx, { act: 'session.ended', personId, detail: { ended, from: 'account' } })
  return ended
}

const browsers = [
  ['Edge', /\bEdg(A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

export type Device = { browser: string | null; system: string | null }

/** What a browser says of itself, as far as it helps its owner to recognise it. */
export function deviceOf(userAgent: string | null): Device {
  const first = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? null
  return { browser: first(browsers), system: first(systems) }
}

export function deviceName({ account }: Messages, { browser, system }: Device): string {
  const words = account.sessions
  return browser && system ? words.device(browser, system) : (browser ?? system ?? words.unknownDevice)
}
