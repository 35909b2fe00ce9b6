import { PlainDate, toTemporal } from '@cdop/domain'

/** A month, `2026-11`, as people write it: "November 2026". @throws ZodError when it is none */
export function writtenMonth(yearAndMonth: string): string {
  return toTemporal(PlainDate.parse(`${yearAndMonth}-01`)).toLocaleString('en-GB', {
    month: 'long',
    year: 'numeric',
  })
}
