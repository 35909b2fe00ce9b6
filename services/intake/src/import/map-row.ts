import {
  type Answers,
  type CompiledForm,
  type Row as Entry,
  NOT_KNOWN,
  type Question,
  visible,
} from '@cdop/forms'
import { placeColumns, type Row } from '@cdop/tabular'
import type { MappedColumn, Mapping } from './mapping.ts'
import { readCell } from './read-answer.ts'
import { type ValueClass, valueClass } from './value-class.ts'

/** What is wrong with one cell, without what stands in it. */
export type CellFault = Readonly<{
  row: number
  column: string
  valueClass: ValueClass
  says: string
  cure: string
}>

/** A row as answers to the form, and from which column each came. */
export type MappedRow = Readonly<{
  answers: Answers
  /** The column behind an answer: by linkId, or `group[0].linkId` within an entry. */
  columnOf: (path: string) => string | undefined
  faults: readonly CellFault[]
  /** Filled cells left out, because the form does not ask for them with the other answers. */
  leftOut: number
}>

/** A file's columns, placed by the mapping. */
export type PlacedMapping = Readonly<{ mapping: Mapping; cell: (row: Row, column: string) => string }>

/** @throws TableRefusal when a column that is needed is missing, or one is there that the mapping does not know */
export function placeMapping(mapping: Mapping, columns: readonly string[]): PlacedMapping {
  const places = placeColumns(columns, {
    required: [mapping.receivedOn, ...mapping.columns.filter((one) => one.required).map((one) => one.column)],
    optional: [...mapping.columns.map((one) => one.column), ...mapping.ignored],
  })
  return {
    mapping,
    cell: (row, column) => {
      const place = places.get(column)
      return place === undefined ? '' : (row.cells[place] ?? '').trim()
    },
  }
}

/** Every question of a form by its linkId, those of repeating groups too. */
export function questionsOf(form: CompiledForm): ReadonlyMap<string, Question> {
  const known = new Map<string, Question>()
  for (const item of form.pages.flatMap((page) => page.items)) {
    if (item.kind === 'note') continue
    for (const question of item.kind === 'group' ? item.questions : [item])
      known.set(question.linkId, question)
  }
  return known
}

const questionsByForm = new WeakMap<CompiledForm, ReadonlyMap<string, Question>>()

/** Undefined in a version of the form that did not ask it. */
function questionIn(form: CompiledForm, linkId: string): Question | undefined {
  const known = questionsByForm.get(form) ?? questionsOf(form)
  questionsByForm.set(form, known)
  return known.get(linkId)
}

/** Reads a row by its mapping. What the form's own rules refuse is left to them. */
export function mapRow({ mapping, cell }: PlacedMapping, form: CompiledForm, row: Row): MappedRow {
  const faults: CellFault[] = []
  let notAsked = 0
  const given: Answers = {}
  const groups = new Map<string, Map<string, Entry>>()
  const columns = new Map<string, string>()
  const entryColumns = new Map<Entry, Map<string, string>>()

  for (const mapped of mapping.columns) {
    const { column, question: linkId, group } = mapped
    const question = questionIn(form, linkId)
    const text = cell(row, column)
    for (const settled of mapped.settles) {
      const answer = text === '' ? settled.blank : settled.filled
      if (answer !== undefined) given[settled.question] = answer
    }
    if (question === undefined) {
      if (text !== '') notAsked += 1
      continue
    }
    if (group === undefined) columns.set(linkId, column)
    const answer = text === '' ? blankAnswer(mapped) : filledAnswer(mapped, question, text)
    if (answer === undefined) continue
    if (group === undefined) given[linkId] = answer
    else if (!Array.isArray(answer)) {
      const entry = entryOf(groups, group, mapped.entry ?? column)
      entry[linkId] = answer
      const known = entryColumns.get(entry) ?? new Map<string, string>()
      entryColumns.set(entry, known.set(linkId, column))
    }
  }
  for (const [group, entries] of groups) {
    for (const constant of mapping.constants) {
      const entry = constant.group === group ? entries.get(constant.entry) : undefined
      if (entry !== undefined) entry[constant.question] = constant.answer
    }
    given[group] = [...entries.values()]
  }
  for (const { group, entry } of mapping.withoutEntries) given[group] ??= [{ ...entry }]

  const { answers, leftOut } = onlyAsked(form, given)
  return {
    answers,
    faults,
    leftOut: leftOut + notAsked,
    columnOf: (path) => columns.get(path) ?? columnInEntry(path),
  }

  function filledAnswer(mapped: MappedColumn, question: Question, text: string) {
    const read = readCell(question, mapped, mapping.notKnown, text)
    if ('answer' in read) return read.answer
    faults.push({ row: row.number, column: mapped.column, valueClass: valueClass(text), ...read })
    return undefined
  }

  function columnInEntry(path: string): string | undefined {
    const [, group = '', index = '', linkId = ''] = /^([^[]+)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? ['', path]
    const entries = answers[group]
    const entry = Array.isArray(entries) ? entries[Number(index)] : undefined
    const known = typeof entry === 'object' ? entryColumns.get(entry) : undefined
    return known?.get(linkId) ?? [...(known?.values() ?? [])][0] ?? columnOfGroup(group)
  }

  function columnOfGroup(group: string): string | undefined {
    return mapping.columns.find((mapped) => mapped.group === group)?.column
  }
}

function blankAnswer({ blank }: MappedColumn) {
  if (blank === undefined) return undefined
  return blank === NOT_KNOWN ? { notKnown: true as const } : blank.answer
}

function entryOf(groups: Map<string, Map<string, Entry>>, group: string, name: string): Entry {
  const entries = groups.get(group) ?? new Map<string, Entry>()
  groups.set(group, entries)
  const entry = entries.get(name) ?? {}
  entries.set(name, entry)
  return entry
}

/** The answers to what the form asks with these answers: what it does not ask it would refuse. */
function onlyAsked(form: CompiledForm, given: Answers): { answers: Answers; leftOut: number } {
  const asked = visible(form, given)
  const kept = Object.entries(given).filter(([linkId]) => asked.has(linkId))
  const left = Object.entries(given).filter(([linkId]) => !asked.has(linkId))
  return { answers: Object.fromEntries(kept), leftOut: left.filter(([, answer]) => isSaid(answer)).length }
}

function isSaid(answer: Answers[string]): boolean {
  return typeof answer !== 'object' || Array.isArray(answer)
}
