import { z } from 'zod'
import { Extension, WordingMark } from './extension.ts'

const linkId = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a linkId is lower-case words joined by hyphens')
const civilDate = z.iso.date()

const Coding = z.strictObject({
  system: z.string().max(200).optional(),
  code: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'a code is words or numbers joined by hyphens'),
  display: z.string().min(1).max(500),
})

const AnswerOption = z.strictObject({ valueCoding: Coding })

/** An age in days (`d`) or completed years (`a`), as UCUM writes them. */
const AgeQuantity = z.strictObject({ value: z.int().min(0).max(200_000), code: z.enum(['d', 'a']) })

/**
 * A condition on an earlier question. `=` on a checkbox question means "is among the ticked"; `<` and `>=` compare
 * an age, an item of type quantity that nobody is asked.
 */
const EnableWhen = z.discriminatedUnion('operator', [
  z.strictObject({
    question: linkId,
    operator: z.enum(['=', '!=']),
    answerCoding: z.strictObject({ system: z.string().max(200).optional(), code: z.string().max(64) }),
  }),
  z.strictObject({ question: linkId, operator: z.literal('exists'), answerBoolean: z.boolean() }),
  z.strictObject({ question: linkId, operator: z.enum(['<', '>=']), answerQuantity: AgeQuantity }),
])

const ItemType = z.enum([
  'group',
  'display',
  'string',
  'text',
  'date',
  'time',
  'integer',
  'choice',
  /** An age worked out from two dates. */
  'quantity',
])

/** One item of the FHIR R4 Questionnaire subset that the engine understands. */
export const QuestionnaireItem = z.strictObject({
  linkId,
  text: z.string().min(1).max(500),
  type: ItemType,
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.literal(true).optional(),
  maxLength: z.int().min(1).max(100_000).optional(),
  answerOption: z.array(AnswerOption).max(500).optional(),
  enableWhen: z.array(EnableWhen).min(1).max(10).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  extension: z.array(Extension).max(20).optional(),
  get item() {
    return z.array(QuestionnaireItem).min(1).max(200).optional()
  },
})
export type QuestionnaireItem = z.infer<typeof QuestionnaireItem>

/**
 * The part of a FHIR R4 Questionnaire the product accepts. Anything else is refused rather than ignored, so a
 * rule that the engine does not know can never be silently dropped from a statutory form.
 */
export const Questionnaire = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  url: z.url(),
  version: z.iso.date('a version is the date it was issued, such as 2026-04-01'),
  title: z.string().min(1).max(200),
  status: z.enum(['draft', 'active', 'retired']),
  effectivePeriod: z.strictObject({ start: civilDate, end: civilDate.optional() }),
  extension: z.array(WordingMark).max(1).optional(),
  item: z.array(QuestionnaireItem).min(1).max(100),
})
export type Questionnaire = z.infer<typeof Questionnaire>
