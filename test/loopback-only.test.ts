import assert from 'node:assert/strict'
import { lookup as lookupWithCallback } from 'node:dns'
import { lookup, resolveMx } from 'node:dns/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import './loopback-only.js'

test('another machine is out of reach at once, by address and by name', async () => {
  const begun = Date.now()
  for (const url of [
    'http://192.0.2.1/',
    'https://93.184.216.34/',
    'http://portal.example/',
    'http://[2001:db8::1]/',
  ])
    await assert.rejects(fetch(url), (error) => /out of reach/.test(String((error as Error).cause)))
  await assert.rejects(lookup('portal.example'), /out of reach/)
  await assert.rejects(resolveMx('portal.example'), /out of reach/)
  const error = await new Promise((resolve) => lookupWithCallback('portal.example', resolve))
  assert.match(String(error), /out of reach/)
  const socket = connect({ host: '192.0.2.1', port: 25 })
  assert.match(String(await new Promise((resolve) => socket.once('error', resolve))), /out of reach/)
  assert.ok(Date.now() - begun < 2000)
})

test('this machine is within reach', async (t) => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost'])
    assert.equal(await (await fetch(`http://${host}:${port}/`)).text(), 'here')
})
