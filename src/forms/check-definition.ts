import type { Form } from './definition.ts'

/** What is wrong with a definition, a line each; empty when it can run. `profile` gives the fields `profile:` may name. */
export function checkDefinition(_form: Form, _profile?: Form): string[] {
  return []
}
