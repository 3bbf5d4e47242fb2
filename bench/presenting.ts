import { readFileSync } from 'node:fs'
import { Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { type RequestOptions, request as tlsRequest } from 'node:https'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * A process of its own that presents certificates over and over, each time in a new handshake, for a bounded time,
 * and goes back to the portal with what it was given, if there is a portal: a whole sign-in, up to the session.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '' },
    portalPort: { type: 'string', default: '0' },
    path: { type: 'string', default: '' },
    cookie: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
    ca: { type: 'string', default: '' },
    connections: { type: 'string', default: '16' },
    milliseconds: { type: 'string', default: '1000' },
  },
})

const ca = readFileSync(values.ca)
const agent = new Agent({ keepAlive: true })
const started = performance.now()
const ends = started + Number(values.milliseconds)
const done = await Promise.all(Array.from({ length: Number(values.connections) }, (_, one) => present(one)))
const seconds = (performance.now() - started) / 1000
process.stdout.write(JSON.stringify({ requests: done.reduce((sum, one) => sum + one, 0), seconds }))
process.exit(0)

/** How often that person signed in. */
async function present(person: number): Promise<number> {
  const [cert, key] = ['pem', 'key'].map((ending) => readFileSync(join(values.folder, `${person}.${ending}`)))
  let times = 0
  for (; performance.now() < ends; times++) {
    // As if from everywhere: attempts are counted by address.
    const from = { 'x-forwarded-for': `10.${person}.${(times >> 8) & 255}.${times & 255}` }
    const shown = { host: '127.0.0.1', servername: 'localhost', port: values.port, path: values.path }
    const answer = await ask(tlsRequest, { ...shown, ca, cert, key, agent: false, headers: from })
    if (values.portalPort === '0') continue
    const { search } = new URL(answer.headers.location ?? '')
    const headers = { ...from, cookie: values.cookie }
    const back = { host: '127.0.0.1', port: values.portalPort, agent, headers }
    const entered = await ask(plainRequest, { ...back, path: `/sign-in/return${search}` })
    if (!String(entered.headers['set-cookie']).includes('guichet-portal=')) throw new Error('no session')
  }
  return times
}

type Request = (options: RequestOptions, done: (answer: IncomingMessage) => void) => ClientRequest

/** The answer, read to its end; every one of these is a way on. */
function ask(request: Request, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 303) resolve(answer)
        else reject(new Error(`answered ${answer.statusCode}`))
      })
    })
    asked.on('error', reject).end()
  })
}
