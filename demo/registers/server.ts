import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { openDesk } from './desk.ts'
import { openEntries } from './entries.ts'
import { bodyOf, send } from './http.ts'
import { openApiOf } from './openapi.ts'
import type { Mode, Register } from './register.ts'
import { openDoor } from './tokens.ts'

export type RunningRegister = {
  url: string
  port: number
  /** Where its data lies. */
  file: string
  behave(mode: Mode): void
  /** How many questions it was asked, refused ones included. */
  asked(): number
  close(): Promise<void>
}

/** Starts one of the demo's registers on loopback; port 0 takes a free one. */
export async function startRegister<Entry>(given: {
  register: Register<Entry>
  port: number
  folder: string
  /** PEM: the portal signs its service tokens with the private one. */
  publicKey: string
  host?: string
}): Promise<RunningRegister> {
  const { register } = given
  const entries = openEntries(register, given.folder)
  const state: { mode: Mode; asked: number } = { mode: 'normal', asked: 0 }
  let url = ''
  const isAdmitted = openDoor(given.publicKey, () => url)
  const desk = openDesk(register, entries, state)
  const server = createServer((request, response) => {
    respond(request, response).catch((error) => send(response, 400, { error: problemOf(error) }))
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '/'
    if (path === '/openapi.json') return send(response, 200, openApiOf(register, url))
    const operation = register.operations[path]
    if (!operation || request.method !== 'POST') return desk(request, response)
    state.asked += 1
    if (!(await isAdmitted(request))) return send(response, 401, { error: 'unauthorised' })
    const question: unknown = JSON.parse(await bodyOf(request))
    const others = state.mode === 'stranger'
    const reply = others ? aboutAnother(question) : operation.reply(question, entries.all())
    if (state.mode === 'down') return send(response, 503, { error: 'down' })
    if (state.mode === 'nonsense') return send(response, 200, { match: 'perhaps', asOf: 'yesterday' })
    if (state.mode === 'slow') await sleep(10_000, undefined, { ref: false })
    return reply ? send(response, 200, reply) : send(response, 404, { error: 'not found' })
  }

  /** What the first entry says that was not asked for, as a register does whose index is broken. */
  function aboutAnother(question: unknown): object | null {
    const asked = JSON.stringify(question)
    const other = entries.all().find((entry) => !asked.includes(register.keyOf(entry)))
    const [operation] = Object.values(register.operations).slice(-1)
    return other && operation ? operation.reply(other, [other]) : null
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.port, given.host ?? '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  url = `http://localhost:${port}`
  return {
    ...{ url, port, file: entries.file },
    behave: (mode) => {
      state.mode = mode
    },
    asked: () => state.asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const problemOf = (error: unknown) =>
  error instanceof z.ZodError ? z.prettifyError(error) : 'this is no question'
