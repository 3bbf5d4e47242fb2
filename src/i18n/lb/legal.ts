import type { Messages } from '../index.ts'

export const legal: Messages['legal'] = {}
