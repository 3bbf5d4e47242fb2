import { deriveKey, keyedHash } from './keys.ts'

/**
 * The id of what a form makes, derived from the key that was made with the form: sent twice it makes one
 * thing, and nobody who sees the id can tell the form's key.
 */
export function formId({ SECRET_KEY }: { SECRET_KEY: Buffer }, purpose: string, form: string): string {
  const hex = keyedHash(deriveKey(SECRET_KEY, purpose), form).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
