import { domainToUnicode } from 'node:url'
import { countrySpecs, friendlyFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js'
import { type Checked, compact, no, ok } from './result.ts'

/** Telephone number, in E.164. Without a country code it is a Luxembourg one. */
export function checkPhone(text: string): Checked {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\(0\)|[()]/g, ' ')
    .trim()
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'LU', extract: false })
  if (number?.isValid() && !number.ext) return ok(number.number)
  const length = validatePhoneNumberLength(typed, 'LU')
  if (length === 'TOO_SHORT') return no({ why: 'phoneShort' })
  return no({ why: length === 'TOO_LONG' ? 'phoneLong' : 'phone' })
}

export const showPhone = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number

const localPart = /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:@"]+$/u
const domainName =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u

/** E-mail address (RFC 5321 sizes, RFC 6531 letters); the domain in lower case, the rest as typed. */
export function checkEmail(text: string): Checked {
  const typed = text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^mailto:/i, '')
  const at = typed.lastIndexOf('@')
  if (at < 1) return no({ why: 'emailAt' })
  const local = typed.slice(0, at)
  const domain = typed.slice(at + 1).toLowerCase()
  const odd = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  if (odd || local.length > 64 || !localPart.test(local)) return no({ why: 'email' })
  if (domain.length > 189 || !domainName.test(domain)) return no({ why: 'emailDomain' })
  return ok(`${local}@${domain}`)
}

/** Address of a website; `https://` is added where it was left out. */
export function checkUrl(text: string): Checked {
  const typed = text.replace(/\p{Cf}/gu, '').trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
  const web = url && (url.protocol === 'https:' || url.protocol === 'http:')
  if (!web || url.username || url.password || /\s/.test(typed)) return no({ why: 'url' })
  if (!/^[^.]+(?:\.[^.]+)*\.[^.\d][^.]+$/.test(url.hostname)) return no({ why: 'url' })
  const bare = url.pathname === '/' && !url.search && !url.hash
  return ok(bare ? url.origin : url.href)
}

/** As people write it: without `https://`, the domain in its own letters. */
export function showUrl(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const rest = url.pathname === '/' && !url.search ? '' : `${url.pathname}${url.search}`
  return `${domainToUnicode(url.hostname)}${url.port && `:${url.port}`}${rest}`
}

/** IBAN (ISO 13616), without spaces. */
export function checkIban(text: string): Checked {
  const typed = compact(text).replace(/^IBAN:?/, '')
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(typed)) return no({ why: 'iban' })
  const { valid, errorCodes } = validateIBAN(typed)
  if (valid) return ok(typed)
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return no({ why: 'ibanCountry' })
  const expected = countrySpecs[typed.slice(0, 2)]?.chars
  if (expected && expected !== typed.length) return no({ why: 'ibanLength', expected, given: typed.length })
  return no({ why: errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat) ? 'iban' : 'checkDigit' })
}

export const showIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban
