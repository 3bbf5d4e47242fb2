import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { testPortal } from '../support.ts'

export type Method = NonNullable<InjectOptions['method']>
export type Route = { method: Method; url: string }

export const nameOf = ({ method, url }: Route) => `${method} ${url}`

/** What `make` makes with a portal in it, and every route of that portal as the router itself learns of it. */
export async function withRoutes<T>(make: () => Promise<T>): Promise<{ made: T; routes: Route[] }> {
  const routes: Route[] = []
  const noteRoutes = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one as Method, url })
    })
  }
  subscribe('fastify.initialization', noteRoutes)
  const made = await make()
  unsubscribe('fastify.initialization', noteRoutes)
  return { made, routes }
}

export async function portalWithRoutes() {
  const { made: portal, routes } = await withRoutes(testPortal)
  return { portal, routes }
}
