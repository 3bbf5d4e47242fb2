import { type Answers, type Field, type Form, fieldsOf, type Value } from '../forms/definition.ts'
import { fit } from '../forms/fitting.ts'
import { isEmpty, sameValue } from '../forms/values.ts'

/** A value of a register beside what stands in one's own data or form. */
export type Compared = {
  field: Field
  held: Value
  own: Value | undefined
  /** `missing`: nothing stands there yet. */
  state: 'same' | 'differs' | 'missing'
}

/** Field by field, for what the register holds and the form can take. */
export function compare(form: Form, held: Answers, own: Answers): Compared[] {
  return fieldsOf(form).flatMap((field): Compared[] => {
    const value = fit(field, held[field.name], held)
    if (value === undefined) return []
    const mine = own[field.name]
    const state = isEmpty(mine) ? 'missing' : sameValue(mine, value) ? 'same' : 'differs'
    return [{ field, held: value, own: mine, state }]
  })
}
