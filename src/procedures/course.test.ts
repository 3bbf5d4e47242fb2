import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveDocument } from '../../test/documents.ts'
import { companyEntry } from '../../test/entries.ts'
import { formOf } from '../../test/form.ts'
import { type SignedIn, type TestPortal, testPortal } from '../../test/support.ts'
import { paths } from '../paths.ts'

let portal: TestPortal
before(async () => {
  portal = await testPortal()
})
after(() => portal.close())

const joinery = { kind: 'professional', organizationName: 'Joinery S.A.', familyName: 'Muster' } as const

let numbers = 0
/** Different ones with one ending. */
const ending = (digits: string) => `1020${String(++numbers).padStart(12, '0')}${digits}`

/** Marie, director, and Paul, employee, share a space with a dossier that Marie began. */
async function share() {
  const marie = await portal.signIn({
    ...{ ...joinery, givenName: 'Marie', serialNumber: ending('0214') },
  })
  const { headers } = await portal.post(
    paths.newBusinessSpace(),
    companyEntry({ capacity: 'manager' }),
    marie,
  )
  const code = /PM-[A-Z0-9]{6}/.exec(headers.location ?? '')?.[0] ?? assert.fail(headers.location)
  const paul = await portal.signIn({
    givenName: 'Paul',
    familyName: 'Weis',
    serialNumber: ending('0356'),
  })
  await portal.owner.query(
    `insert into memberships (person_id, space_id, role, capacity)
     select $1, id, 'manager', 'employee' from spaces where code = $2`,
    [paul.personId, code],
  )
  await portal.post(paths.newDossier(code), { procedure: 'business-permit' }, marie)
  return { marie, paul, code }
}

async function change(code: string, who: SignedIn, entries: Record<string, string>) {
  const path = paths.dossierPage(code, 1, 'company')
  const form = formOf((await portal.get(path, who)).body, path)
  assert.equal((await portal.post(path, { ...form, ...entries, go: 'later' }, who)).status, 303)
}

/** What a page tells of what was done, a line each. */
async function courseOf(code: string, who: SignedIn, path = paths.dossier(code, 1)): Promise<string[]> {
  const { body } = await portal.get(path, who)
  const list = /<ol class="timeline">([\s\S]*?)<\/ol>/.exec(body)?.[1] ?? ''
  return [...list.matchAll(/<div>([\s\S]*?)<\/div>/g)].map(([, text = '']) =>
    text.replace(/<br>/g, ' | ').replace(/<[^>]*>/g, ''),
  )
}

test('a shared dossier tells who did what, in which capacity, with which certificate, to everybody in the space', async () => {
  const { marie, paul, code } = await share()
  await change(code, paul, { companyPhone: '621 000 111' })
  await change(code, paul, { companyPhone: '621 000 222' })
  await change(code, marie, { contactFunction: 'Director' })
  const told = [
    'Started by Marie Muster | Director or managing partner · Professional certificate, Joinery S.A., …0214',
    'Worked on by Paul Weis | Employee · Private certificate, …0356',
    'Worked on by Marie Muster | Director or managing partner · Professional certificate, Joinery S.A., …0214',
  ]
  for (const who of [marie, paul]) assert.deepEqual(await courseOf(code, who), told)
  assert.match((await portal.get(paths.dossier(code, 1), paul)).body, /<br>Marie Muster/, 'last change')
})

test('a shared document tells who did what with it, in which capacity and with which certificate', async () => {
  const { marie, paul, code } = await share()
  const id = await giveDocument(portal, marie, code)
  await portal.get(paths.documentFile(code, id), paul)
  const told = await courseOf(code, paul, paths.document(code, id))
  assert.match(told[0] ?? '', /Paul Weis.* \| Employee · Private certificate, …0356$/)
  assert.match(
    told[1] ?? '',
    /Marie Muster.* \| Director or managing partner · Professional certificate, Joinery/,
  )
})

test('what somebody did stays told as it was, whatever they become or lose', async () => {
  const { marie, paul, code } = await share()
  await change(code, paul, { companyPhone: '621 000 111' })
  await portal.post(paths.memberRemoval(code, paul.personId), {}, marie)
  await portal.owner.query(`update persons set family_name = 'Klein' where id = $1`, [paul.personId])
  assert.match((await courseOf(code, marie))[1] ?? '', /Worked on by Paul Weis \| Employee/)
})

test('with another certificate it is told anew; saving the same again is no change', async () => {
  const { marie, code } = await share()
  const other = await portal.signIn({ personId: marie.personId, serialNumber: ending('0214') })
  await change(code, marie, {})
  assert.equal((await courseOf(code, marie)).length, 1)
  await change(code, other, { companyPhone: '621 000 111' })
  assert.match((await courseOf(code, marie))[1] ?? '', /Private certificate, …0214/)
})
