import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import { openLog } from './log.ts'
import { freePort } from './port.ts'
import { logRequests, serve } from './serving.ts'
import { StartError } from './start-error.ts'

const host = '127.0.0.1'

async function openApp(drainSeconds = 0, silence?: number) {
  const app = Fastify()
  app.get('/healthz', async () => 'ok')
  app.get('/slow', () => sleep(400, 'done'))
  app.post('/form', async () => 'taken')
  const port = await freePort()
  const serving = await serve(app, { host, port, drainSeconds, ...(silence && { silence }) })
  return { serving, url: `http://${host}:${port}` }
}

test('a request under way is answered before the portal stops', async () => {
  const { serving, url } = await openApp()
  const begun = Date.now()
  const slow = fetch(`${url}/slow`)
  await sleep(100)
  await serving.drain()
  assert.equal(await (await slow).text(), 'done')
  assert.ok(Date.now() - begun < 3000)
  await assert.rejects(fetch(`${url}/healthz`))
})

test('while it drains, /healthz says no and everything else is still served', async () => {
  const { serving, url } = await openApp(1)
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  const drained = serving.drain()
  assert.equal((await fetch(`${url}/healthz`)).status, 503)
  assert.equal((await fetch(`${url}/slow`)).status, 200)
  await drained
})

test('a request that is never finished does not hold its connection for ever', async () => {
  const { serving, url } = await openApp(0, 300)
  const socket = connect(Number(new URL(url).port), host)
  socket.write('POST /form HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\na')
  const begun = Date.now()
  await once(socket.resume(), 'close')
  assert.ok(Date.now() - begun < 5000)
  await serving.drain()
})

test('an idle connection does not hold the portal up', async () => {
  const { serving, url } = await openApp()
  const idle = get(`${url}/healthz`, { agent: false, headers: { connection: 'keep-alive' } })
  await new Promise((resolve) => idle.on('response', (response) => response.resume().on('end', resolve)))
  const begun = Date.now()
  await serving.drain()
  assert.ok(Date.now() - begun < 2000)
})

test('a busy port is one line that names the setting', async (t) => {
  const taken = createServer().listen(0, host)
  await new Promise((resolve) => taken.once('listening', resolve))
  t.after(() => taken.close())
  const { port } = taken.address() as AddressInfo
  await assert.rejects(serve(Fastify(), { host, port, drainSeconds: 0 }), (error) => {
    assert.ok(error instanceof StartError)
    assert.equal(error.message, `PORT: port ${port} is busy; give another one`)
    return true
  })
})

test('the log tells route and status, and nothing people put into an address, a cookie or a form', async () => {
  for (const short of [true, false]) {
    const lines: string[] = []
    const app = Fastify()
    app.post('/s/:code/', async () => 'ok')
    logRequests(app, openLog('info', { short, output: { write: (line: string) => lines.push(line) } }))
    await app.inject({
      method: 'POST',
      url: '/s/PP-ABCDEF/?q=1985010112345',
      headers: { cookie: 'session=secret' },
      payload: { n: 1985010112345 },
    })
    const text = lines.join('')
    assert.match(text, /POST.*\/s\/:code\/.*200/)
    assert.doesNotMatch(text, /PP-ABCDEF|19850101|secret/)
  }
})
