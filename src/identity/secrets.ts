import type { Config } from '../config.ts'
import { deriveKey, keyedHash, open, seal } from '../platform/keys.ts'

type Keys = Pick<Config, 'SECRET_KEY'>
const numberKey = ({ SECRET_KEY }: Keys) => deriveKey(SECRET_KEY, 'national number')
const numberHashKey = ({ SECRET_KEY }: Keys) => deriveKey(SECRET_KEY, 'national number hash')

/** Finds equal numbers; tells nothing to whoever lacks the key. */
export const hashNationalNumber = (keys: Keys, digits: string): Buffer =>
  keyedHash(numberHashKey(keys), digits)

export const sealNationalNumber = (keys: Keys, digits: string): Buffer => seal(numberKey(keys), digits)

export const openNationalNumber = (keys: Keys, sealed: Buffer): string => open(numberKey(keys), sealed)
