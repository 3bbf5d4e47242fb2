import { fileTypeFromBuffer } from 'file-type'

/**
 * What is accepted, by content: pictures and PDF, which every authority can read and which carry no macros.
 * `inline` is what browsers show by themselves without running anything of it.
 */
export const kinds = {
  'application/pdf': { name: 'PDF', endings: ['pdf'], inline: true },
  'image/jpeg': { name: 'JPEG', endings: ['jpg', 'jpeg'], inline: true },
  'image/png': { name: 'PNG', endings: ['png'], inline: true },
  'image/webp': { name: 'WebP', endings: ['webp'], inline: true },
  'image/heic': { name: 'HEIC', endings: ['heic', 'heif'], inline: false },
  'image/tiff': { name: 'TIFF', endings: ['tif', 'tiff'], inline: false },
} as const

export type MediaType = keyof typeof kinds
export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/tiff',
] as const

/** So many bytes at its beginning tell what a file is. */
export const tellingBytes = 4100

/** What the content is, whatever its name and the browser say; null for what is not accepted. */
export async function kindOf(beginning: Uint8Array): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(beginning)
  return mediaTypes.find((one) => one === found?.mime) ?? null
}

/** “PDF, JPEG, PNG”. */
export const kindNames = (accepted: readonly MediaType[] = mediaTypes): string =>
  accepted.map((one) => kinds[one].name).join(', ')

/** For the `accept` attribute of a file field. */
export const acceptOf = (accepted: readonly MediaType[] = mediaTypes): string =>
  accepted.flatMap((one) => [one, ...kinds[one].endings.map((ending) => `.${ending}`)]).join(',')
