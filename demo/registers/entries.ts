import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Register } from './register.ts'

export type Entries<Entry> = {
  file: string
  /** As the file says now: it may be edited while the register runs. */
  all(): Entry[]
  /** Adds an entry, or replaces the one with the same key; null, and why, when it is none. */
  put(text: string): string | null
}

/** A register's own data, a JSON file in `folder`. */
export function openEntries<Entry>(register: Register<Entry>, folder: string): Entries<Entry> {
  const { name, entry, keyOf, seed } = register
  const file = join(folder, `${name}.json`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const write = (entries: Entry[]) => {
    writeFileSync(`${file}.new`, JSON.stringify(entries, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  if (!existsSync(file)) write(seed)
  const all = () => z.array(entry).parse(JSON.parse(readFileSync(file, 'utf8')))

  function put(text: string): string | null {
    const read = entry.safeParse(parsed(text))
    if (!read.success) return z.prettifyError(read.error)
    const others = all().filter((one) => keyOf(one) !== keyOf(read.data))
    write([...others, read.data])
    return null
  }
  return { file, all, put }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
