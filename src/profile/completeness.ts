import type { Answers, Field, Form } from '../forms/definition.ts'

/** How much of a profile is filled, and how many procedures each missing field would help. */
export function completeness(
  _profileForm: Form,
  _data: Answers,
  _procedures: { id: string; form: Form }[],
): { filled: number; total: number; missing: { field: Field; procedures: number }[] } {
  return { filled: 0, total: 0, missing: [] }
}
