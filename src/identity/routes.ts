import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { certificatesRoutes } from './certificates-routes.ts'
import { emailRoutes } from './email-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'
import { registrationRoutes } from './registration-routes.ts'
import { samlRoutes } from './saml-routes.ts'
import { openSamlSchemes } from './schemes/saml.ts'
import { sessionRoutes } from './session-routes.ts'
import { sessionsRoutes } from './sessions-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Signing in and out, registering a certificate, the session's end, the address mails go to, and recovery. */
export function identityRoutes(app: FastifyInstance, house: House) {
  const saml = openSamlSchemes(house.config)
  signInRoutes(app, house, saml)
  samlRoutes(app, house, saml)
  registrationRoutes(app, house)
  sessionRoutes(app, house)
  emailRoutes(app, house)
  certificatesRoutes(app, house)
  sessionsRoutes(app, house)
  recoveryRoutes(app, house)
}
