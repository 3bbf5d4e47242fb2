import type { FastifyInstance, FastifyRequest } from 'fastify'
import { acceptedEncoding, compress } from './compression.ts'

const smallest = 1000

/**
 * Pages depend on who asks and in which language: only the asking browser may keep them, and only to check back.
 * Personal ones are kept nowhere.
 */
export function guardCaches(app: FastifyInstance, isPersonal: (request: FastifyRequest) => boolean) {
  app.addHook('onSend', async (request, reply) => {
    if (reply.getHeader('cache-control') !== undefined) return
    const personal = isPersonal(request) || reply.hasHeader('set-cookie')
    reply.header('cache-control', personal ? 'no-store' : 'private, no-cache')
  })
}

/** Compresses text answers. Pages hold no secret that an attacker could guess byte by byte (BREACH). */
export function compressAnswers(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < smallest) return payload
    if (reply.hasHeader('content-encoding')) return payload
    reply.header('vary', 'cookie, accept-language, accept-encoding')
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    if (!encoding) return payload
    const packed = await compress(payload, encoding, 'fast')
    reply.header('content-encoding', encoding).header('content-length', packed.length)
    return packed
  })
}
