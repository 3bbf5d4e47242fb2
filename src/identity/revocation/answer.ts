/** Why there is no answer one could rely on. */
export type Silence =
  | 'no_address'
  | 'unreachable'
  | 'late'
  | 'paused'
  | 'http_status'
  | 'too_large'
  | 'malformed'
  | 'responder_error'
  | 'weak_signature'
  | 'wrong_signature'
  | 'not_authorised'
  | 'wrong_certificate'
  | 'wrong_issuer'
  | 'not_yet'
  | 'expired'
  | 'too_old'
  | 'nonce_missing'
  | 'nonce_differs'
  | 'critical_extension'
  | 'delta'
  | 'indirect'
  | 'out_of_scope'

/** What a responder or a list says of one certificate. */
export type Status = { status: 'good' } | { status: 'revoked'; since: Date } | { status: 'unknown' }
/** Who said so where, and from when until when it is true. */
export type Source = { url: string; signer: string; thisUpdate: Date; nextUpdate: Date | null }
export type Told = Status & { source: Source }
export type Answer =
  | Told
  | { status: 'unanswered'; reason: Silence; detail: string | null; url: string | null }

/** What came is not an answer one could rely on; ends as `unanswered`. */
export class NoAnswer extends Error {
  readonly reason: Silence
  readonly detail: string | null

  constructor(reason: Silence, detail: string | null = null) {
    super(detail ? `${reason}: ${detail}` : reason)
    this.reason = reason
    this.detail = detail
  }
}

export function silence(error: unknown, url: string | null): Answer {
  if (!(error instanceof NoAnswer)) throw error
  return { status: 'unanswered', reason: error.reason, detail: error.detail, url }
}
