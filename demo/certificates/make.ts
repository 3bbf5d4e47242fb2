import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { demoMark } from '../../src/identity/trust/authorities.ts'
import { type DemoCertificate, type DemoPerson, people } from '../people.ts'
import {
  type Authority,
  createIssuer,
  createResponder,
  createRoot,
  type Issued,
  issueToPerson,
  issueToServer,
  lasting,
  pemOf,
  privateKeyPem,
  subjectOf,
} from './authority.ts'
import { signCrl } from './crl.ts'
import { encodePkcs12 } from './pkcs12.ts'

/** Opens every `.p12` file of the demo. */
export const demoPassword = 'guichet'

export type Files = { certificateFile: string; keyFile: string; p12File: string }
export type DemoCertificates = {
  dir: string
  rootsFile: string
  intermediatesFile: string
  server: { certificateFile: string; keyFile: string }
  /** By the certificate's id in `demo/people.ts`. */
  people: Record<string, Files>
  /** The first person's first certificate once more, from the provider's next issuing authority. */
  renewed: Files
  /** Of an authority nobody trusts. */
  untrusted: Files
  revocation: {
    /** What the certificates say; kept, even when the demo's ports change. */
    address: string
    /** What a responder needs: its key, the lists, and who has been revoked. */
    folder: string
  }
}

/** Changes whenever the certificates' content does, so that a kept folder is made anew. */
const edition = 5
const day = 24 * 3600 * 1000
const usualAddress = 'http://localhost:8086'

/** The demo's certificate authority and what it issued. Makes them once and keeps them. */
export async function prepareDemoCertificates(
  dir: string,
  revocationAddress = usualAddress,
): Promise<DemoCertificates> {
  if ((await addressIn(dir)) === null) {
    const building = `${dir}.making`
    await rm(building, { recursive: true, force: true })
    await makeAll(building, revocationAddress)
    await rm(dir, { recursive: true, force: true })
    await mkdir(dirname(dir), { recursive: true })
    await rename(building, dir)
  }
  return filesIn(dir, (await addressIn(dir)) ?? revocationAddress)
}

function filesIn(dir: string, address: string): DemoCertificates {
  const ids = people.flatMap(({ certificates }) => certificates.map(({ id }) => id))
  return {
    dir,
    rootsFile: join(dir, 'root.pem'),
    intermediatesFile: join(dir, 'issuing.pem'),
    server: { certificateFile: join(dir, 'server.pem'), keyFile: join(dir, 'server.key') },
    people: Object.fromEntries(ids.map((id) => [id, filesOf(dir, id)])),
    renewed: filesOf(dir, 'renewed'),
    untrusted: filesOf(dir, 'untrusted'),
    revocation: { address, folder: join(dir, 'revocation') },
  }
}

const filesOf = (dir: string, id: string): Files => ({
  certificateFile: join(dir, `${id}.pem`),
  keyFile: join(dir, `${id}.key`),
  p12File: join(dir, `${id}.p12`),
})

/** Null when the folder must be made anew. */
async function addressIn(dir: string): Promise<string | null> {
  try {
    const made = JSON.parse(await readFile(join(dir, 'made.json'), 'utf8')) as Record<string, unknown>
    const current = made.edition === edition && Date.parse(String(made.until)) > Date.now()
    return current && typeof made.revocation === 'string' ? made.revocation : null
  } catch {
    return null
  }
}

async function makeAll(dir: string, address: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const root = await createRoot('OpenGuichet Demo Root CA', demoMark, { crl: `${address}/root.crl` })
  const places = (list: string) => ({ ocsp: `${address}/ocsp`, crl: `${address}/${list}` })
  const issuing = await createIssuer(root, 'OpenGuichet Demo Issuing CA', demoMark, places('issuing.crl'))
  const next = await createIssuer(root, 'OpenGuichet Demo Issuing CA 2', demoMark, places('next.crl'))
  const stranger = await createRoot('Unknown Demo Root CA')
  const server = await issueToServer(issuing, [
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
    { type: 'ip', value: '::1' },
  ])
  await write(dir, 'root.pem', pemOf(root.certificate))
  await write(dir, 'issuing.pem', pemOf(issuing.certificate, next.certificate))
  await write(dir, 'server.pem', pemOf(server.certificate, ...issuing.chain))
  await write(dir, 'server.key', await privateKeyPem(server.keys))
  const status: Status = {}
  for (const person of people) {
    for (const certificate of person.certificates) {
      const issued = await issueToPerson(issuing, subjectFor(person, certificate), {
        lifetime: lasting(365, new Date(Date.now() - (certificate.expired ? 400 : 0) * day)),
      })
      status[issued.certificate.serialNumber] = certificate.revoked ? new Date().toISOString() : null
      await writeHolder(dir, certificate.id, issued, issuing)
    }
  }
  const [marie] = people
  const [first] = marie?.certificates ?? []
  if (marie && first) {
    const renewed = await issueToPerson(next, subjectFor(marie, first))
    status[renewed.certificate.serialNumber] = null
    await writeHolder(dir, 'renewed', renewed, next)
    const forged = await issueToPerson(stranger, subjectFor(marie, first))
    await writeHolder(dir, 'untrusted', forged, stranger)
  }
  await writeRevocation(join(dir, 'revocation'), { root, issuing, next }, status)
  const until = new Date(Date.now() + 300 * day)
  await write(
    dir,
    'made.json',
    JSON.stringify({ edition, until, revocation: address, password: demoPassword }, null, 2),
  )
}

/** By serial number: since when it is revoked, or null. */
export type Status = Record<string, string | null>

/** The authorities' keys are thrown away: what was issued, and what is revoked, stays as it is now. */
async function writeRevocation(dir: string, authorities: Record<DemoAuthority, Authority>, status: Status) {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const { root, issuing, next } = authorities
  const nextUpdate = new Date(Date.now() + 365 * day)
  const entries = Object.entries(status).flatMap(([serialNumber, since]) =>
    since ? [{ serialNumber, revocationDate: new Date(since) }] : [],
  )
  await writeFile(join(dir, 'root.crl'), await signCrl(root, { nextUpdate }))
  await writeFile(join(dir, 'issuing.crl'), await signCrl(issuing, { nextUpdate, entries }))
  await writeFile(join(dir, 'next.crl'), await signCrl(next, { nextUpdate }))
  for (const [name, authority] of Object.entries({ issuing, next })) {
    const responder = await createResponder(authority)
    await write(dir, `${name}.pem`, pemOf(authority.certificate))
    await write(dir, `${name}-ocsp.pem`, pemOf(responder.certificate))
    await write(dir, `${name}-ocsp.key`, await privateKeyPem(responder.keys))
  }
  await write(dir, 'status.json', JSON.stringify(status, null, 2))
}
type DemoAuthority = 'root' | 'issuing' | 'next'

/** The subject every certificate of the demo follows; ETSI EN 319 412-1 for the organisation. */
export function subjectFor(
  person: Pick<DemoPerson, 'familyName' | 'givenName'>,
  certificate: Pick<DemoCertificate, 'serialNumber' | 'kind' | 'organization'>,
) {
  return subjectOf({
    C: 'LU',
    CN: [person.givenName, person.familyName].filter(Boolean).join(' '),
    SN: person.familyName,
    GN: person.givenName,
    serialNumber: certificate.serialNumber,
    title: certificate.kind === 'private' ? 'Private Person' : 'Professional Person',
    ...(certificate.organization && {
      O: certificate.organization.name,
      organizationIdentifier: certificate.organization.identifier,
    }),
  })
}

async function writeHolder(dir: string, id: string, issued: Issued, authority: Authority) {
  const name = `${id} (OpenGuichet Demo)`
  await write(dir, `${id}.pem`, pemOf(issued.certificate, ...authority.chain))
  await write(dir, `${id}.key`, await privateKeyPem(issued.keys))
  const p12 = await encodePkcs12(issued, authority.chain, { name, password: demoPassword })
  await writeFile(join(dir, `${id}.p12`), p12, { mode: 0o600 })
}

const write = (dir: string, name: string, text: string) => writeFile(join(dir, name), text, { mode: 0o600 })
