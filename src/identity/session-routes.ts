import type { FastifyInstance, FastifyReply } from 'fastify'
import { type House, type Request, tokenOf, viewOf } from '../house.ts'
import { localPath, paths } from '../paths.ts'
import { AppError } from '../platform/error.ts'
import { give, page, seeOther } from '../platform/http.ts'
import { type Actor, readAsPerson } from '../scopes.ts'
import { sessionView } from './session-view.ts'

/** Looking (GET) never extends the session, whoever looks; POST does. */
export function sessionRoutes(app: FastifyInstance, house: House) {
  const { config } = house

  app.get(paths.session(), async (request: Request, reply) => {
    const actor = await findActor(house, request, false)
    if (isProgram(request)) return sendEnd(reply, actor)
    if (!actor) return give(reply, seeOther(paths.signIn(request.url)))
    const view = viewOf(config, request, actor)
    return give(reply, page(200, sessionView(view, { actor, back: localPath(request.query.back) })))
  })

  app.post(paths.session(), async (request: Request, reply) => {
    const actor = await findActor(house, request, true)
    if (isProgram(request)) return sendEnd(reply, actor)
    if (!actor) throw new AppError('session_over')
    const back = localPath((request.body as Record<string, unknown> | undefined)?.back)
    const query = new URLSearchParams({ notice: 'extended', ...(back ? { back } : {}) })
    return give(reply, seeOther(`${paths.session()}?${query}`))
  })
}

const isProgram = ({ headers }: Request) => String(headers.accept ?? '').startsWith('application/json')

function sendEnd(reply: FastifyReply, actor: Actor | null) {
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8')
  if (!actor) return reply.code(401).send('{"endsAt":null}')
  return reply.send(JSON.stringify({ endsAt: actor.sessionEndsAt.toISOString() }))
}

async function findActor({ pools }: House, request: Request, touch: boolean): Promise<Actor | null> {
  const token = tokenOf(request)
  if (!token) return null
  try {
    return (await readAsPerson(pools, { hash: token.hash, touch }, () => ({}))).actor
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
