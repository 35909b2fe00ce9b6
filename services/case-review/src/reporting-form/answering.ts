import type { Db } from '@cdop/database'
import { type LinkHolder, mayGather, Refusal } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  FormVersionError,
  formVersion,
  REPORTING_FORM,
  statutoryForms,
} from '@cdop/forms'
import type { z } from 'zod'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { findRequest, type RequestRow } from '../information-request/request-store.ts'

/**
 * The one request a link holder may answer, and its case.
 * @throws Refusal `link-dead` when it was recalled or the panel has reviewed the case
 */
export async function answering(
  tx: Db,
  holder: LinkHolder,
  options: { lock?: boolean } = {},
): Promise<{ request: RequestRow; found: CaseRow }> {
  const request = await findRequest(tx, holder.areaId, holder.subject, options)
  if (request === null || request.state === 'recalled') throw new Refusal('link-dead')
  const found = await findCase(tx, holder.areaId, request.caseId)
  if (found === null || !mayGather(found.state)) throw new Refusal('link-dead')
  return { request, found }
}

/** The version of the reporting form that was answered. @throws Refusal `invalid-answers` when there is none such */
export function answeredForm(version: string): CompiledForm {
  try {
    return formVersion(statutoryForms, REPORTING_FORM, version)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) throw new Refusal('invalid-answers', ['formVersion'])
    throw thrown
  }
}

/** Parses answers from the wire. @throws Refusal `invalid-answers` naming the questions */
export function parseAnswers(schema: z.ZodType<Answers>, answers: unknown): Answers {
  const parsed = schema.safeParse(answers)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid-answers', [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))])
}
