import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { openBucketStore } from './bucket-store.ts'
import { openFolderStore } from './folder-store.ts'
import { type KeyRing, openKeyRing } from './key-ring.ts'
import { newFileKey, type Place, seal, unseal } from './sealing.ts'
import type { Store } from './store.ts'

/** Keeps documents encrypted, each under a key of its own. Nothing is ever whole in memory. */
export type Vault = {
  /** Gives the file’s key, wrapped. What it rejects has left nothing. */
  keep(place: Place, plain: AsyncIterable<Uint8Array>): Promise<Buffer>
  /** Rejects when it is not there; the stream fails with `Damaged` when it is not as it was kept. */
  open(place: Place, wrappedKey: Buffer): Promise<Readable>
  store: Store
}

type Settings = Pick<Config, 'DATA_DIR' | 'DOCUMENTS_KEY' | 'DOCUMENTS_KEYS_OTHER' | 'DOCUMENTS_URL'>

export function openVault(config: Settings): Vault {
  return vaultOf(openStore(config), ringOf(config))
}

export const ringOf = ({
  DOCUMENTS_KEY,
  DOCUMENTS_KEYS_OTHER,
}: Pick<Config, 'DOCUMENTS_KEY' | 'DOCUMENTS_KEYS_OTHER'>): KeyRing =>
  openKeyRing(DOCUMENTS_KEY, DOCUMENTS_KEYS_OTHER)

export function vaultOf(store: Store, ring: KeyRing): Vault {
  return {
    store,
    async keep(place, plain) {
      const fileKey = newFileKey()
      await store.put(place, seal(plain, fileKey, place))
      return ring.wrap(fileKey, place)
    },
    async open(place, wrappedKey) {
      const fileKey = ring.unwrap(wrappedKey, place)
      const sealed = await store.get(place)
      const plain = Readable.from(unseal(sealed, fileKey, place), { objectMode: false })
      // A generator that was never begun would leave the file open.
      return plain.once('close', () => sealed.destroy())
    },
  }
}

const openStore = ({ DATA_DIR, DOCUMENTS_URL }: Settings): Store =>
  DOCUMENTS_URL ? openBucketStore(DOCUMENTS_URL) : openFolderStore(join(DATA_DIR, 'documents'))
