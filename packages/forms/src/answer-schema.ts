import { z } from 'zod'
import { type Answer, type Answers, type Row, rowsOf } from './answer.ts'
import { isRealDate } from './civil-date.ts'
import { cleanLine, cleanLines, isStorable } from './clean-text.ts'
import { clockTime } from './clock-time.ts'
import type {
  ChoiceQuestion,
  IntegerQuestion,
  Item,
  Page,
  Question,
  RepeatingGroup,
  TextQuestion,
} from './compiled-form.ts'
import { formats } from './format.ts'
import { messageFor } from './messages.ts'
import { openPaths, pathIn } from './visibility.ts'

const NOT_ASKED = 'This question is not asked with these answers'
const NotKnown = z.strictObject({ notKnown: z.literal(true) })

/** Longer than this and the text is not even cleaned: refusing a megabyte must cost nothing. */
function hardLimit(maxLength: number): number {
  return maxLength * 2 + 1000
}

function textSchema(question: TextQuestion): z.ZodType<string> {
  const { maxLength, messages, kind } = question
  const tooLong = messageFor(messages, 'too-long')
  const clean = kind === 'string' ? cleanLine : cleanLines
  const text = z
    .string()
    .max(hardLimit(maxLength), { error: tooLong, abort: true })
    .overwrite(clean)
    .min(1, { error: messages.required ?? 'Enter an answer', abort: true })
    .max(maxLength, { error: tooLong, abort: true })
    .refine(isStorable, { error: messageFor(messages, 'unstorable'), abort: true })
  if (!question.format) return text
  const format = formats[question.format]
  return text.overwrite(format.normalise).refine(format.accepts, { error: messageFor(messages, 'format') })
}

function integerSchema({ messages, minimum, maximum }: IntegerQuestion): z.ZodType<number> {
  const range = messageFor(messages, 'out-of-range')
  return z.int(messageFor(messages, 'format')).min(minimum, range).max(maximum, range)
}

function choiceSchema(question: ChoiceQuestion): z.ZodType<string | string[]> {
  const notListed = messageFor(question.messages, 'not-listed')
  const code = z.enum(
    question.options.map((option) => option.code),
    notListed,
  )
  if (!question.multiple) return code
  return z
    .array(code, notListed)
    .min(1, question.messages.required ?? notListed)
    .max(question.options.length, { error: notListed, abort: true })
    .refine((codes) => new Set(codes).size === codes.length, notListed)
}

function schemaOf(question: Question): z.ZodType<string | number | string[]> {
  const { messages } = question
  switch (question.kind) {
    case 'string':
    case 'text':
      return textSchema(question)
    case 'date': {
      const error = messageFor(messages, 'not-real')
      return z.string(error).max(10, { error, abort: true }).refine(isRealDate, { error })
    }
    case 'time': {
      const error = messageFor(messages, 'format')
      return z
        .string(error)
        .max(20, { error, abort: true })
        .overwrite((typed) => clockTime(typed) ?? typed)
        .refine((time) => clockTime(time) === time, { error })
    }
    case 'integer':
      return integerSchema(question)
    case 'choice':
      return choiceSchema(question)
  }
}

/** Building a schema costs a hundred times more than using it. */
const built = new WeakMap<Question, z.ZodType<string | number | string[]>>()

/**
 * What a stored answer to the question must be, with the form's own words for what is wrong. Text is brought to
 * its stored spelling. There is no clock here: a date in the future is caught where it is submitted.
 */
export function answerSchema(question: Question): z.ZodType<string | number | string[]> {
  const schema = built.get(question) ?? schemaOf(question)
  built.set(question, schema)
  return schema
}

function storedSchema(question: Question): z.ZodType<Answer> {
  const answer = answerSchema(question)
  return question.notKnown ? z.union([answer, NotKnown]) : answer
}

function rowsSchema(group: RepeatingGroup): z.ZodType<Row[]> {
  const shape = Object.fromEntries(
    group.questions.map((question) => [question.linkId, storedSchema(question).exactOptional()]),
  )
  return z
    .array(z.strictObject(shape).refine((row) => Object.keys(row).length > 0, 'An entry must not be empty'))
    .min(1, group.messages.required ?? 'Leave the group out when it has no entries')
    .max(group.maxOccurs, messageFor(group.messages, 'too-many'))
}

function shapeOf(items: readonly Item[]): Record<string, z.ZodExactOptional<z.ZodType<Answer | Row[]>>> {
  const shape: Record<string, z.ZodExactOptional<z.ZodType<Answer | Row[]>>> = {}
  for (const item of items) {
    if (item.kind === 'note') continue
    const stored: z.ZodType<Answer | Row[]> = item.kind === 'group' ? rowsSchema(item) : storedSchema(item)
    shape[item.linkId] = stored.exactOptional()
  }
  return shape
}

/** Each answer right, any missing, unknown linkIds refused. */
export function draftSchema(pages: readonly Page[]): z.ZodType<Answers> {
  return z.strictObject(shapeOf(pages.flatMap((page) => page.items)))
}

/** What stands in the way of calling answers complete: something required is missing, something not asked is there. */
function gapsIn(
  items: readonly Item[],
  answers: Answers,
): Array<{ at: Array<string | number>; message: string }> {
  const open = openPaths(items, answers)
  const gaps: Array<{ at: Array<string | number>; message: string }> = []
  for (const item of items) {
    if (item.kind === 'note') continue
    const present = answers[item.linkId] !== undefined
    if (present && !open.has(item.linkId)) gaps.push({ at: [item.linkId], message: NOT_ASKED })
    if (!present && item.required && open.has(item.linkId)) {
      gaps.push({ at: [item.linkId], message: messageFor(item.messages, 'required') })
    }
    if (item.kind !== 'group' || !open.has(item.linkId)) continue
    rowsOf(answers, item.linkId).forEach((row, index) => {
      for (const question of item.questions) {
        const at = [item.linkId, index, question.linkId]
        const asked = open.has(pathIn(item.linkId, index, question.linkId))
        const given = row[question.linkId] !== undefined
        if (given && !asked) gaps.push({ at, message: NOT_ASKED })
        if (!given && asked && question.required) {
          gaps.push({ at, message: messageFor(question.messages, 'required') })
        }
      }
    })
  }
  return gaps
}

/** A complete set of answers: the draft's rules, everything asked and required there, nothing hidden there. */
export function completeSchema(pages: readonly Page[]): z.ZodType<Answers> {
  const items = pages.flatMap((page) => page.items)
  return draftSchema(pages).check((context) => {
    for (const { at, message } of gapsIn(items, context.value)) {
      context.issues.push({ code: 'custom', input: context.value, path: at, message })
    }
  })
}
