import { z } from 'zod'

const Code = z.string().regex(/^\d{4}-\d{2}$/)

/**
 * The reporting year of child death review, 1 April to 31 March. `code` is how facts carry it ("2023-24"), `label`
 * how pages print it ("Year ending 31 March 2024"); dates are ISO, both included.
 */
export const ReportingYear = z
  .strictObject({ code: Code, start: z.iso.date(), end: z.iso.date(), label: z.string() })
  .refine(isReportingYear, 'not a reporting year')
export type ReportingYear = z.infer<typeof ReportingYear>

/** The code of a reporting year: "2023-24", never "2023-25". */
export const ReportingYearCode = Code.refine(
  (code) => startingIn(Number(code.slice(0, 4))).code === code,
  'a reporting year is two years in a row, such as 2023-24',
)
export type ReportingYearCode = z.infer<typeof ReportingYearCode>

/** The reporting year an ISO date ("2024-03-31") falls in. Throws on anything that is no date. */
export function reportingYearOf(date: string): ReportingYear {
  const [year, month] = z.iso.date().parse(date).split('-').map(Number)
  if (year === undefined || month === undefined) throw new RangeError('an ISO date has a year and a month')
  return startingIn(month >= 4 ? year : year - 1)
}

/** The reporting year of a code ("2023-24", "2023/24") or a label ("Year ending 31 March 2024"). */
export function reportingYearFrom(text: string): ReportingYear {
  const ending = /^year ending (?:31 )?march (\d{4})$/i.exec(text.trim())
  if (ending) return startingIn(Number(ending[1]) - 1)
  const code = ReportingYearCode.parse(text.trim().replace('/', '-'))
  return startingIn(Number(code.slice(0, 4)))
}

/** The reporting year before this one. */
export function previousReportingYear(year: ReportingYear): ReportingYear {
  return startingIn(Number(year.start.slice(0, 4)) - 1)
}

type Parts = Readonly<{ code: string; start: string; end: string; label: string }>

function startingIn(year: number): Parts {
  const next = year + 1
  return {
    code: `${padded(year, 4)}-${padded(next % 100, 2)}`,
    start: `${padded(year, 4)}-04-01`,
    end: `${padded(next, 4)}-03-31`,
    label: `Year ending 31 March ${next}`,
  }
}

function isReportingYear(found: Parts): boolean {
  const proper = startingIn(Number(found.start.slice(0, 4)))
  return (
    found.code === proper.code &&
    found.end === proper.end &&
    found.label === proper.label &&
    found.start === proper.start
  )
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
