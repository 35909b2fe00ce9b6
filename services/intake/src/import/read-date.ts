import { PlainDate } from '@cdop/domain'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as files write it: `2026-11-14`, `14/11/2026`, `14 Nov 2026`, with a time or without. Always day before month,
 * as in England; a year needs four digits. Undefined when it is no date that exists.
 */
export function readDate(cell: string): PlainDate | undefined {
  const [, day = ''] = /^(.+?)(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(cell.trim()) ?? []
  const parsed = PlainDate.safeParse(civil(day))
  return parsed.success ? parsed.data : undefined
}

function civil(day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return day
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day)
  if (numbers !== null) return written(numbers[4], numbers[3], numbers[1])
  const words = /^(\d{1,2})[- ]([a-z]{3,9})[- ](\d{4})$/i.exec(day)
  const month = months.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? '')
  return words === null || month === -1 ? '' : written(words[3], String(month + 1), words[1])
}

function written(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
