import { kinds, type MediaType } from './kind.ts'

export const longestName = 200

/** What turns the direction of text, or cannot be seen, may hide how a name ends. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu

/** A name as a browser or a person gave it, such that it can be shown, kept and given to a file; may be empty. */
export function cleanName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = last.normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim().replace(/^\.+/, '')
  return shorten(clean.replace(/[<>:"|?*]/g, '_'))
}

/** The clean name with an ending that fits what the file is, whatever ending it came with. */
export function fileName(given: string, mediaType: MediaType, otherwise: string): string {
  const name = cleanName(given) || otherwise
  const { endings } = kinds[mediaType]
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  if (endings.some((one) => one === ending)) return name
  return `${shorten(name, longestName - endings[0].length - 1)}.${endings[0]}`
}

/** The beginning is kept, and the ending: by it people know what they have. */
function shorten(name: string, most = longestName): string {
  const letters = [...name]
  if (letters.length <= most) return name
  const ending = /\.[^.]{1,5}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, most - ending.length).join('') + ending
}
