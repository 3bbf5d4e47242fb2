import { type Logger, pino } from 'pino'

export type Log = Logger
type LogSettings = { short?: boolean; output?: { write(text: string): unknown } }

/** JSON lines on stdout; `short` writes for people: time, severity, message. */
export function openLog(level: string, { short = false, output }: LogSettings = {}): Log {
  const options = { level, base: undefined, serializers: { err: safeError, req: () => undefined } }
  if (!short) return output ? pino(options, output) : pino(options)
  return pino(options, { write: (line) => (output ?? process.stdout).write(shorten(line)) })
}

function shorten(text: string): string {
  const line = JSON.parse(text) as Line
  const clock = new Date(line.time).toLocaleTimeString('en-GB')
  const { method, route, status } = line
  const what = route ? `${method} ${route} ${status}` : line.msg
  const problem = line.err
    ? [line.err.message, line.err.code, line.err.stack].filter(Boolean).join('\n  ')
    : ''
  const words = [what, problem].filter(Boolean).join(': ')
  return `${clock} ${pino.levels.labels[line.level] ?? line.level} ${words}\n`
}

type Line = {
  level: number
  time: number
  msg?: string
  err?: { message?: string; code?: string; stack?: string }
  method?: string
  route?: string
  status?: number
}

type Described = {
  type: string
  message: string
  code?: string
  constraint?: string
  stack: string
  cause?: Described
}

/**
 * An error without the data it was about: PostgreSQL quotes values in `detail`, and in the message of
 * data exceptions (22…) and broken constraints (23…).
 */
export function safeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without an error', stack: '' }
  const { code, constraint, severity } = error as { code?: unknown; constraint?: unknown; severity?: unknown }
  const quotesData = typeof severity === 'string' && /^2[23]/.test(String(code))
  return {
    type: error.name,
    message: quotesData ? 'the database refused a value' : error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: framesOf(error),
    ...(error.cause instanceof Error && { cause: safeError(error.cause) }),
  }
}

export function describeError(error: unknown): string {
  const { type, message, code, stack } = safeError(error)
  return `${type}: ${message}${code ? ` (${code})` : ''}\n${stack}`
}

/** The stack's own first lines repeat the message. */
const framesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
