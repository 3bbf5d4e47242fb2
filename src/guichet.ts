import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigError, type DatabaseSettings, readDatabaseSettings, readDocumentsKeys } from './config.ts'
import { openDatabaseServer } from './database-server.ts'
import { ringOf } from './documents/vault.ts'
import { rewrapKeys } from './documents/wrapping.ts'
import { endSessionsOf } from './identity/ending-sessions.ts'
import { describeSamlFaults } from './identity/saml/fault.ts'
import { checkTrust } from './identity/trust/check.ts'
import { describeReasons } from './identity/trust/reasons.ts'
import { checkServer } from './platform/login.ts'
import { migrate } from './platform/migrate.ts'
import { describeFreshSchema, schemaFile } from './platform/schema.ts'
import { StartError } from './platform/start-error.ts'
import { loadProcedures } from './procedures/catalogue.ts'
import { procedureSchema } from './procedures/definition.ts'
import { type Running, runProgram } from './program.ts'
import { describeSettings } from './settings.ts'

const commands: Record<string, { does: string; takes?: string; run: (words: string[]) => Promise<void> }> = {
  migrate: { does: 'bring the database to the newest schema', run: migrateDatabase },
  'documents rewrap': { does: 'put all documents under the current DOCUMENTS_KEY', run: rewrapDocuments },
  'sessions end': {
    takes: 'everybody | agents | SERIALNUMBER',
    does: 'sign everybody out, all agents, or the holder of a certificate',
    run: endSessions,
  },
  schema: { does: 'write db/schema.sql as the migrations leave it', run: writeSchema },
  settings: { does: 'write the table of settings into docs/operate.md', run: writeSettings },
  'procedures check': { does: 'check every file of procedures/', run: checkProcedures },
  'trust check': {
    takes: 'CERT.pem [--at TIME] [--offline]',
    does: 'tell how a certificate is judged',
    run: checkTrust,
  },
  'trust rules': { does: 'write the table of rules into docs/security.md', run: writeTrustRules },
  'saml reasons': { does: 'write the table of reasons into docs/security.md', run: writeSamlReasons },
  'procedures schema': { does: 'write procedures/procedure.schema.json', run: writeProcedureSchema },
}

async function migrateDatabase() {
  await asOwner(readDatabaseSettings(), migrate)
  console.log('The database has the newest schema.')
}

async function endSessions([whose, ...more]: string[]) {
  if (!whose || more.length > 0 || !/^(everybody|agents|\S*\d\S*)$/.test(whose))
    throw new ConfigError(usage())
  const named = whose === 'everybody' || whose === 'agents' ? whose : { serialNumber: whose }
  const ended = await asOwner(readDatabaseSettings(), (url) => endSessionsOf(url, named))
  console.log(`${ended} ${ended === 1 ? 'session has' : 'sessions have'} been ended.`)
}

async function rewrapDocuments() {
  const settings = readDocumentsKeys()
  const { done, remaining } = await asOwner(settings, (ownerUrl) =>
    rewrapKeys(ownerUrl, ringOf(settings), (now) => console.log(`${now.done} done, ${now.remaining} remain`)),
  )
  if (remaining > 0)
    throw new StartError(
      `${remaining} keys of documents remain under other keys: give those in DOCUMENTS_KEYS_OTHER; ${done} are done`,
    )
  console.log(`All documents are under DOCUMENTS_KEY (${done} keys were wrapped anew).`)
}

/** Nothing but the owner's address is needed; without one, the embedded server runs meanwhile. */
async function asOwner<T>(settings: DatabaseSettings, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { DATABASE_OWNER_URL: ownerUrl } = settings
  if (!ownerUrl) {
    const server = await openDatabaseServer(settings)
    return work(server.ownerUrl).finally(server.stop)
  }
  await checkServer('DATABASE_OWNER_URL', ownerUrl)
  return work(ownerUrl)
}

async function writeSchema() {
  writeFileSync(schemaFile, await describeFreshSchema())
  console.log(`${schemaFile} is as the migrations leave it.`)
}

async function writeSettings() {
  writeTable('operate.md', 'settings', describeSettings())
}

async function writeTrustRules() {
  writeTable('security.md', 'trust rules', describeReasons())
}

async function writeSamlReasons() {
  writeTable('security.md', 'saml reasons', describeSamlFaults())
}

/** Between two comments that mark its place. */
function writeTable(manual: string, name: string, table: string) {
  const file = fileURLToPath(new URL(`../docs/${manual}`, import.meta.url))
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(begin)
  writeFileSync(file, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ''}`)
}

async function checkProcedures() {
  const procedures = loadProcedures(fileURLToPath(new URL('../procedures', import.meta.url)))
  for (const { id, version } of procedures) console.log(`${id}, version ${version}: in order`)
}

async function writeProcedureSchema() {
  const file = fileURLToPath(new URL('../procedures/procedure.schema.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify(procedureSchema(), null, 2)}\n`)
}

function usage(): string {
  const names = Object.entries(commands).map(([name, { takes, does }]) => [
    takes ? `${name} ${takes}` : name,
    does,
  ])
  const width = Math.max(...names.map(([name = '']) => name.length))
  return [
    'npm run guichet -- COMMAND',
    ...names.map(([name = '', does]) => `  ${name.padEnd(width)}  ${does}`),
  ].join('\n')
}

/** A command's name is one word or two; only some take more words. */
function readCommand(words: string[]) {
  const length = [2, 1].find((count) => Object.hasOwn(commands, words.slice(0, count).join(' ')))
  const command = length ? commands[words.slice(0, length).join(' ')] : undefined
  const rest = words.slice(length)
  if (!command || (rest.length && !command.takes)) throw new ConfigError(usage())
  return () => command.run(rest)
}

await runProgram(async (): Promise<Running | null> => {
  await readCommand(process.argv.slice(2))()
  return null
})
