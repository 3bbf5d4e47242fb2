import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { Tx } from '../platform/database.ts'
import { download, give } from '../platform/http.ts'
import { asAuthority } from '../scopes.ts'
import { acknowledgeCase, listNewCases } from './case.ts'
import { fetchDocument, listInfected } from './case-document.ts'
import { authorityOf } from './token.ts'

/** What went wrong, as RFC 9457 has it. */
class Problem extends Error {
  readonly status: number
  constructor(status: number, title: string) {
    super(title)
    this.status = status
  }
}

/** For the authorities' own systems: they fetch what was submitted to them, and acknowledge it. */
export function deskRoutes(app: FastifyInstance, house: House) {
  app.register(
    async (api) => {
      api.setErrorHandler(sendProblem)
      const readJson = api.getDefaultJsonParser('error', 'error')
      api.addContentTypeParser('application/json', { parseAs: 'string' }, readJson)
      caseRoutes(api, house)
    },
    { prefix: '/api/authority/v1' },
  )
}

function caseRoutes(api: FastifyInstance, { config, pools, jobs, vault }: House) {
  const asCaller = <T>(request: FastifyRequest, reply: FastifyReply, work: (tx: Tx) => Promise<T>) => {
    reply.header('cache-control', 'no-store')
    const authority = authorityOf(config.connections.authorities, request.headers.authorization)
    if (!authority) {
      reply.header('www-authenticate', 'Bearer realm="authority"')
      throw new Problem(401, 'a valid bearer token is needed')
    }
    return asAuthority(pools, authority.id, work)
  }

  api.get('/cases', async (request, reply) => ({
    cases: await asCaller(request, reply, listNewCases),
  }))

  api.get('/cases/:id/documents/:document', async (request, reply) => {
    const address = orProblem(DocumentAddress.safeParse(request.params), 404, 'no such document')
    const evenInfected = DocumentQuery.parse(request.query).infected === 'accept'
    const found = await asCaller(request, reply, (tx) =>
      fetchDocument(tx, { caseId: address.id, documentId: address.document, evenInfected }),
    )
    if (!found) throw new Problem(404, 'no such document')
    const { spaceId, sha256, wrappedKey, threat, ...file } = found
    if (threat && !evenInfected)
      throw new Problem(
        409,
        `the virus scanner has found ${threat}; ?infected=accept gives the document even so`,
      )
    // RFC 9530: what arrives can be checked against what was submitted.
    reply.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
    const open = () => vault.open({ spaceId, id: address.document }, wrappedKey)
    return give(reply, download({ ...file, open }))
  })

  api.get('/infected-documents', async (request, reply) => ({
    documents: await asCaller(request, reply, listInfected),
  }))

  api.post('/cases/:id/receipt', async (request, reply) => {
    const { id } = orProblem(Address.safeParse(request.params), 404, 'no such case')
    return asCaller(request, reply, async (tx) => {
      const { authorityReference } = orProblem(
        Acknowledgement.safeParse(request.body ?? {}),
        400,
        'authorityReference must be a text of at most 100 characters',
      )
      const receipt = await acknowledgeCase(tx, jobs, { caseId: id, authorityReference })
      if (!receipt) throw new Problem(404, 'no such case')
      return receipt
    })
  })
}

const Address = z.object({ id: z.uuid() })
const DocumentAddress = z.object({ id: z.uuid(), document: z.uuid() })
const DocumentQuery = z.object({ infected: z.string().optional().catch(undefined) })
const Acknowledgement = z.object({
  authorityReference: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed())
    .nullable()
    .default(null),
})

function orProblem<T>(result: z.ZodSafeParseResult<T>, status: number, title: string): T {
  if (!result.success) throw new Problem(status, title)
  return result.data
}

/** Everything that is no problem of the caller's is answered as elsewhere. */
function sendProblem(error: Error, _request: FastifyRequest, reply: FastifyReply) {
  if (!(error instanceof Problem)) throw error
  const { status, message: title } = error
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', title, status })
}
