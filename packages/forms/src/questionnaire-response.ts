import { z } from 'zod'
import { type Answer, type Answers, type Row, rowsOf } from './answer.ts'
import { type CompiledForm, type Item, itemsOf, type Page, type Question } from './compiled-form.ts'

const ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

const ResponseAnswer = z.union([
  z.strictObject({ valueString: z.string() }),
  z.strictObject({ valueDate: z.string() }),
  z.strictObject({ valueTime: z.string() }),
  z.strictObject({ valueInteger: z.int() }),
  z.strictObject({
    valueCoding: z.strictObject({
      system: z.string().optional(),
      code: z.string(),
      display: z.string().optional(),
    }),
  }),
])
type ResponseAnswer = z.infer<typeof ResponseAnswer>

/**
 * `asked-unknown` is how FHIR says that the person was asked and does not know, `masked` that something is not told here;
 * an answer that is stored is never masked.
 */
const Absent = z.strictObject({
  url: z.literal(ABSENT_REASON),
  valueCode: z.enum(['asked-unknown', 'masked']),
})

const ResponseItem = z.strictObject({
  linkId: z.string(),
  text: z.string().optional(),
  extension: z.array(Absent).max(1).optional(),
  answer: z.array(ResponseAnswer).min(1).max(500).optional(),
  get item() {
    return z.array(ResponseItem).max(500).optional()
  },
})
type ResponseItem = z.infer<typeof ResponseItem>

/** The FHIR R4 QuestionnaireResponse subset in which answers are stored. */
export const QuestionnaireResponse = z.strictObject({
  resourceType: z.literal('QuestionnaireResponse'),
  /** `url|version` of the form. */
  questionnaire: z.string(),
  status: z.enum(['in-progress', 'completed', 'amended']),
  authored: z.iso.datetime({ offset: true }),
  item: z.array(ResponseItem).max(100),
})
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>

/** Stored answers that do not belong to the form they are read with. Contains no answers. */
export class ResponseMismatch extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ResponseMismatch'
  }
}

/** A document out of which answers were taken before it left: it cannot stand for the form. */
export class ResponseWithheld extends ResponseMismatch {
  constructor() {
    super('Something is withheld in this document')
    this.name = 'ResponseWithheld'
  }
}

function coding(question: Question, code: string): ResponseAnswer {
  const option =
    question.kind === 'choice' ? question.options.find((candidate) => candidate.code === code) : undefined
  return {
    valueCoding: {
      ...(option?.system === undefined ? {} : { system: option.system }),
      code,
      ...(option ? { display: option.text } : {}),
    },
  }
}

function responseAnswer(question: Question, value: string | number): ResponseAnswer {
  if (typeof value === 'number') return { valueInteger: value }
  switch (question.kind) {
    case 'choice':
      return coding(question, value)
    case 'date':
      return { valueDate: value }
    case 'time':
      return { valueTime: `${value}:00` }
    case 'string':
    case 'text':
    case 'integer':
      return { valueString: value }
  }
}

function responseItem(question: Question, answer: Answer): ResponseItem {
  const { linkId, text } = question
  if (typeof answer === 'object' && !Array.isArray(answer)) {
    return { linkId, text, extension: [{ url: ABSENT_REASON, valueCode: 'asked-unknown' }] }
  }
  const values = Array.isArray(answer) ? answer : [answer]
  return { linkId, text, answer: values.map((value) => responseAnswer(question, value)) }
}

function responseItems(item: Item, answers: Answers): ResponseItem[] {
  if (item.kind === 'note') return []
  if (item.kind === 'group') {
    return rowsOf(answers, item.linkId).map((row) => ({
      linkId: item.linkId,
      text: item.text,
      item: item.questions.flatMap((question) => {
        const answer = row[question.linkId]
        return answer === undefined ? [] : [responseItem(question, answer)]
      }),
    }))
  }
  const answer = answers[item.linkId]
  if (answer === undefined || isRowList(answer)) return []
  return [responseItem(item, answer)]
}

function isRowList(value: Answer | Row[]): value is Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

const masked = ({ linkId, text }: Item): ResponseItem => ({
  linkId,
  text,
  extension: [{ url: ABSENT_REASON, valueCode: 'masked' }],
})

function pageItem(page: Page, answers: Answers, withheld: readonly string[]): ResponseItem[] {
  const items: ResponseItem[] = []
  for (const item of page.items) {
    const made = withheld.includes(item.linkId) ? [masked(item)] : responseItems(item, answers)
    if (made.length === 0) continue
    const { fieldset } = item
    const last = items.at(-1)
    if (!fieldset) items.push(...made)
    else if (last?.linkId === fieldset.linkId && last.item) last.item.push(...made)
    else items.push({ linkId: fieldset.linkId, text: fieldset.legend, item: made })
  }
  return items.length > 0 ? [{ linkId: page.linkId, text: page.title, item: items }] : []
}

/**
 * Answers as the FHIR document that is stored, or that leaves without what is `withheld`. `authored` is an instant in
 * ISO 8601 with its offset.
 * @throws ZodError when the answers do not belong to the form.
 */
export function toQuestionnaireResponse(
  form: CompiledForm,
  answers: Answers,
  {
    authored,
    status = 'completed',
    withheld = [],
  }: { authored: string; status?: QuestionnaireResponse['status']; withheld?: readonly string[] },
): QuestionnaireResponse {
  const stored = form.draftSchema.parse(answers)
  return QuestionnaireResponse.parse({
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${form.url}|${form.version}`,
    status,
    authored,
    item: form.pages.flatMap((page) => pageItem(page, stored, withheld)),
  })
}

function storedValue(answer: ResponseAnswer): string | number {
  if ('valueInteger' in answer) return answer.valueInteger
  if ('valueDate' in answer) return answer.valueDate
  if ('valueTime' in answer) return answer.valueTime.replace(/:00$/, '')
  if ('valueCoding' in answer) return answer.valueCoding.code
  return answer.valueString
}

function readItem(question: Question, item: ResponseItem): Answer {
  if (item.extension && item.extension.length > 0) return { notKnown: true }
  const values = (item.answer ?? []).map(storedValue)
  if (question.kind === 'choice' && question.multiple) return values.map(String)
  const [value] = values
  if (value === undefined || values.length > 1) {
    throw new ResponseMismatch(`${question.linkId} must have one answer`)
  }
  return value
}

function readRow(questions: readonly Question[], children: readonly ResponseItem[]): Row {
  const row: Row = {}
  for (const child of children) {
    const question = questions.find((candidate) => candidate.linkId === child.linkId)
    if (!question || row[child.linkId] !== undefined) {
      throw new ResponseMismatch('An entry has an item twice or one that the form does not have')
    }
    row[child.linkId] = readItem(question, child)
  }
  return row
}

function readItems(form: CompiledForm, children: readonly ResponseItem[], answers: Answers): void {
  const items = itemsOf(form)
  const groups = new Set([
    ...form.pages.map((page) => page.linkId),
    ...items.flatMap((item) => item.fieldset?.linkId ?? []),
  ])
  for (const child of children) {
    const item = items.find((candidate) => candidate.linkId === child.linkId)
    if (child.extension?.some(({ valueCode }) => valueCode === 'masked')) throw new ResponseWithheld()
    if (groups.has(child.linkId)) readItems(form, child.item ?? [], answers)
    else if (item?.kind === 'group') {
      answers[item.linkId] = [...rowsOf(answers, item.linkId), readRow(item.questions, child.item ?? [])]
    } else if (!item || item.kind === 'note' || answers[child.linkId] !== undefined) {
      throw new ResponseMismatch('There is an item twice or one that the form does not have')
    } else answers[child.linkId] = readItem(item, child)
  }
}

/**
 * The answers in a stored FHIR document.
 * @throws ResponseMismatch when it belongs to another form or version; ResponseWithheld when something was taken out of it;
 * ZodError when it is no such document.
 */
export function fromQuestionnaireResponse(form: CompiledForm, json: unknown): Answers {
  const response = QuestionnaireResponse.parse(json)
  if (response.questionnaire !== `${form.url}|${form.version}`) {
    throw new ResponseMismatch(`These answers are to ${response.questionnaire}`)
  }
  const answers: Answers = {}
  readItems(form, response.item, answers)
  return form.draftSchema.parse(answers)
}
