import type { Messages } from '../index.ts'

export const identity: Messages['identity'] = {}
