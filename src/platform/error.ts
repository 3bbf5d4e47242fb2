/** An expected refusal that ends a request: the error page explains it in the person's language. */
export type ErrorCode =
  | 'not_found'
  | 'forbidden'
  | 'wrong_certificate'
  | 'signed_out'
  | 'session_over'
  /** What was asked for needs a certificate presented just now. */
  | 'not_fresh'
  /** An agent of the helpdesk meets their own account or request. */
  | 'own_account'
  | 'conflict'
  | 'gone'
  | 'bad_request'
  | 'too_large'
  | 'too_many'
  | 'cross_site'
  | 'unavailable'

export const statusOf = {
  not_found: 404,
  forbidden: 403,
  wrong_certificate: 403,
  signed_out: 401,
  session_over: 401,
  not_fresh: 403,
  own_account: 403,
  conflict: 409,
  gone: 410,
  bad_request: 400,
  too_large: 413,
  too_many: 429,
  cross_site: 403,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>

export class AppError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string = code) {
    super(message)
    this.code = code
  }
}

/** What was found; what there is none of ends the request with 404. */
export function existing<T>(found: T | null): T {
  if (!found) throw new AppError('not_found')
  return found
}
