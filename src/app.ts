import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Config } from './config.ts'
import { deskRoutes } from './desk/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { helpdeskRoutes } from './helpdesk/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { guardApp } from './hooks.ts'
import { openHouse } from './house.ts'
import { identityRoutes } from './identity/routes.ts'
import { parkedRoutes } from './parked/routes.ts'
import { newReference, readableAddress } from './platform/addresses.ts'
import type { Jobs } from './platform/jobs.ts'
import { type Log, openLog } from './platform/log.ts'
import type { Catalogue } from './procedures/catalogue.ts'
import { procedureRoutes } from './procedures/routes.ts'
import { profileRoutes } from './profile/routes.ts'
import type { Pools } from './scopes.ts'
import { openRegisters } from './sources/registers.ts'
import { sourceRoutes } from './sources/routes.ts'
import { spaceRoutes } from './spaces/routes.ts'
import { takeoutRoutes } from './takeout/routes.ts'
import { assetRoutes } from './ui/assets.ts'
import { authorityLogoRoute } from './ui/authority-logo.ts'

/** The portal's HTTP side: every module's routes in one readable list. */
export async function buildApp(
  config: Config,
  pools: Pools,
  jobs: Jobs,
  catalogue: Catalogue,
  log: Log = openLog('silent'),
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.TRUSTED_PROXIES || false,
    genReqId: newReference,
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    routerOptions: { maxParamLength: 1000 },
  })
  app.decorate('config', config)
  await app.register(cookie)
  await app.register(formbody)
  // Pages take forms and nothing else; what programs send is read under /api/ only.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  const house = openHouse(config, pools, jobs, catalogue, openRegisters(config, log))
  await guardApp(app, house)
  app.get('/healthz', async () => 'ok')

  assetRoutes(app)
  authorityLogoRoute(app, config.AUTHORITY_LOGO)
  homeRoutes(app, house)
  helpRoutes(app, house)
  identityRoutes(app, house)
  parkedRoutes(app, house)
  spaceRoutes(app, house)
  profileRoutes(app, house)
  sourceRoutes(app, house)
  procedureRoutes(app, house)
  documentRoutes(app, house)
  takeoutRoutes(app, house)
  deskRoutes(app, house)
  helpdeskRoutes(app, house)
  return app
}
