import { type OpenCaseReturn, SupplementaryFormKind } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  numberedForm,
  type Question,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import { columnKey, columnLetters, type Row } from '@cdop/tabular'
import { questionsOf } from '../import/map-row.ts'
import { readCell } from '../import/read-answer.ts'
import { type CellReader, needed } from './sheet-reader.ts'

/** A column that holds answers: where it stands and what it is called. */
export type AnswerColumn = Readonly<{ index: number; heading: string }>

type FormName = NonNullable<OpenCaseReturn['form']>

const notKnown = ['unknown', 'not known', 'not-known', 'nk', 'i do not know']

/** The forms of before April 2019, by their number and name; those of today by their name. */
function formNamed(number: string, name: string): FormName | 'ambiguous' | null {
  if (number !== '') {
    const found = numberedForm({ number, name })
    if ('refused' in found) return found.refused === 'ambiguous' ? 'ambiguous' : null
    if (found.form === 'child-death-reporting') return 'reporting'
    const kind = SupplementaryFormKind.safeParse(found.form)
    return kind.success ? kind.data : null
  }
  const key = columnKey(name).replace(/^(childdeath)?supplementary/, '')
  if (/^(childdeath)?reporting(form)?$|^agencyreport(form)?$/.test(key)) return 'reporting'
  const known = SupplementaryFormKind.options.find((kind) => columnKey(kind) === key.replace(/form$/, ''))
  return known ?? null
}

/**
 * The version answers are read in: the one the file names, or the one in force on the day of the return. Before the first
 * one they are read in it as far as its questions go; the file’s own name and version stay beside them.
 */
function versionOf(form: FormName, named: string, returnedOn: string): CompiledForm | undefined {
  const url = form === 'reporting' ? REPORTING_FORM : supplementaryForm(form)
  const versions = statutoryForms
    .filter((one) => one.url === url)
    .sort((one, other) => one.effective.from.localeCompare(other.effective.from))
  return (
    versions.find(({ version }) => version === named) ??
    versions.findLast(({ effective }) => effective.from <= returnedOn) ??
    versions[0]
  )
}

const byHeading = new WeakMap<CompiledForm, ReadonlyMap<string, Question>>()

/** Questions by what a column may be called: as the data dictionary names them, or in the form’s own words. */
function questionsByHeading(form: CompiledForm): ReadonlyMap<string, Question> {
  const known = byHeading.get(form)
  if (known !== undefined) return known
  const single = [...questionsOf(form).values()].filter(({ group }) => group === undefined)
  const made = new Map([
    ...single.map((question) => [columnKey(question.text), question] as const),
    ...single.map((question) => [columnKey(question.linkId), question] as const),
  ])
  byHeading.set(form, made)
  return made
}

type Mapped = Pick<OpenCaseReturn, 'notMapped'> & { answers: Answers }

/** An answer to a question that is asked only after another one finds its place once that one has. */
function mapAnswers(form: CompiledForm | undefined, row: Row, columns: readonly AnswerColumn[]): Mapped {
  const filled = columns.flatMap(({ index, heading }) => {
    const text = (row.cells[index] ?? '').trim()
    return text === '' ? [] : [{ index, heading, text }]
  })
  let answers: Answers = {}
  let left = filled
  for (;;) {
    const before = left.length
    left = left.filter(({ heading, text }) => {
      const question = form && questionsByHeading(form).get(columnKey(heading))
      if (form === undefined || question === undefined || question.linkId in answers) return true
      const read = readCell(question, { codes: {} }, notKnown, text)
      if (!('answer' in read)) return true
      const fitting = form.draftSchema.safeParse({ ...answers, [question.linkId]: read.answer })
      if (fitting.success) answers = fitting.data
      return !fitting.success
    })
    if (left.length === before) break
  }
  return {
    answers,
    notMapped: left.map(({ index, heading, text }) => ({ column: columnLetters(index), heading, text })),
  }
}

/**
 * Reads a row of the sheet of returned forms. A value that answers a question of the form is an answer; every other one is
 * kept word for word as not mapped. Null when the row says too little.
 */
export function readReturn(
  reader: CellReader,
  row: Row,
  columns: readonly AnswerColumn[],
): OpenCaseReturn | null {
  const name = reader.text('form name')
  const number = reader.text('form number')
  const version = reader.text('form version')
  const returnedOn = needed(reader, 'returned on', reader.date('returned on'))
  const named = formNamed(number, name)
  if (name === '') {
    reader.wrong(
      'form name',
      'The name of the form is missing: a number alone meant different forms in different years',
      'Write the name of the form as it was printed',
    )
    return null
  }
  if (returnedOn === null) return null
  const form = named === 'ambiguous' ? null : named
  const compiled = form === null ? undefined : versionOf(form, version, returnedOn)
  const { answers, notMapped } = mapAnswers(compiled, row, columns)
  return {
    row: row.number,
    number: number === '' ? null : number.slice(0, 40),
    name: name.slice(0, 200),
    version: version === '' ? null : version.slice(0, 60),
    returnedOn,
    form: compiled === undefined ? null : form,
    formVersion: compiled?.version ?? null,
    answers,
    notMapped,
  }
}
