import { z } from 'zod'

/** Pieces that answers of registers are made of. Text is shown and stored: no control characters. */
export const text = z
  .string()
  .max(500)
  .regex(/^\P{Cc}*$/u)
export const country = z.string().regex(/^[A-Z]{2}$/)
export const moment = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso))

/** A register's code, in our own word. */
export function codeOf<Word extends string>(codes: Record<string, Word>) {
  const words = new Map(Object.entries(codes))
  return z.string().transform((code, context): Word => {
    const word = words.get(code)
    if (word !== undefined) return word
    context.addIssue({ code: 'custom', message: 'unknown code' })
    return z.NEVER
  })
}

export const Address = z.object({
  thoroughfare: text,
  locatorDesignator: text.optional(),
  addressSupplement: text.optional(),
  postCode: text,
  postName: text,
  country,
})
export type Address = z.infer<typeof Address>
