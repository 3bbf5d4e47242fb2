import type { Messages } from '../index.ts'

export const help: Messages['help'] = {}
