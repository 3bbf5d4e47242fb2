import type { Messages } from '../index.ts'

export const spaces: Messages['spaces'] = {}
