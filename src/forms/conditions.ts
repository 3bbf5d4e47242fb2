import { evaluate, parseExpression } from 'feelin'
import type { Answers } from './definition.ts'

/** Outcomes of one expression, by the answers it names: pages ask the same thing over and over. */
type Known = { names: string[]; outcomes: Map<string, boolean | null> | null }

const known = new Map<string, Known>()
const mostOutcomes = 200
const longestKey = 200

/**
 * Whether a FEEL expression is true of the answers; null when it cannot be told, because it is broken.
 * An empty or missing answer is `null`.
 */
export function holds(expression: string, answers: Answers): boolean | null {
  const { names, outcomes } = knownOf(expression)
  const context = Object.fromEntries(names.map((name) => [name, answerOf(answers, name)]))
  if (!outcomes) return judge(expression, context)
  const key = JSON.stringify(context)
  const before = outcomes.get(key)
  if (before !== undefined) return before
  const outcome = judge(expression, context)
  if (outcomes.size >= mostOutcomes) outcomes.clear()
  if (key.length <= longestKey) outcomes.set(key, outcome)
  return outcome
}

/** The answers an expression names. Throws on what is not FEEL. */
export function namesIn(expression: string): string[] {
  const names = new Set<string>()
  const own = new Set<string>()
  let call = false
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, type, from, to }) {
      const text = expression.slice(from, to)
      if (type.isError) throw new SyntaxError(`is not FEEL near “${text || expression}”`)
      if (name === 'VariableName' && !call) names.add(text)
      if (name === 'Name') own.add(text)
      call = name === 'FunctionInvocation'
    },
  })
  return [...names].filter((name) => !own.has(name))
}

function knownOf(expression: string): Known {
  const before = known.get(expression)
  if (before) return before
  const changes = /\b(today|now)\b/.test(expression)
  const entry = { names: safeNamesIn(expression), outcomes: changes ? null : new Map() }
  known.set(expression, entry)
  return entry
}

function safeNamesIn(expression: string): string[] {
  try {
    return namesIn(expression)
  } catch {
    return []
  }
}

function judge(expression: string, context: Record<string, unknown>): boolean | null {
  try {
    return evaluate(expression, context).value === true
  } catch {
    return null
  }
}

function answerOf(answers: Answers, name: string): unknown {
  const value = Object.hasOwn(answers, name) ? answers[name] : null
  return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value
}
