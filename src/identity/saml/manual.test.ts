import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { describeSamlFaults } from './fault.ts'
import { SamlProvider } from './settings.ts'

const manual = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')

test('docs/security.md lists every reason (npm run guichet -- saml reasons)', () => {
  assert.ok(manual('security.md').includes(describeSamlFaults()))
})

test('docs/operate.md names every setting of a gateway, and shows the defaults as they are', () => {
  const section = manual('operate.md').split('## SAML gateways')[1] ?? ''
  const [shown] = parse(/```yaml\n([^`]*)```/.exec(section)?.[1] ?? '').providers
  assert.deepEqual(Object.keys(shown).sort(), Object.keys(SamlProvider.shape).sort())
  const { scheme, id, name, entryPoint, idpEntityId, idpCertificatesFile, signing, ...optional } = shown
  const usual = SamlProvider.parse({
    scheme,
    id,
    name,
    entryPoint,
    idpEntityId,
    idpCertificatesFile,
    signing,
  })
  const { entityId, decryption, eidas, requestedContexts, certificateProvider, attributes, ...rest } =
    optional
  for (const [setting, value] of Object.entries(rest))
    assert.deepEqual(value, Object.entries(usual).find(([key]) => key === setting)?.[1], setting)
  const { nationalNumber, kind, kindValues, ...named } = attributes
  assert.deepEqual({ ...named, kindValues: {} }, usual.attributes)
  assert.ok(SamlProvider.safeParse(shown).success)
})

test('what no gateway could be is refused in words', () => {
  const known = {
    ...{ scheme: 'saml', id: 'eid', name: 'eID', entryPoint: 'https://gateway.example/sso' },
    ...{ idpEntityId: 'https://gateway.example', idpCertificatesFile: 'a.pem' },
    signing: { certificateFile: 'b.pem', keyFile: 'b.key' },
  }
  const complaint = (more: object) => SamlProvider.safeParse({ ...known, ...more }).error?.issues[0]?.message
  assert.equal(complaint({}), undefined)
  assert.equal(complaint({ entryPoint: 'http://127.0.0.1:8087/sso' }), undefined)
  assert.equal(complaint({ entryPoint: 'http://gateway.example/sso' }), 'must be an https address')
  assert.equal(complaint({ entryPoint: 'javascript:alert(1)' }), 'must be an https address')
  assert.equal(complaint({ levels: { x: 'low' } }), 'is more than this gateway ever reaches')
  assert.match(complaint({ requireSignedRespons: true }) ?? '', /requireSignedRespons/)
  assert.match(complaint({ attributes: { kind: 'x' } }) ?? '', /what the values of kind mean/)
})
