import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { trustRulesSchema } from '../../config.ts'
import { describeReasons } from './reasons.ts'

const manual = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8')

test('docs/security.md lists every rule (npm run guichet -- trust rules)', () => {
  assert.ok(manual('security.md').includes(describeReasons()))
})

test('docs/operate.md names every rule a provider can set, with its default, and all that can be tolerated', () => {
  const section = manual('operate.md').split('## Which certificates may sign in')[1] ?? ''
  const { rules } = parse(/```yaml\n([^`]*)```/.exec(section)?.[1] ?? '').providers[0]
  const shown = trustRulesSchema.parse({ ...rules, policies: [], tolerate: [] })
  assert.deepEqual(shown, trustRulesSchema.parse({}))
  assert.deepEqual(Object.keys(rules).sort(), Object.keys(trustRulesSchema.shape).sort())
  for (const reason of trustRulesSchema.shape.tolerate.unwrap().element.options)
    assert.ok(section.includes(`\`${reason}\``), reason)
})
