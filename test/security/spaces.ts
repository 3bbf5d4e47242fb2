import { randomInt } from 'node:crypto'
import type pg from 'pg'
import type { SignedIn } from '../sign-in.ts'

export type TestSpace = { id: string; code: string }

const letters = 'ABCDEFGHIJKLMNPQRSTUVWXYZ123456789'
const randomCode = () => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')

/** A space as it stands in the tables, with its owner as administrator and a profile that names the owner. */
export async function makeSpace(
  owner: pg.Client,
  { personId, certificateId }: SignedIn,
  kind: 'private' | 'business' = 'private',
): Promise<TestSpace> {
  const code = `${kind === 'private' ? 'PP' : 'PM'}-${randomCode()}`
  const { rows } = await owner.query<{ id: string }>(
    `insert into spaces (code, kind, owner_id, title, opened_with_certificate_id, opened_with)
     select $1, $2, $3, 'A space', c.id, c.kind from certificates c where c.id = $4 returning id`,
    [code, kind, personId, certificateId],
  )
  const id = rows[0]?.id ?? ''
  await addMember(owner, id, personId, 'administrator')
  await owner.query(
    `insert into profiles (space_id, version, data, changed_by) values ($1, 1, jsonb_build_object('owner', $2::text), $3)`,
    [id, personId, personId],
  )
  return { id, code }
}

export async function addMember(
  owner: pg.Client,
  spaceId: string,
  personId: string,
  role: 'administrator' | 'manager' | 'reader',
) {
  await owner.query('insert into memberships (person_id, space_id, role) values ($1, $2, $3)', [
    personId,
    spaceId,
    role,
  ])
}
