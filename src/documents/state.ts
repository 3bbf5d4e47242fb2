import type { Config } from '../config.ts'
import type { Document } from './document.ts'

export type DocumentState = 'ready' | 'waiting' | 'infected'

/** Where there is a scanner, nothing is opened or submitted that it has not looked at. */
export function stateOf(
  { CLAMD }: Pick<Config, 'CLAMD'>,
  { verdict }: Pick<Document, 'verdict'>,
): DocumentState {
  if (verdict === 'infected') return 'infected'
  return verdict === null && CLAMD !== undefined ? 'waiting' : 'ready'
}
