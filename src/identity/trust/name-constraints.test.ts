import 'reflect-metadata'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { der, derOid, extension, having, oids } from '../../../test/certificates.ts'
import { broken, type Case, refused } from '../../../test/judging.ts'

const san = (...names: x509.JsonGeneralNames) => new x509.SubjectAlternativeNameExtension(names)
function dns(host: string) {
  return der(0x82, host)
}
const mail = (address: string) => der(0x81, address)
const directory = (organization: string) =>
  der(0xa4, der(0x30, der(0x31, der(0x30, derOid('2.5.4.10'), der(0x0c, organization)))))
function permit(base: Buffer) {
  return der(0x30, der(0xa0, der(0x30, base)))
}
const exclude = (base: Buffer) => der(0x30, der(0xa1, der(0x30, base)))
const named = (constraint: Buffer, ...names: x509.JsonGeneralNames): Case => ({
  issuer: having(extension(oids.nameConstraints, true, constraint)),
  ...(names.length ? { holder: having(san(...names)) } : {}),
})
refused('names that an authority may not give are refused', {
  'an address elsewhere': [
    named(permit(mail('example.lu')), { type: 'email', value: 'marie@example.org' }),
    'path name_not_permitted',
  ],
  'an address below, where only the host is permitted': [
    named(permit(mail('example.lu')), { type: 'email', value: 'marie@mail.example.lu' }),
    'path name_not_permitted',
  ],
  'another mailbox': [
    named(permit(mail('marie@example.lu')), { type: 'email', value: 'jean@example.lu' }),
    'path name_not_permitted',
  ],
  'an excluded host': [
    named(exclude(dns('example.lu')), { type: 'dns', value: 'www.example.lu' }),
    'path name_excluded',
  ],
  'a wildcard over an excluded host': [
    named(exclude(dns('www.example.lu')), { type: 'dns', value: '*.example.lu' }),
    'path name_excluded',
  ],
  'another organisation': [named(permit(directory('Other'))), 'path name_not_permitted'],
  'a constraint that is none': [named(permit(dns('*.example.lu'))), 'path name_constraint_form'],
  'a form nobody knows': [
    named(permit(der(0x88, Buffer.from([42]))), { type: 'id', value: '1.2.3' }),
    'path name_constraint_unknown',
  ],
})
test('names within the constraints are accepted', async () => {
  for (const made of [
    named(permit(mail('example.lu')), { type: 'email', value: 'marie@EXAMPLE.lu' }),
    named(permit(mail('.example.lu')), { type: 'email', value: 'marie@mail.example.lu' }),
    named(
      permit(dns('example.lu')),
      { type: 'dns', value: '*.example.lu' },
      { type: 'email', value: 'a@example.org' },
    ),
    named(exclude(dns('example.lu')), { type: 'dns', value: 'notexample.lu' }),
  ])
    assert.deepEqual(await broken(made), [])
})
