import assert from 'node:assert/strict'
import { giveSpace } from './filled-space.ts'
import { formOf } from './form.ts'
import type { SignedIn, TestPortal } from './support.ts'

const answers: Record<string, Record<string, string>> = {
  company: {
    legalName: 'Muster S.à r.l.',
    legalForm: 'sarl',
    registeredThoroughfare: 'Rue de l’Alzette',
    registeredCountry: 'LU',
    registeredPostCode: 'L-4010',
    registeredPostName: 'Esch',
    contactFamilyName: 'Muster',
    companyEmail: 'info@muster.lu',
  },
  activity: { applicationKind: 'first', sector: 'commerce', activity: 'Möbel', premises: 'seat' },
  manager: {
    managerFamilyName: 'Muster',
    managerBirthDate: '19.07.1984',
    managerCitizenships: 'LU',
    managerLink: 'owner',
    bankruptcy: 'no',
    declaration: 'yes',
  },
}

/** A dossier for a business permit, in a space of its own, of which only the check is left. */
export async function preparePermit(portal: TestPortal, who: SignedIn) {
  const { code, id } = await giveSpace(portal.owner, who, { kind: 'business', capacity: 'manager' })
  await portal.post(`/s/${code}/dossiers/new`, { procedure: 'business-permit' }, who)
  const at = `/s/${code}/dossiers/1`
  for (const [page, typed] of Object.entries(answers)) {
    const form = formOf((await portal.get(`${at}/pages/${page}`, who)).body, `${at}/pages/${page}`)
    const answer = await portal.post(`${at}/pages/${page}`, { ...form, ...typed, go: 'next' }, who)
    assert.equal(answer.status, 303, answer.body)
  }
  return { who, code, id, at }
}
