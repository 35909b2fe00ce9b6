import type { CompiledForm, Question } from '@cdop/forms'
import { z } from 'zod'
import { type FoundWrong, Wrong } from '../notifying/found-wrong.ts'

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

const Value = z.looseObject({
  valueString: z.string().optional(),
  valueDate: z.string().optional(),
  valueTime: z.string().optional(),
  valueInteger: z.int().optional(),
  valueCoding: z.looseObject({ code: z.string().optional() }).optional(),
  item: z.unknown().optional(),
})

const Item = z.looseObject({
  linkId: z.string().max(64),
  extension: z
    .array(z.looseObject({ url: z.string(), valueCode: z.string().optional() }))
    .max(20)
    .optional(),
  answer: z.array(z.unknown()).max(500).optional(),
  item: z.array(z.unknown()).max(500).optional(),
})

/** An item as the forms read it: linkId and answer alone. */
type PlainItem = { linkId: string; extension?: object[]; answer?: object[]; item?: PlainItem[] }

type Reading = { where: Map<string, string>; found: FoundWrong[]; questions: ReadonlyMap<string, Question> }

/** Every linkId of a form: pages, the fieldsets in them, groups and questions. */
function linkIdsOf(form: CompiledForm): { known: Set<string>; questions: Map<string, Question> } {
  const known = new Set<string>()
  const questions = new Map<string, Question>()
  for (const page of form.pages) {
    known.add(page.linkId)
    for (const item of page.items) {
      if (item.fieldset !== undefined) known.add(item.fieldset.linkId)
      if (item.kind === 'note') continue
      known.add(item.linkId)
      if (item.kind !== 'group') questions.set(item.linkId, item)
      else for (const question of item.questions) questions.set(question.linkId, question)
    }
  }
  return { known: new Set([...known, ...questions.keys()]), questions }
}

function plainValue(kind: Question['kind'], raw: unknown): object | null {
  const value = Value.safeParse(raw)
  if (!value.success || value.data.item !== undefined) return null
  const { valueString, valueDate, valueTime, valueInteger, valueCoding } = value.data
  switch (kind) {
    case 'choice':
      return valueCoding?.code === undefined ? null : { valueCoding: { code: valueCoding.code } }
    case 'date':
      return valueDate === undefined ? null : { valueDate }
    case 'time':
      return valueTime === undefined ? null : { valueTime }
    case 'integer':
      return valueInteger === undefined ? null : { valueInteger }
    case 'string':
    case 'text':
      return valueString === undefined ? null : { valueString }
  }
}

const valueOfKind: Record<Question['kind'], string> = {
  choice: 'valueCoding with a code of the Questionnaire',
  date: 'valueDate',
  time: 'valueTime',
  integer: 'valueInteger',
  string: 'valueString',
  text: 'valueString',
}

/** The answers to one question, without what the forms do not read; what is wrong goes to `found`. */
function plainAnswers(question: Question, item: z.infer<typeof Item>, at: string, { found }: Reading) {
  const absent = item.extension?.find(({ url }) => url === ABSENT)
  if (absent !== undefined) {
    return { extension: [{ url: ABSENT, valueCode: 'asked-unknown' }] }
  }
  const answer = (item.answer ?? []).flatMap((raw, index) => {
    const plain = plainValue(question.kind, raw)
    if (plain !== null) return [plain]
    const says = `Answer with ${valueOfKind[question.kind]}`
    found.push({ field: question.linkId, says, at: [`${at}.answer[${index}]`] })
    return []
  })
  return answer.length === 0 ? null : { answer }
}

function plain(
  raws: readonly unknown[],
  known: ReadonlySet<string>,
  at: string,
  within: string,
  reading: Reading,
): PlainItem[] {
  const { where, found, questions } = reading
  const rows = new Map<string, number>()
  return raws.flatMap((raw, index): PlainItem[] => {
    const here = `${at}.item[${index}]`
    const read = Item.safeParse(raw)
    if (!read.success || !known.has(read.data.linkId)) {
      found.push({ field: '', says: 'The Questionnaire has no such item. Leave it out', at: [here] })
      return []
    }
    const { linkId, item: inner } = read.data
    const question = questions.get(linkId)
    if (question !== undefined) {
      if (where.has(`${within}${linkId}`)) {
        found.push({ field: linkId, says: 'The item is there twice. Leave one out', at: [here] })
        return []
      }
      where.set(`${within}${linkId}`, here)
      const answers = plainAnswers(question, read.data, here, reading)
      return answers === null ? [] : [{ linkId, ...answers }]
    }
    const row = rows.get(linkId) ?? 0
    rows.set(linkId, row + 1)
    if (!where.has(linkId)) where.set(linkId, here)
    const isEntry = [...questions.values()].some(({ group }) => group === linkId)
    const prefix = isEntry ? `${linkId}[${row}].` : within
    return [{ linkId, item: plain(inner ?? [], known, here, prefix, reading) }]
  })
}

/**
 * The items of a received response as the forms read them, and where each stands, as FHIR expresses it.
 * @throws Wrong naming each item the Questionnaire does not have, that is there twice, or whose answer is of another type
 */
export function plainItems(
  form: CompiledForm,
  raws: readonly unknown[],
  root: string,
): { items: PlainItem[]; where: ReadonlyMap<string, string> } {
  const { known, questions } = linkIdsOf(form)
  const reading: Reading = { where: new Map(), found: [], questions }
  const items = plain(raws, known, root, '', reading)
  if (reading.found.length > 0) throw new Wrong(reading.found)
  return { items, where: reading.where }
}
