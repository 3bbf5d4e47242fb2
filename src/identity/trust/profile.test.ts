import 'reflect-metadata'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import { type Change, der, extension, having, oids, without } from '../../../test/certificates.ts'
import { broken, refused } from '../../../test/judging.ts'

test('a path without fault is accepted, with keys of every kind', async () => {
  assert.deepEqual(await broken({}), [])
  assert.deepEqual(await broken({ keys: { root: 'P-384', issuer: 'RSA-2048', holder: 'P-521' } }), [])
  assert.deepEqual(await broken({ keys: { issuer: 'Ed25519', holder: 'Ed25519' } }), [])
})

const tamper =
  (change: NonNullable<Parameters<Change>[0]['tamper']>): Change =>
  (plan) => {
    plan.tamper = change
  }
const number =
  (serialNumber: string): Change =>
  (plan) => {
    plan.serialNumber = serialNumber
  }
const numbered = (byte: number) =>
  tamper((certificate) => {
    certificate.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.of(byte).buffer })
  })
refused('a field that RFC 5280 does not allow is refused', {
  'version 2': [
    {
      holder: tamper((one) => {
        one.version = 1
      }),
    },
    'holder version',
  ],
  'number 0': [{ holder: numbered(0) }, 'holder serial_not_positive'],
  'a negative number': [{ holder: numbered(0xff) }, 'holder serial_not_positive'],
  'a number of 21 bytes': [{ holder: number(`01${'00'.repeat(20)}`) }, 'holder serial_too_long'],
  'an authority without a name': [
    {
      issuer: (plan) => {
        plan.subject = ''
      },
    },
    'holder issuer_empty',
    'issuer subject_empty',
  ],
  'a holder with no name at all': [
    {
      holder: (plan) => {
        plan.subject = ''
      },
    },
    'holder subject_empty',
  ],
})

const san = (...names: x509.JsonGeneralNames) => new x509.SubjectAlternativeNameExtension(names)
const twice: Change = (plan) =>
  plan.extensions.push(...plan.extensions.filter(({ type }) => type === oids.extendedKeyUsage))
const critical =
  (oid: string, yes: boolean): Change =>
  (plan) => {
    plan.extensions = plan.extensions.map((one) =>
      one.type === oid ? new x509.Extension(oid, yes, one.value) : one,
    )
  }
refused('an extension that RFC 5280 does not allow is refused', {
  'twice the same': [{ holder: twice }, 'holder extension_repeated', 'holder issuer_mismatch'],
  'unknown and critical': [
    { holder: having(extension('1.2.3.4', true, der(5))) },
    'holder extension_unknown',
  ],
  'unknown and critical, in the root': [
    { root: having(extension('1.2.3.4', true, der(5))) },
    'root extension_unknown',
  ],
  malformed: [{ holder: having(extension(oids.policies, false, der(0x30))) }, 'holder extension_malformed'],
  'key usage that allows nothing': [
    { issuer: having(extension(oids.keyUsage, true, der(3, '\0'))) },
    'holder issuer_mismatch',
    'issuer extension_malformed',
    'issuer path_length_misplaced',
    'issuer issuer_mismatch',
    'issuer issuer_may_not_sign',
  ],
  'key identifier marked critical': [{ holder: critical(oids.ski, true) }, 'holder extension_critical'],
  'basic constraints of an authority not critical': [
    { issuer: critical(oids.basicConstraints, false) },
    'issuer extension_not_critical',
  ],
  'a host that is none': [
    { holder: having(san({ type: 'dns', value: 'under_score.example' })) },
    'holder alternative_name',
  ],
  'an address of mail that is none': [
    { holder: having(san({ type: 'email', value: 'a@b@example.lu' })) },
    'holder alternative_name',
  ],
  'no authority key identifier': [{ holder: without(oids.aki) }, 'holder aki_missing'],
  'no key identifier in an authority': [{ issuer: without(oids.ski) }, 'issuer ski_missing'],
  'a limit to the path in a holder’s': [
    { holder: having(extension(oids.basicConstraints, true, der(0x30, der(2, '\0')))) },
    'holder path_length_misplaced',
  ],
  'the right to issue in a holder’s': [
    {
      holder: having(
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyCertSign,
          true,
        ),
      ),
    },
    'holder signs_without_authority',
  ],
  'name constraints in a holder’s': [
    {
      holder: having(
        extension(oids.nameConstraints, true, der(0x30, der(0xa0, der(0x30, der(0x82, 'example.lu'))))),
      ),
    },
    'holder name_constraints_misplaced',
  ],
})
