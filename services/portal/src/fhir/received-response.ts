import {
  type Answers,
  type CompiledForm,
  FormVersionError,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  NOTIFICATION_FORM,
  ResponseMismatch,
  statutoryForms,
} from '@cdop/forms'
import { z } from 'zod'
import { type FoundWrong, Wrong, wrongIn } from '../notifying/found-wrong.ts'
import { plainItems } from './response-items.ts'

/** What the door reads of a QuestionnaireResponse; the rest (meta, text, subject's display …) is left alone. */
export const ReceivedResponse = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  identifier: z.looseObject({ system: z.string().optional(), value: z.string().min(1) }).optional(),
  questionnaire: z.string().max(300),
  status: z.string(),
  subject: z.looseObject({ reference: z.string().optional() }).optional(),
  item: z.array(z.unknown()).max(100).optional(),
})
export type ReceivedResponse = z.infer<typeof ReceivedResponse>

/** The answers of a response with where in the document each stands. */
export type ReadResponse = {
  form: CompiledForm
  answers: Answers
  /** By linkId, `group[0].linkId` inside an entry, and page. */
  where: ReadonlyMap<string, string>
}

const wrongAt = (at: string, says: string): Wrong => new Wrong([{ field: '', says, at: [at] }])

/** Things found wrong, each with where it stands: where the answer is, else the page it belongs to, else the response. */
export function located(
  { form, where }: Pick<ReadResponse, 'form' | 'where'>,
  root: string,
  found: readonly FoundWrong[],
): FoundWrong[] {
  return found.map((one) => {
    if (one.at !== undefined) return one
    const outer = one.field.replace(/[.[].*$/, '')
    const page = form.pages.find(({ items }) => items.some((item) => item.linkId === outer))
    const at = where.get(one.field) ?? where.get(outer) ?? where.get(page?.linkId ?? '') ?? root
    return { ...one, at: [at] }
  })
}

function formOf(canonical: string, today: string, root: string): CompiledForm {
  const [url, version] = canonical.split('|')
  try {
    if (url !== NOTIFICATION_FORM) throw new FormVersionError('another form')
    return version === undefined
      ? formInForce(statutoryForms, NOTIFICATION_FORM, today)
      : formVersion(statutoryForms, NOTIFICATION_FORM, version)
  } catch (thrown) {
    if (!(thrown instanceof FormVersionError)) throw thrown
    const says = `Answer the Questionnaire ${NOTIFICATION_FORM}, in the version in force`
    throw wrongAt(`${root}.questionnaire`, says)
  }
}

/**
 * The answers of a received QuestionnaireResponse. Each is right by itself; whether they are complete, nobody has asked.
 * @param root where the response stands in what was sent, as FHIR expresses it
 * @throws Wrong naming each thing at fault and where it stands
 */
export function readResponse(response: ReceivedResponse, today: string, root: string): ReadResponse {
  if (response.status !== 'completed') {
    throw wrongAt(`${root}.status`, 'Send the notification once it is completed')
  }
  const form = formOf(response.questionnaire, today, root)
  const { items, where } = plainItems(form, response.item ?? [], root)
  try {
    const answers = fromQuestionnaireResponse(form, {
      resourceType: 'QuestionnaireResponse',
      questionnaire: `${form.url}|${form.version}`,
      status: 'completed',
      // Not kept: when it was received counts.
      authored: '2000-01-01T00:00:00Z',
      item: items,
    })
    return { form, answers, where }
  } catch (thrown) {
    if (thrown instanceof z.ZodError) throw new Wrong(located({ form, where }, root, wrongIn(thrown)))
    if (thrown instanceof ResponseMismatch) throw wrongAt(root, 'Each question takes one answer')
    throw thrown
  }
}
