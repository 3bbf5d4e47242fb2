import { z } from 'zod'

/** What somebody searches for, as it stands in an address: always a text the database can compare with. */
export const SearchText = z
  .string()
  .transform((typed) =>
    typed
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 100),
  )
  .catch('')
