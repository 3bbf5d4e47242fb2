import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import { openMailer } from '../../src/platform/mail.ts'
import { type Mailbox, startMailbox } from './server.ts'

let folder: string
let mailbox: Mailbox

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'))
  mailbox = await startMailbox({ port: 0, smtpPort: 0, folder })
})
after(async () => {
  await mailbox.close()
  rmSync(folder, { recursive: true, force: true })
})

async function get(path: string, language = 'en') {
  const answer = await fetch(mailbox.url + path, { headers: { 'accept-language': language } })
  const body = await answer.text()
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      'no-raw-characters': 'off',
    },
  }).validateString(body)
  const said = report.results.flatMap(({ messages }) =>
    messages.map(({ message, line }) => `${line}: ${message}`),
  )
  assert.deepEqual(said, [], path)
  return { status: answer.status, headers: answer.headers, body }
}

test('an empty mailbox says so', async () => {
  assert.match((await get('/')).body, /No mail yet/)
})

test('what is sent is kept as a file, listed newest first, and read with links that can be clicked', async () => {
  const mailer = openMailer({ SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'Portal <no-reply@portal.example>' })
  for (const [index, subject] of ['First', 'Bereich <b>erstellt</b> – ü'].entries())
    await mailer?.send({
      id: `id-${index}`,
      to: 'anna@example.lu',
      subject,
      text: 'Hallo <script>alert(1)</script>\nhttps://portal.example/a?b=1&c=2\njavascript:alert(1)',
      language: 'de',
    })
  mailer?.close()
  assert.equal(readdirSync(folder).filter((name) => name.endsWith('.eml')).length, 2)
  const list = (await get('/')).body
  assert.ok(list.indexOf('Bereich') < list.indexOf('First'))
  assert.doesNotMatch(list, /<b>/)
  const [, path = ''] = /href="(\/mails\/[^"]+)"/.exec(list) ?? []
  const { body, headers } = await get(path, 'de')
  assert.match(body, /<a href="https:\/\/portal\.example\/a\?b=1&amp;c=2">/)
  assert.match(body, /Hallo &lt;script&gt;/)
  assert.doesNotMatch(body, /href="javascript/)
  assert.match(body, /<h1 lang="de">Bereich &lt;b&gt;erstellt&lt;\/b&gt; – ü<\/h1>/)
  assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/)
})

test('no path leads out of the folder', async () => {
  for (const path of ['/mails/..%2f..%2fetc%2fpasswd', '/mails/x', '/etc/passwd'])
    assert.equal((await get(path)).status, 404, path)
})

test('as a process it says when it is ready, and ends when its channel closes', async () => {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', SMTP_PORT: '0', FOLDER: folder },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  assert.equal(await new Promise((resolve) => child.once('message', resolve)), 'ready')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.disconnect()
  assert.equal(await ended, 0)
})
