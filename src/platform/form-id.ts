import { deriveKey, keyedHash } from './keys.ts'

/**
 * The id of what a form makes, derived from the key that was made with the form: sent twice it makes one
 * thing, and nobody who sees the id can tell the form's key. A UUID of version 8 (RFC 9562 §5.8).
 */
export function formId({ SECRET_KEY }: { SECRET_KEY: Buffer }, purpose: string, form: string): string {
  const hex = keyedHash(deriveKey(SECRET_KEY, purpose), form).toString('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5')
}
