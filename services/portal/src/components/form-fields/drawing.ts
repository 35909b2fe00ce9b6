import { type BlockModel, type FieldModel, NOT_KNOWN, type PageModel } from '@cdop/forms'

/** What every part of a form needs while it is drawn. */
export type Drawing = {
  /** The words of each question and of its answers, by field name: a dependent field names them. */
  readonly labels: ReadonlyMap<string, QuestionWords>
  readonly asHeading: boolean
}

type QuestionWords = { readonly label: string; readonly options: ReadonlyMap<string, string> }

/** Collects the words of every question on the page. */
export function labelsOf(model: Pick<PageModel, 'sections'>): ReadonlyMap<string, QuestionWords> {
  const blocks = model.sections.flatMap(({ fieldsets }) => fieldsets.flatMap(({ fields }) => fields))
  return new Map(blocks.flatMap(questionsIn).map((field) => [field.name, wordsOf(field)]))
}

function questionsIn(block: BlockModel): FieldModel[] {
  if (block.kind === 'note') return []
  return block.kind === 'group' ? block.rows.flatMap(({ fields }) => fields) : [block]
}

function wordsOf(field: FieldModel): QuestionWords {
  const options = 'options' in field ? field.options : []
  const offered = new Map(options.map(({ value, text }) => [value, text]))
  if (field.notKnown !== undefined) offered.set(NOT_KNOWN, field.notKnown.text)
  return { label: field.label, options: offered }
}
