import type { Readable } from 'node:stream'
import type { Place } from './sealing.ts'

/** What lies in a store, and since when. */
export type Stored = { place: Place; since: Date }

/** Where sealed documents lie. It knows nothing of what is in them. */
export type Store = {
  /** All of the bytes, and so that they outlast a power cut, before it resolves; nothing when it rejects. */
  put(place: Place, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Rejects when there is nothing in that place. */
  get(place: Place): Promise<Readable>
  /** Gone, or never there. */
  remove(place: Place): Promise<void>
  list(): AsyncIterable<Stored>
  /** What was begun before that time and never finished. */
  forgetUnfinished(before: Date): Promise<void>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whatever else somebody has put there is not ours to list. */
export function placeOf(spaceId: string, id: string): Place | null {
  return uuid.test(spaceId) && uuid.test(id) ? { spaceId, id } : null
}
