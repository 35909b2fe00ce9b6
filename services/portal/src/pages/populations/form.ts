import { isPopulationGroup, populationSplits, populations, ReportingYearCode } from '@cdop/statistics'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

/** A population as it is typed: one line. */
type TypedPopulation = Readonly<{
  reportingYear: string
  population: (typeof populations)[number]
  groupKind: (typeof populationSplits)[number]
  groupCode: string
  count: number
}>

/** What is imported, as typed. */
type TypedPopulations = Readonly<{
  label: string
  source: string
  vintage: string
  rows: readonly TypedPopulation[]
}>

const mostLines = 2_000

/** One line: reporting year, population, split, group, number, set apart by commas or tabs. Nothing when it is none. */
function populationIn(line: string): TypedPopulation | null {
  const [year = '', population, split, group = '', written = '', ...more] = line
    .split(/[,\t]/)
    .map((cell) => cell.trim())
  const reportingYear = ReportingYearCode.safeParse(year.replace('/', '-'))
  const ofPopulation = populations.find((one) => one === population)
  const ofSplit = populationSplits.find((one) => one === split)
  const isNumber = /^[1-9]\d{0,8}$/.test(written)
  if (!reportingYear.success || ofPopulation === undefined || ofSplit === undefined) return null
  if (!isNumber || more.length > 0 || !isPopulationGroup(ofSplit, group)) return null
  return {
    reportingYear: reportingYear.data,
    population: ofPopulation,
    groupKind: ofSplit,
    groupCode: group,
    count: Number(written),
  }
}

/** What the form asks to import, or what is wrong with it; a wrong line is named by its number. */
export function readPopulations(
  form: PostedForm,
): { ok: true; typed: TypedPopulations } | { ok: false; errors: ErrorItem[] } {
  const errors: ErrorItem[] = []
  const worded = (name: string, text: string, most: number) => {
    const typed = form.text(name).trim()
    if (typed === '') errors.push({ text, href: `#${name}` })
    else if (typed.length > most)
      errors.push({ text: `Shorten this to ${most} characters`, href: `#${name}` })
    return typed
  }
  const label = worded('label', 'Enter who is counted', 200)
  const source = worded('source', 'Enter who says so', 400)
  const vintage = worded('vintage', 'Enter which edition it is', 120)
  const lines = form.text('rows').split(/\r?\n/)
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }]))
  const read = filled.map(({ line, number }) => ({ number, row: populationIn(line) }))
  const wrong = read.find(({ row }) => row === null)
  const atRows = (text: string) => errors.push({ text, href: '#rows' })
  const named = read.flatMap(({ number, row }) =>
    row === null
      ? []
      : [{ number, name: [row.reportingYear, row.population, row.groupKind, row.groupCode].join() }],
  )
  const again = named.find(({ name }, at) => named.findIndex((one) => one.name === name) < at)
  if (filled.length === 0) atRows('Enter at least one line')
  else if (filled.length > mostLines) atRows(`Enter at most ${mostLines} lines at a time`)
  else if (wrong !== undefined) {
    atRows(
      `Line ${wrong.number} is not a year, a population, a split, one of its groups and a whole number, like 2023-24,children-0-17,sex,female,41000`,
    )
  } else if (again !== undefined) atRows(`Line ${again.number} names a group of a year for the second time`)
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, typed: { label, source, vintage, rows: read.flatMap(({ row }) => row ?? []) } }
}
