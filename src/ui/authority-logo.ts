import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { ConfigError } from '../config.ts'
import { authorityLogoPath } from './logo.ts'

/** The administration's own logo, read once; the Content-Security-Policy keeps an SVG from running anything. */
export function authorityLogoRoute(app: FastifyInstance, file: string) {
  if (!file) return
  const logo = readLogo(file)
  app.get(authorityLogoPath, { config: { rateLimit: false } }, async (_request, reply) =>
    reply.type('image/svg+xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(logo),
  )
}

function readLogo(file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`AUTHORITY_LOGO: cannot read ${file}`)
  }
  if (!/<svg[\s>]/.test(text)) throw new ConfigError(`AUTHORITY_LOGO: ${file} is no SVG picture`)
  return text
}
