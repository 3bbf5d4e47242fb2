import type { Messages } from '../i18n/index.ts'
import { mayAct, type Role } from '../scopes.ts'

export type Act = keyof Messages['members']['rights']['acts']

/**
 * Who may do what in a space: the least role that each act needs. Members see this table, and a test tries every
 * route of the portal with every role against it.
 */
export const rights = [
  { act: 'look', needs: 'reader' },
  { act: 'leave', needs: 'reader' },
  { act: 'prepare', needs: 'manager' },
  { act: 'keep_documents', needs: 'manager' },
  { act: 'submit', needs: 'manager' },
  { act: 'change_data', needs: 'manager' },
  { act: 'use_data', needs: 'administrator' },
  { act: 'share', needs: 'administrator' },
  { act: 'see_activity', needs: 'administrator' },
  { act: 'close', needs: 'administrator' },
] as const satisfies { act: Act; needs: Role }[]

/** From the least to the most. */
export const roles = ['reader', 'manager', 'administrator'] as const satisfies Role[]

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** In words, for the pages that show it. */
export function rightsInWords({ members, spaces }: Messages) {
  const words = members.rights
  return {
    caption: words.title,
    head: [words.act, ...roles.map((role) => spaces.manage.role[role])],
    rows: rights.map(({ act, needs }) => [
      words.acts[act],
      ...roles.map((role) => (mayAct(role, needs) ? words.yes : words.no)),
    ]),
  }
}
