import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type TestPortal, testPortal } from '../support.ts'

export type Method = NonNullable<InjectOptions['method']>
export type Route = { method: Method; url: string }

/** The portal, and every route of it as the router itself learns of it. */
export async function portalWithRoutes(): Promise<{ portal: TestPortal; routes: Route[] }> {
  const routes: Route[] = []
  const noteRoutes = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one as Method, url })
    })
  }
  subscribe('fastify.initialization', noteRoutes)
  const portal = await testPortal()
  unsubscribe('fastify.initialization', noteRoutes)
  return { portal, routes }
}
