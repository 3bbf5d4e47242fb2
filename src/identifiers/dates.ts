import { type Checked, no, ok } from './result.ts'

/** Days people can mean: nobody alive was born before, nothing is planned after. */
const firstYear = 1850
const lastYear = 2150

/** Today where the portal's users live, as ISO date. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Luxembourg' }).format(now)

/**
 * A date as typed: 1988-05-12, 12.5.1988, 12/05/1988, 12 05 1988 or 12051988. Gives ISO 8601.
 * A year of two digits is refused, because it cannot be told which century is meant.
 */
export function checkDate(text: string, range?: 'past' | 'future', now = today()): Checked {
  const parts = readParts(text)
  if (!parts) return no({ why: 'date' })
  if (parts.year.length !== 4) return no({ why: 'dateYear' })
  const iso = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
  if (!isDay(iso)) return no({ why: 'dateNone' })
  const year = Number(parts.year)
  if (year < firstYear || year > lastYear) return no({ why: 'dateRange' })
  if (range === 'past' && iso > now) return no({ why: 'datePast' })
  if (range === 'future' && iso < now) return no({ why: 'dateFuture' })
  return ok(iso)
}

/** Whether an ISO date is a day of the calendar. */
export function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}

type Parts = { year: string; month: string; day: string }

const dayFirst = /^(\d{1,2})(?:\s?[./\-\s]\s?)(\d{1,2})(?:\s?[./\-\s]\s?)(\d{1,4})$/
const yearFirst = /^(\d{4})(?:\s?[./\-\s]\s?)(\d{1,2})(?:\s?[./\-\s]\s?)(\d{1,2})$/

function readParts(text: string): Parts | null {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .trim()
  const [, year, month, day] = yearFirst.exec(typed) ?? []
  if (year && month && day) return { year, month, day }
  const [, first, second, third] = dayFirst.exec(typed) ?? []
  if (first && second && third) return { year: third, month: second, day: first }
  return /^\d{8}$/.test(typed) ? withoutSeparators(typed) : null
}

/** Eight digits mean one thing only: where a year fits at the end, no month fits there the other way round. */
function withoutSeparators(digits: string): Parts {
  const endsWithYear = Number(digits.slice(4)) >= firstYear
  return endsWithYear
    ? { day: digits.slice(0, 2), month: digits.slice(2, 4), year: digits.slice(4) }
    : { year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) }
}
