import { demoProvider } from '../../demo/names.ts'
import { paths } from '../../src/paths.ts'
import type { DemoPortal } from './demo-portal.ts'
import { companySample, type Sample } from './samples.ts'
import { holderOf, type Visitor } from './visitor.ts'

/** Registers a further certificate for the person who holds another one already, as the helpdesk would. */
export async function addCertificate({ owner }: DemoPortal, id: string): Promise<void> {
  const certificate = holderOf(id).certificates.find((one) => one.id === id)
  await owner.query(
    `insert into certificates (person_id, provider, serial_number, kind, family_name, given_name,
       organization_name, organization_identifier)
     select p.id, $1, $2, $3, p.family_name, p.given_name, $4, $5 from persons p where p.family_name = $6`,
    [
      demoProvider.tls,
      certificate?.serialNumber,
      certificate?.kind,
      certificate?.organization?.name,
      certificate?.organization?.identifier,
      holderOf(id).familyName,
    ],
  )
}

/** Sends a form as the person who is signed in at this browser, without opening its page. */
export async function send({ context, portal }: Visitor, path: string, form: Sample): Promise<string> {
  const answer = await context.request.post(portal.url + path, {
    form,
    headers: { origin: portal.url },
    maxRedirects: 0,
  })
  const location = answer.headers().location
  if (answer.status() !== 303 || !location) throw new Error(`${path}: ${answer.status()}`)
  return location
}

export async function openBusinessSpaces(visitor: Visitor, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const name = `Association ${number}`
    const own = { legalName: name, spaceTitle: name, registerNumber: `F${2000 + number}` }
    await send(visitor, paths.newBusinessSpace(), { ...companySample, ...own })
  }
}
