import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Config } from '../src/config.ts'
import type { Assurance } from '../src/identity/assurance.ts'
import { cookieName, hashToken, newToken } from '../src/platform/cookies.ts'
import type { Token } from '../src/scopes.ts'

export type SignedIn = {
  cookie: string
  /** What the scopes take, where no HTTP is in between. */
  token: Token
  personId: string
  certificateId: string
}

export type SignInAs = {
  givenName?: string
  familyName?: string
  kind?: 'private' | 'professional'
  organizationName?: string
  organizationIdentifier?: string
  language?: string
  email?: string
  emailConfirmed?: boolean
  /** Another certificate of this person. */
  personId?: string
  provider?: string
  serialNumber?: string
  assurance?: Assurance
}

/** Makes a person (unless `personId` names one), a certificate and a session. */
export async function signIn(owner: pg.Client, config: Config, as: SignInAs = {}): Promise<SignedIn> {
  const { givenName = 'Anna', familyName = 'Muster', kind = 'private', language = 'en' } = as
  const personId = as.personId ?? randomUUID()
  if (!as.personId) {
    await owner.query(
      `insert into persons (id, family_name, given_name, language, email, email_confirmed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [personId, familyName, givenName, language, as.email ?? null, as.emailConfirmed ? new Date() : null],
    )
    await owner.query('insert into terms_acceptances (person_id, version) values ($1, $2)', [
      personId,
      config.TERMS_VERSION,
    ])
  }
  const certificateId = randomUUID()
  const company = kind === 'professional' ? (as.organizationName ?? 'Muster Sàrl') : null
  const identifier = kind === 'professional' ? (as.organizationIdentifier ?? 'NTRLU-B123456') : null
  await owner.query(
    `insert into certificates (id, person_id, provider, serial_number, kind, family_name, given_name,
       organization_name, organization_identifier)
     select $1, p.id, $3, $4, $5, p.family_name, p.given_name, $6, $7 from persons p where p.id = $2`,
    [
      certificateId,
      personId,
      as.provider ?? 'demo',
      as.serialNumber ?? randomSerial(),
      kind,
      company,
      identifier,
    ],
  )
  const token = newToken()
  await owner.query(
    `insert into sessions (token_hash, person_id, certificate_id, scheme, assurance)
     values ($1, $2, $3, 'tls', $4)`,
    [hashToken(token), personId, certificateId, as.assurance ?? 'high'],
  )
  const name = cookieName('portal', config.BASE_URL.startsWith('https:'))
  const cookie = `${name}=${token}`
  return { cookie, token: { hash: hashToken(token), touch: true }, personId, certificateId }
}

const randomSerial = () => Array.from({ length: 20 }, () => randomInt(10)).join('')
