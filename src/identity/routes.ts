import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { certificatesRoutes } from './certificates-routes.ts'
import { confirmRoutes } from './confirm-routes.ts'
import { emailRoutes } from './email-routes.ts'
import { providerLogoutRoutes } from './provider-logout-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'
import { registrationRoutes } from './registration-routes.ts'
import { samlRoutes } from './saml-routes.ts'
import { openOidcSchemes } from './schemes/oidc.ts'
import { openSamlSchemes } from './schemes/saml.ts'
import { sessionRoutes } from './session-routes.ts'
import { sessionsRoutes } from './sessions-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Signing in and out, confirming who one is, registering, the session's end, the address mails go to, recovery. */
export function identityRoutes(app: FastifyInstance, house: House) {
  const oidc = openOidcSchemes(house.config)
  const saml = openSamlSchemes(house.config)
  signInRoutes(app, house, { oidc, saml })
  samlRoutes(app, house, saml)
  providerLogoutRoutes(app, house, oidc)
  confirmRoutes(app, house, oidc)
  registrationRoutes(app, house)
  sessionRoutes(app, house)
  emailRoutes(app, house)
  certificatesRoutes(app, house)
  sessionsRoutes(app, house)
  recoveryRoutes(app, house)
}
