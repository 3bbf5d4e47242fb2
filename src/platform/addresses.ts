const longestPart = 500

/** Where requests land whose address no route could read, so that they get the usual headers and page. */
export const malformedAddress = '/malformed-address'

/** The router would answer these itself, past every hook. */
export function readableAddress(url: string): string {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '')
    return path.split('/').some((part) => part.length > longestPart) ? malformedAddress : url
  } catch {
    return malformedAddress
  }
}

/** Short enough to be read out on the telephone, long enough to be found in the log. */
export function newReference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}
