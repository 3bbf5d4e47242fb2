import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { type RevocationServer, startRevocation } from '../../../demo/revocation/server.ts'
import { type SignInWorld, signInWorld } from '../../../test/sign-in-world.ts'
import { metrics } from '../../platform/metrics.ts'
import { freePort } from '../../platform/port.ts'
import { openTlsOrigin, type TlsOrigin } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'guichet-revoked-'))
let world: SignInWorld
let revocation: RevocationServer
let renewed: TlsOrigin | undefined
before(async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  world = await signInWorld({ DATA_DIR: folder }, ({ providers }) => {
    const tls = (providers as Record<string, unknown>[]).find(({ scheme }) => scheme === 'tls')
    Object.assign(tls ?? {}, {
      revocation: {
        ocsp: { url: `${url}/ocsp` },
        crl: { urls: [`${url}/issuing.crl`, `${url}/next.crl`, `${url}/root.crl`] },
        timeoutSeconds: 1,
      },
    })
  })
  revocation = await startRevocation({ port, folder: world.certificates.revocation.folder })
})
beforeEach(() => revocation.behave('normal'))
after(async () => {
  await renewed?.close()
  await revocation.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusals = async () => {
  const { rows } = await world.portal.owner.query<{ refusal: string }>(
    `select detail->>'refusal' as refusal from audit_records where act = 'sign_in.refused' order by id`,
  )
  return rows.map(({ refusal }) => refusal)
}

test('while nobody says what is revoked, nobody gets in, and the page offers the other ways', async () => {
  revocation.behave('down')
  const page = await world.browser('marie-muster-private').signIn('/help')
  assert.equal(page.status, 503)
  assert.match(page.body, /We cannot check your certificate at the moment/)
  assert.match(page.body, /href="http:\/\/localhost:8080\/sign-in\/start\/demo-oidc\?back=%2Fhelp"/)
  assert.match(page.body, /href="\/sign-in\?state=[^"]+">Try again</)
  assert.deepEqual(await refusals(), ['revocation_unanswered'])
})

test('a portal started anew knows nothing of that: a certificate its issuer vouches for signs in', async () => {
  await world.tls.close()
  renewed = await openTlsOrigin(world.portal.config, world.portal.pools)
  const page = await world.browser('marie-muster-private').signIn()
  assert.equal(new URL(page.url).pathname, '/registration')
})

test('a revoked one is refused with the day it was revoked, in the language of the portal', async () => {
  const browser = world.browser('claudine-reuter-private')
  browser.cookies.set('guichet-lang', 'fr')
  const page = await browser.signIn()
  assert.equal(page.status, 403)
  assert.match(page.body, /Votre certificat a été révoqué/)
  assert.match(page.body, new RegExp(`le [^<]*${new Date().getUTCFullYear()}, avant son terme`))
  assert.match(page.body, /href="http:\/\/localhost:8080\/sign-in\/start\/demo-oidc"/)
  assert.equal((await refusals()).at(-1), 'revoked')
})

test('of a renewed certificate the responder of its own issuing authority is asked', async () => {
  const before = await answered()
  const page = await world.browser('renewed').signIn()
  assert.equal(new URL(page.url).pathname, '/registration')
  assert.equal(await answered(), before + 1)
})

test('what was learnt holds while the responder is down, and the lists hold for everybody', async () => {
  await world.browser('marie-muster-private').signIn()
  for (let tries = 0; tries < 100 && keptLists() < 3; tries++) await new Promise((go) => setTimeout(go, 20))
  revocation.behave('down')
  const known = await world.browser('marie-muster-private').signIn()
  assert.equal(new URL(known.url).pathname, '/registration')
  const other = await world.browser('anjali-private').signIn()
  assert.equal(other.status, 200)
  const begun = performance.now()
  revocation.behave('slow')
  assert.equal((await world.browser('joao-pereira-private').signIn()).status, 200)
  assert.ok(performance.now() - begun < 5000)
})

async function answered(): Promise<number> {
  const good = /checks_total\{provider="demo-ca",method="ocsp",result="good"\} (\d+)/
  return Number(good.exec(await metrics.metrics())?.[1] ?? 0)
}

const keptLists = () => readdirSync(join(folder, 'revocation')).filter((name) => name.endsWith('.crl')).length
