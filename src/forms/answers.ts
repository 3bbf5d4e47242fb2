/** The one form engine: what was typed, what of it is asked, what is wrong with it. Pure, throws on nothing. */
export { checkForm, checkPage } from './checking.ts'
export { fieldsOf } from './definition.ts'
export type { FieldError } from './errors.ts'
export { editList, readPage } from './reading.ts'
export { isEmpty, sameValue } from './values.ts'
export { isRequired, isVisible, visibleOf } from './visible.ts'
