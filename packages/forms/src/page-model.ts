import { type Answers, answerTo, type Row, rowsOf } from './answer.ts'
import {
  type CompiledForm,
  type Item,
  type Page,
  pagesOf,
  type Question,
  type RepeatingGroup,
} from './compiled-form.ts'
import { fieldId } from './field-name.ts'
import { dependsElsewhere, type Shown, shownWhen } from './page-condition.ts'
import { type Entry, type FieldModel, fieldModel, type Offered } from './page-field.ts'
import { provisionalAnswers, typedRows } from './provisional-answers.ts'
import type { FieldError } from './submission.ts'
import type { Typed } from './submitted-body.ts'
import { isOpen, lookup } from './visibility.ts'

/** One entry of a repeating group on the page. */
export interface RowModel {
  index: number
  legend: string
  fields: FieldModel[]
}

export interface GroupModel extends Shown {
  kind: 'group'
  linkId: string
  /** Of the fieldset element. */
  id: string
  legend: string
  hint?: string
  optional: boolean
  /** What is wrong with the group as a whole. */
  error?: string
  rows: RowModel[]
  maxOccurs: number
  mayAddAnother: boolean
}

export interface NoteModel extends Shown {
  kind: 'note'
  linkId: string
  text: string
}

export type BlockModel = FieldModel | GroupModel | NoteModel

export interface FieldsetModel {
  /** Absent for what stands directly on the page. */
  linkId?: string
  legend?: string
  fields: BlockModel[]
}

export interface SectionModel {
  linkId: string
  title: string
  hint?: string
  fieldsets: FieldsetModel[]
}

/** Plain data for a template: everything a page shows of the form, nothing about how it looks. */
export interface PageModel {
  url: string
  version: string
  title: string
  sections: SectionModel[]
  /** In the order of the page, ready for the error summary. */
  errors: FieldError[]
}

export interface PageOptions {
  section?: string
  /** Stored answers, of all pages. */
  values?: Answers
  /** What was typed and refused; shown in place of the stored answers. */
  typed?: Typed
  errors?: readonly FieldError[]
  /** How many entries of each repeating group to show at least. */
  rows?: Readonly<Record<string, number>>
  /** Choices the product knows better than the form (local authorities), by linkId; shown as a select. */
  optionsFor?: Readonly<Record<string, readonly Offered[]>>
}

interface Drawing {
  options: PageOptions
  /** Stored answers, or what was typed as far as conditions need it. */
  answers: Answers
  here: ReadonlySet<string>
}

function errorAt(drawing: Drawing, id: string): string | undefined {
  return drawing.options.errors?.find((error) => error.fieldId === id)?.message
}

function drawField(
  question: Question,
  drawing: Drawing,
  inside?: { group: RepeatingGroup; entry: Entry; row: Row },
): FieldModel {
  const { options, answers, here } = drawing
  const sameEntry = new Set(inside?.group.questions.map((sibling) => sibling.linkId))
  const visible = isOpen(question.gates, lookup(answers, inside?.row))
  const stored = options.values ?? {}
  const storedRow = inside ? rowsOf(stored, inside.entry.group)[inside.entry.row] : undefined
  return fieldModel(question, {
    entry: inside?.entry,
    typed: options.typed,
    answer: inside ? storedRow?.[question.linkId] : answerTo(stored, question.linkId),
    offered: options.optionsFor?.[question.linkId],
    errorAt: (id) => errorAt(drawing, id),
    shown: shownWhen(question.gates, visible, { here, sameEntry, entry: inside?.entry }),
  })
}

function drawGroup(group: RepeatingGroup, drawing: Drawing, shown: Shown): GroupModel {
  const { options, answers } = drawing
  const stored = rowsOf(options.values ?? {}, group.linkId).length
  const present = options.typed ? typedRows(group.linkId, options.typed) : stored
  const count = Math.min(Math.max(1, present, options.rows?.[group.linkId] ?? 0), group.maxOccurs)
  const rows = Array.from({ length: count }, (_, index): RowModel => {
    const entry = { group: group.linkId, row: index }
    const row = rowsOf(answers, group.linkId)[index] ?? {}
    const fields = group.questions.map((question) => drawField(question, drawing, { group, entry, row }))
    return { index, legend: `${group.name} ${index + 1}`, fields }
  })
  const error = options.errors?.find((candidate) => candidate.linkId === group.linkId)?.message
  return {
    kind: 'group',
    linkId: group.linkId,
    id: fieldId(group.linkId),
    legend: group.text,
    ...(group.hint === undefined ? {} : { hint: group.hint }),
    optional: !group.required,
    ...(error === undefined ? {} : { error }),
    rows,
    maxOccurs: group.maxOccurs,
    mayAddAnother: count < group.maxOccurs,
    ...shown,
  }
}

/** Nothing for an item that only an answer on another page could reveal. */
function drawBlock(item: Item, drawing: Drawing): BlockModel | undefined {
  const { here, answers } = drawing
  const elsewhere = item.gates.filter((gate) => dependsElsewhere(gate, here))
  if (!isOpen(elsewhere, lookup(answers))) return undefined
  if (item.kind !== 'note' && item.kind !== 'group') return drawField(item, drawing)
  const visible = isOpen(item.gates, lookup(answers))
  const shown = shownWhen(item.gates, visible, { here, sameEntry: new Set(), entry: undefined })
  if (item.kind === 'group') return drawGroup(item, drawing, shown)
  return { kind: 'note', linkId: item.linkId, text: item.text, ...shown }
}

function drawSection(page: Page, drawing: Drawing): SectionModel {
  const fieldsets: FieldsetModel[] = []
  for (const item of page.items) {
    const block = drawBlock(item, drawing)
    if (!block) continue
    const last = fieldsets.at(-1)
    if (last && last.linkId === item.fieldset?.linkId) last.fields.push(block)
    else fieldsets.push({ ...item.fieldset, fields: [block] })
  }
  return {
    linkId: page.linkId,
    title: page.title,
    ...(page.hint === undefined ? {} : { hint: page.hint }),
    fieldsets,
  }
}

/**
 * Everything one page (or, without `section`, every page) of the form shows, as plain data. A page that only
 * answers elsewhere could bring up has no fieldsets.
 * @throws RangeError when the form has no such section.
 */
export function pageModel(form: CompiledForm, options: PageOptions = {}): PageModel {
  const pages = pagesOf(form, options.section)
  const items = pages.flatMap((page) => page.items)
  const stored = options.values ?? {}
  const drawing: Drawing = {
    options,
    answers: options.typed ? provisionalAnswers(items, options.typed, stored) : stored,
    here: new Set(
      items
        .flatMap((item) => [item, ...(item.kind === 'group' ? item.questions : [])])
        .map((item) => item.linkId),
    ),
  }
  return {
    url: form.url,
    version: form.version,
    title: form.title,
    sections: pages.map((page) => drawSection(page, drawing)),
    errors: [...(options.errors ?? [])],
  }
}
