import { deriveKey } from '../platform/keys.ts'
import { Damaged, type Place, unwrapKey, wrapKey } from './sealing.ts'

/**
 * The portal’s keys that the files’ own keys are wrapped under. New ones go under the current key; what was
 * wrapped under any of them opens.
 */
export type KeyRing = {
  /** Of the current key. */
  name: Buffer
  /** Of all keys. */
  names: Buffer[]
  wrap(fileKey: Buffer, place: Place): Buffer
  /** Throws `Damaged` also when the key it was wrapped under is not among these. */
  unwrap(wrapped: Buffer, place: Place): Buffer
}

/** In bytes. A wrapped key begins with the name of the key it is under; those of before have none. */
const nameLength = 8
const namelessLength = 60

export function openKeyRing(current: Buffer, others: Buffer[] = []): KeyRing {
  const [first, ...more] = [current, ...others].map(ringKey)
  if (!first) throw new Error('there is always a current key')
  const keys = [first, ...more]
  return {
    name: first.name,
    names: keys.map(({ name }) => name),
    wrap: (fileKey, place) => Buffer.concat([first.name, wrapKey(fileKey, first.key, place)]),
    unwrap(wrapped, place) {
      if (wrapped.length === namelessLength) return unwrapNameless(wrapped, keys, place)
      const name = wrapped.subarray(0, nameLength)
      const found = keys.find((one) => one.name.equals(name))
      if (!found)
        throw new Damaged(`a file’s key is wrapped under ${name.toString('hex')}, which is not there`)
      return unwrapKey(wrapped.subarray(nameLength), found.key, place)
    },
  }
}

type RingKey = { name: Buffer; key: Buffer }

const ringKey = (secret: Buffer): RingKey => ({
  name: deriveKey(secret, 'documents key name').subarray(0, nameLength),
  key: deriveKey(secret, 'documents'),
})

function unwrapNameless(wrapped: Buffer, keys: RingKey[], place: Place): Buffer {
  for (const { key } of keys)
    try {
      return unwrapKey(wrapped, key, place)
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
    }
  throw new Damaged('a file’s key is wrapped under a key that is not there')
}
