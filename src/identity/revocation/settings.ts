import { z } from 'zod'

const address = z.url({ protocol: /^https?$/, error: 'is no address like http://ocsp.ca.example' })
const minutes = (most: number) => z.number().min(1).max(most)

const Ocsp = z.strictObject({
  /** Whom to ask; the address in each certificate (AIA) when absent. */
  url: address.optional(),
  /** Whether an answer without our nonce counts. One with another nonce never does. */
  nonce: z.enum(['required', 'if-present']).default('required'),
  /** How the certificate is named in the question; it protects nothing. */
  hash: z.enum(['sha1', 'sha256']).default('sha1'),
  /** An answer that was true longer ago does not count. */
  maxAgeHours: z.number().min(0.1).max(240).default(24),
  /** An answer is asked for anew after this long, however long it is good for. */
  cacheMinutes: minutes(24 * 60).default(15),
})

const Crl = z.strictObject({
  /** Where the lists are; the addresses in each certificate when empty. */
  urls: z.array(address).max(20).default([]),
  refreshMinutes: minutes(24 * 60).default(60),
  maxMegabytes: z.number().min(0.01).max(200).default(20),
})

/** How one provider's certificates are checked for revocation. Strict: a misspelt rule would be none. */
export const RevocationSettings = z
  .strictObject({
    ocsp: Ocsp.optional(),
    crl: Crl.optional(),
    ifUnanswered: z.enum(['refuse', 'accept']).default('refuse'),
    /** Certificates of authorities between root and holder. */
    intermediates: z.enum(['check', 'trust']).default('check'),
    timeoutSeconds: z.number().min(0.05).max(30).default(3),
    clockSkewSeconds: z.number().min(0).max(300).default(60),
  })
  .refine(({ ocsp, crl }) => ocsp || crl, { error: 'names neither ocsp nor crl' })

export type RevocationSettings = z.infer<typeof RevocationSettings>
