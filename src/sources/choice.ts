import { z } from 'zod'

const Body = z.record(z.string(), z.unknown()).catch({})
const Form = z.object({ seen: z.string().catch('') })
const prefix = 'take.'

/** The name of the box that takes a field's value from the register. */
export const choiceName = (field: { name: string }) => prefix + field.name

/** What somebody had read when they chose, and what they ticked. */
export function readChoice(posted: unknown): { seen: string; chosen: string[] } {
  const body = Body.parse(posted)
  const ticked = Object.keys(body).filter((name) => name.startsWith(prefix))
  return { seen: Form.parse(body).seen, chosen: ticked.map((name) => name.slice(prefix.length)) }
}
