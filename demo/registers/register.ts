import type { z } from 'zod'
import type { RegisterName } from './names.ts'

/** How a register behaves, to try what the portal does then: as it should, late, not, nonsense, or about somebody else. */
export const modes = ['normal', 'slow', 'down', 'nonsense', 'stranger'] as const
export type Mode = (typeof modes)[number]

/** What one register is made of. `Entry` is one record as it lies in its file. */
export type Register<Entry = unknown> = {
  name: RegisterName
  title: string
  entry: z.ZodType<Entry>
  keyOf(entry: Entry): string
  labelOf(entry: Entry): string
  /** What the file starts with. */
  seed: Entry[]
  /** By path; all are asked by POST, so that no number stands in an address. */
  operations: Record<string, Operation<Entry>>
}

export type Operation<Entry> = {
  summary: string
  question: z.ZodType
  answer: z.ZodType
  /** Null when the register holds nothing. */
  reply(question: unknown, entries: Entry[]): object | null
}

/** Ties the types of question and reply together. */
export function operation<Question extends z.ZodType, Entry>(given: {
  summary: string
  question: Question
  answer: z.ZodType
  reply(question: z.infer<Question>, entries: Entry[]): object | null
}): Operation<Entry> {
  const { question, reply, ...rest } = given
  return { ...rest, question, reply: (asked, entries) => reply(question.parse(asked), entries) }
}
