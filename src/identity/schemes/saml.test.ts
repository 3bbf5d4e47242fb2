import assert from 'node:assert/strict'
import { createVerify, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { selfSigned } from '../../../demo/gateway/keys.ts'
import {
  type AnswerParts,
  assertionOf,
  attributeOf,
  encrypted,
  fromNow,
  legal,
  natural,
  responseOf,
  signed,
} from '../../../test/saml-answers.ts'
import { postAnswer, type SamlWorld, samlWorld } from '../../../test/saml-world.ts'
import type { Browser } from '../../../test/sign-in-world.ts'
import { sealState } from '../state.ts'
import { openSamlScheme } from './saml.ts'

let world: SamlWorld
before(async () => {
  world = await samlWorld()
})
after(() => world.close())

const pathOf = ({ url }: { url: string }) => new URL(url).pathname
const lastAudit = async (act: string) => {
  const { rows } = await world.portal.owner.query<{ object: string; detail: Record<string, string> }>(
    'select object, detail from audit_records where act = $1 order by id desc limit 1',
    [act],
  )
  return rows[0]
}

/** Begins, has the gateway answer so, and follows to where that leads. */
async function signIn(browser: Browser, change: (parts: AnswerParts) => AnswerParts = (parts) => parts) {
  const { parts } = await world.begin(browser)
  return browser.follow(postAnswer(browser, parts.consumer, world.answer(change(parts))))
}

test('whom the gateway vouches for arrives with that identity, registers, and is known the next time', async () => {
  const browser = world.browser()
  const page = await signIn(browser)
  assert.equal(pathOf(page), '/registration')
  for (const words of ['Lotte Maes', 'BE/LU/4711', 'eID gateway']) assert.ok(page.body.includes(words), words)
  await browser.register()
  const { rows } = await world.portal.owner.query(
    `select s.scheme, s.assurance, p.birth_date::text from sessions s join persons p on p.id = s.person_id
     where p.family_name = 'Maes'`,
  )
  assert.deepEqual(rows, [{ scheme: 'saml', assurance: 'substantial', birth_date: '1990-04-05' }])
  assert.equal(pathOf(await signIn(world.browser())), '/spaces')
})

test('the request is signed, says where from and how surely, and carries no state', async () => {
  const browser = world.browser()
  const { url, request } = await world.begin(browser)
  const [, query = '', signature = ''] = /\?(.*)&Signature=(.*)$/.exec(url.href) ?? []
  assert.equal(url.searchParams.get('SigAlg'), 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
  const verifier = createVerify('sha256').update(query)
  assert.ok(verifier.verify(world.keys.portalCertificate, decodeURIComponent(signature), 'base64'))
  assert.match(request, /Destination="https:\/\/gateway.example\/eid"/)
  assert.match(request, /AssertionConsumerServiceURL="http:\/\/localhost:8080\/sign-in\/saml\/eid"/)
  assert.match(request, /<saml:Issuer[^>]*>http:\/\/localhost:8080\/saml\/eid\/metadata</)
  assert.match(
    request,
    /Comparison="minimum"><saml:AuthnContextClassRef[^>]*>http:\/\/eidas.europa.eu\/LoA\/substantial</,
  )
  assert.doesNotMatch(request, /ForceAuthn|Extensions|Format=/)
  assert.equal(url.searchParams.has('RelayState'), false)
  assert.equal((await world.begin(browser)).request === request, false)
})

test('what is more than a sign-in asks the gateway anew', async () => {
  const browser = world.browser()
  await signIn(browser)
  assert.match((await world.begin(browser, 'eid', '?for=attach')).request, /ForceAuthn="true"/)
  const joined = world.browser()
  const { request, parts } = await world.begin(joined, 'eid', '?for=join')
  assert.match(request, /ForceAuthn="true"/)
  const old = { ...parts, times: { ...parts.times, authenticated: fromNow(-90) } }
  const page = await joined.follow(postAnswer(joined, parts.consumer, world.answer(old)))
  assert.match(page.body, /The provider did not ask you anew/)
  assert.equal((await lastAudit('sign_in.refused'))?.detail.refusal, 'not_fresh')
})

test('proving oneself anew takes an authentication that began after it was asked for', async () => {
  const { config, pools } = world.portal
  const provider = config.connections.providers.find((one) => one.id === 'eid') ?? assert.fail()
  assert.ok(provider.scheme === 'saml')
  const scheme = openSamlScheme(config, provider)
  const browserHash = randomBytes(32)
  const purpose = { act: 'confirm' as const, session: 'ab'.repeat(32) }
  const finish = async (secondsAgo: number) => {
    const bound = { provider: 'eid', browser: browserHash.toString('hex') }
    const state = sealState(config, { ...bound, lang: 'en', back: null, purpose })
    const begun = world.read(
      await scheme.start(pools, { browserHash, state, purpose, atLeast: 'low' }),
      'eid',
    )
    assert.match(begun.request, /ForceAuthn="true"/)
    const times = { ...begun.parts.times, authenticated: fromNow(-secondsAgo) }
    return scheme.finish(pools, Buffer.from(world.answer({ ...begun.parts, times })).toString('base64'))
  }
  assert.deepEqual(await finish(90), {
    ...{ is: 'refused', refusal: 'not_fresh', back: null },
    proven: { provider: 'eid', serialNumber: 'BE/LU/4711' },
  })
  const anew = await finish(30)
  assert.ok(anew.is === 'presented' && anew.browserHash.equals(browserHash))
  assert.deepEqual(anew.presented.purpose, purpose)
})

test('a login the gateway has from before is enough to sign in', async () => {
  const page = await signIn(world.browser(), (parts) => ({
    ...parts,
    times: { ...parts.times, authenticated: fromNow(-3600) },
  }))
  assert.equal(pathOf(page), '/spaces')
})

test('an answer is good once, and by one only, however parallel', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser)
  const xml = world.answer(parts)
  const answers = await Promise.all(Array.from({ length: 6 }, () => postAnswer(browser, parts.consumer, xml)))
  const codes = answers.filter(({ headers }) => headers.location?.startsWith('/sign-in/return?code='))
  assert.equal(codes.length, 1)
  assert.equal((await lastAudit('sign_in.failed'))?.detail.reason, 'unsolicited')
})

test('a used assertion is remembered while it would be believed, also under a request that still waits', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser)
  const xml = world.answer(parts)
  assert.match((await postAnswer(browser, parts.consumer, xml)).headers.location ?? '', /code=/)
  await world.portal.owner.query('update saml_requests set answered_at = null')
  assert.match((await postAnswer(browser, parts.consumer, xml)).headers.location ?? '', /notice=failed/)
  assert.equal((await lastAudit('sign_in.failed'))?.detail.reason, 'replayed')
})

test('an answer opens nothing in another browser, and stays good in the one that began', async () => {
  const began = world.browser()
  const other = world.browser()
  const { parts } = await world.begin(began)
  await world.begin(other)
  const { location = '' } = (await postAnswer(other, parts.consumer, world.answer(parts))).headers
  assert.match(location, /^\/sign-in\/return\?code=/)
  assert.equal((await other.get(location)).headers.location, '/sign-in?notice=refused')
  assert.equal(other.cookies.has('guichet-portal'), false)
  assert.equal((await began.get(location)).headers.location, '/spaces')
})

test('a request waits ten minutes', async () => {
  const browser = world.browser()
  for (const [minutes, path] of [
    [9, '/spaces'],
    [10, '/sign-in'],
  ] as const) {
    const { parts } = await world.begin(browser)
    await world.portal.owner.query(
      `update saml_requests set created_at = now() - make_interval(mins => $1)`,
      [minutes],
    )
    assert.equal(pathOf(await browser.follow(postAnswer(browser, parts.consumer, world.answer(parts)))), path)
    browser.cookies.clear()
  }
})

test('an answer counts at its own gateway only', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser, 'eid')
  const elsewhere = parts.consumer.replace('eid', 'plain')
  const answer = await postAnswer(browser, elsewhere, world.answer({ ...parts, consumer: elsewhere }))
  assert.match(answer.headers.location ?? '', /notice=failed/)
  assert.deepEqual(await lastAudit('sign_in.failed'), { object: 'plain', detail: { reason: 'unsolicited' } })
})

test('requests and assertions are stored by hash, and the way back is sealed', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser, 'eid', '?back=%2Faccount%2Femail')
  await postAnswer(browser, parts.consumer, world.answer(parts))
  const { rows } = await world.portal.owner.query('select * from saml_requests, saml_assertions')
  const dump = JSON.stringify(rows)
  for (const secret of [parts.inResponseTo, parts.assertionId, 'account', 'Maes', '4711'])
    assert.ok(!dump.includes(secret), secret)
})

test('clocks may differ by a minute', async () => {
  const at = (seconds: number) => (parts: AnswerParts) => ({
    ...parts,
    times: { ...parts.times, notBefore: fromNow(seconds), notOnOrAfter: fromNow(seconds + 60) },
  })
  assert.equal(pathOf(await signIn(world.browser(), at(50))), '/spaces')
  assert.equal(pathOf(await signIn(world.browser(), at(-110))), '/spaces')
})

test('a lower level than required, or an unknown one, is refused by a page that says so', async () => {
  const low = await signIn(world.browser(), (parts) => ({
    ...parts,
    context: 'http://eidas.europa.eu/LoA/low',
  }))
  assert.match(low.body, /This sign-in is not secure enough/)
  assert.equal((await lastAudit('sign_in.refused'))?.detail.refusal, 'level_low')
  for (const context of ['urn:oasis:names:tc:SAML:2.0:ac:classes:Password', 'constructor']) {
    const page = await signIn(world.browser(), (parts) => ({ ...parts, context }))
    assert.match(page.body, /The provider did not say how secure this sign-in was/, context)
  }
  const known = world.browser()
  const high = await signIn(known, (parts) => ({
    ...parts,
    context: 'http://eidas.europa.eu/LoA/high',
  }))
  assert.match((await known.get('/account/activity')).body, /Sign-in refused/, 'the person is told')
  assert.equal(pathOf(high), '/spaces')
})

test('turning back at the gateway leads to the sign-in page, which says so', async () => {
  for (const code of ['AuthnFailed', 'RequestDenied']) {
    const browser = world.browser()
    const { parts } = await world.begin(browser, 'eid', '?back=%2Faccount%2Femail')
    const page = await browser.follow(
      postAnswer(browser, parts.consumer, responseOf(parts, '', statusOf(code))),
    )
    assert.match(page.body, /Sign-in cancelled/)
    assert.match(page.body, /back=%2Faccount%2Femail/)
  }
})

test('a gateway that cannot reach the level asked for is understood', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser)
  const xml = responseOf(parts, '', statusOf('NoAuthnContext'))
  const page = await browser.follow(postAnswer(browser, parts.consumer, xml))
  assert.match(page.body, /This sign-in is not secure enough/)
})

const statusOf = (code: string) => {
  const value = (name: string) => `urn:oasis:names:tc:SAML:2.0:status:${name}`
  return `<samlp:StatusCode Value="${value('Responder')}"><samlp:StatusCode Value="${value(code)}"></samlp:StatusCode></samlp:StatusCode>`
}

const company = { [`${legal}LegalName`]: 'Maes BV', [`${legal}LegalPersonIdentifier`]: 'BE/LU/0400' }

test('who comes with a legal person is professional, and somebody else than in private', async () => {
  const page = await signIn(world.browser(), (parts) => ({
    ...parts,
    attributes: { ...parts.attributes, ...company },
  }))
  assert.equal(pathOf(page), '/registration')
  for (const words of ['Lotte Maes', 'Maes BV', 'BE/LU/4711 BE/LU/0400', 'Professional'])
    assert.ok(page.body.includes(words), words)
})

test('attributes that do not say who it is lead to a page that says so', async () => {
  for (const name of ['PersonIdentifier', 'CurrentFamilyName']) {
    const page = await signIn(world.browser(), (parts) => {
      const { [natural + name]: _, ...attributes } = parts.attributes
      return { ...parts, attributes }
    })
    assert.match(page.body, /The provider did not tell us enough/, name)
  }
  const nameless = await signIn(world.browser(), (parts) => ({
    ...parts,
    attributes: { ...parts.attributes, [`${legal}LegalName`]: 'Maes BV' },
  }))
  assert.match(nameless.body, /The provider did not tell us enough/)
})

test('of a name in two scripts the one in Latin letters counts', async () => {
  const browser = world.browser()
  const { parts } = await world.begin(browser)
  const { [`${natural}CurrentFamilyName`]: _, ...attributes } = parts.attributes
  const both = attributeOf(`${natural}CurrentFamilyName`, 'Onassis').replace(
    '<saml:AttributeValue>',
    '<saml:AttributeValue xmlns:n="http://eidas.europa.eu/attributes/naturalperson" n:LatinScript="false">Ωνάσης</saml:AttributeValue><saml:AttributeValue>',
  )
  const xml = assertionOf({
    ...parts,
    attributes: { ...attributes, [`${natural}PersonIdentifier`]: 'GR/LU/1' },
  }).replace('</saml:AttributeStatement>', `${both}</saml:AttributeStatement>`)
  const page = await browser.follow(
    postAnswer(browser, parts.consumer, responseOf(parts, sealed(parts, xml))),
  )
  assert.ok(page.body.includes('Lotte Onassis'))
})

const sealed = (parts: AnswerParts, xml: string, key = world.keys.gateway) =>
  encrypted(signed(xml, { key, id: parts.assertionId }), { certificate: world.keys.portalCertificate })

test('the metadata says what the portal signs with, opens, and where answers go', async () => {
  const { status, headers, body } = await world.portal.get('/saml/eid/metadata')
  assert.equal(status, 200)
  assert.equal(headers['content-type'], 'application/samlmetadata+xml')
  assert.match(
    body,
    /^<\?xml[^>]+\?>\n<md:EntityDescriptor [^>]*entityID="http:\/\/localhost:8080\/saml\/eid\/metadata"/,
  )
  assert.match(body, /AuthnRequestsSigned="true" WantAssertionsSigned="true"/)
  assert.match(body, /use="signing"[\s\S]*use="encryption"[\s\S]*aes256-gcm/)
  assert.doesNotMatch(body, /cbc|rsa-1_5/)
  assert.match(body, /HTTP-POST" Location="http:\/\/localhost:8080\/sign-in\/saml\/eid"/)
  assert.equal((await world.portal.get('/saml/nobody/metadata')).status, 404)
  assert.equal((await world.portal.get('/saml/demo-oidc/metadata')).status, 404)
})

test('other sites may post to that one address, and to no other', async () => {
  const across = { origin: 'https://gateway.example', 'sec-fetch-site': 'cross-site' }
  const post = (path: string) => world.portal.post(path, { SAMLResponse: '' }, undefined, across)
  assert.equal((await post('/sign-in/saml/eid')).headers.location, '/sign-in?notice=failed')
  assert.equal((await post('/sign-in/saml/nobody')).status, 404)
  for (const path of [
    '/sign-out',
    '/registration',
    '/sign-in/saml/eid/more',
    '/saml/eid/metadata',
    '/nowhere',
  ])
    assert.equal((await post(path)).status, 403, path)
})

test('a form that is none, too long, or given twice is refused, not an error', async () => {
  const { app } = world.portal
  const post = (payload: string, type = 'application/x-www-form-urlencoded') =>
    app.inject({ method: 'POST', url: '/sign-in/saml/eid', payload, headers: { 'content-type': type } })
  for (const payload of ['', 'SAMLResponse=a&SAMLResponse=b', 'SAMLResponse=%FF', 'x=y'])
    assert.equal((await post(payload)).headers.location, '/sign-in?notice=failed', payload)
  assert.equal((await post(`SAMLResponse=${'A'.repeat(500_000)}`)).statusCode, 413)
  assert.equal((await post('{}', 'application/json')).statusCode, 400)
})

test('a gateway may change its key, and so may the portal', async () => {
  const next = await selfSigned('Next')
  const other = await samlWorld((provider) => {
    const { certificateFile } = provider.signing as { certificateFile: string }
    const folder = certificateFile.replace(/portal\.pem$/, '')
    const both = `${folder}both.pem`
    writeFileSync(both, readFileSync(String(provider.idpCertificatesFile), 'utf8') + next.certificate)
    writeFileSync(`${folder}next.pem`, next.certificate)
    writeFileSync(`${folder}next.key`, next.key)
    provider.idpCertificatesFile = both
    provider.decryption = [
      { certificateFile: `${folder}next.pem`, keyFile: `${folder}next.key` },
      provider.signing,
    ]
  })
  try {
    for (const key of [next.key, other.keys.gateway])
      for (const certificate of [next.certificate, other.keys.portalCertificate]) {
        const browser = other.browser()
        const { parts } = await other.begin(browser)
        const assertion = signed(assertionOf(parts), { key, id: parts.assertionId })
        const xml = responseOf(parts, encrypted(assertion, { certificate }))
        const page = await browser.follow(postAnswer(browser, parts.consumer, xml))
        assert.equal(pathOf(page), '/registration')
      }
  } finally {
    await other.close()
  }
})

test('an eIDAS node is told who asks, and for which attributes; a signed response can be required', async () => {
  const other = await samlWorld((provider) => {
    Object.assign(provider, { eidas: { spType: 'public' }, requireSignedResponse: true })
  })
  try {
    const browser = other.browser()
    const { request, parts } = await other.begin(browser)
    assert.match(request, /ForceAuthn="true"/)
    assert.match(
      request,
      /<samlp:Extensions[^>]*><eidas:SPType xmlns:eidas="http:\/\/eidas.europa.eu\/saml-extensions">public</,
    )
    assert.match(
      request,
      /<eidas:RequestedAttribute Name="[^"]+\/PersonIdentifier" NameFormat="[^"]+:uri" isRequired="true"\/>/,
    )
    assert.match(
      request,
      /<eidas:RequestedAttribute Name="[^"]+\/LegalName" NameFormat="[^"]+:uri" isRequired="false"\/>/,
    )
    const unsigned = await browser.follow(postAnswer(browser, parts.consumer, other.answer(parts)))
    assert.match(unsigned.body, /The sign-in failed/)
    const again = await other.begin(browser)
    const xml = signed(other.answer(again.parts), { key: other.keys.gateway, id: again.parts.responseId })
    assert.equal(
      pathOf(await browser.follow(postAnswer(browser, again.parts.consumer, xml))),
      '/registration',
    )
  } finally {
    await other.close()
  }
})

test('kinds a gateway names by an attribute are mapped as configured', async () => {
  const other = await samlWorld((provider) => {
    provider.attributes = { kind: 'kind', kindValues: { P: 'private', C: 'professional' } }
    provider.certificateProvider = 'demo-ca'
  })
  try {
    for (const [kind, path] of [
      ['C', '/registration'],
      ['X', '/sign-in'],
    ] as const) {
      const browser = other.browser()
      const { parts } = await other.begin(browser)
      const attributes = { ...parts.attributes, ...company, kind }
      const page = await browser.follow(
        postAnswer(browser, parts.consumer, other.answer({ ...parts, attributes })),
      )
      assert.equal(pathOf(page), path)
      if (kind === 'C') assert.match(page.body, />BE\/LU\/4711</)
    }
  } finally {
    await other.close()
  }
})

test('weak, foreign and the demo’s keys are refused at start, in one line', async () => {
  const { config } = world.portal
  const provider = config.connections.providers.find((one) => one.id === 'eid') ?? assert.fail()
  assert.ok(provider.scheme === 'saml')
  const weak = await selfSigned('Weak', { bits: 1024 })
  const file = `${provider.idpCertificatesFile}.weak`
  writeFileSync(file, weak.certificate)
  assert.throws(
    () => openSamlScheme(config, { ...provider, idpCertificatesFile: file }),
    /RSA of at least 2048 bits/,
  )
  const { certificateFile } = provider.signing
  const keyFile = provider.idpCertificatesFile.replace(/pem$/, 'key')
  assert.throws(
    () => openSamlScheme(config, { ...provider, signing: { certificateFile, keyFile } }),
    /is not the key of/,
  )
  assert.throws(
    () => openSamlScheme({ ...config, DEMO: 'off' }, provider),
    /of the demo: production refuses it/,
  )
})
