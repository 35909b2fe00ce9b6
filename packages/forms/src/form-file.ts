import { type Canonical, canonicalJson } from '@cdop/domain'
import type { Answers } from './answer.ts'
import type { CompiledForm } from './compiled-form.ts'
import { type QuestionnaireResponse, toQuestionnaireResponse } from './questionnaire-response.ts'

/** A form with its answers, as it leaves and comes in again: always of the whole form, also where only stages were asked. */
export type FilledForm = { readonly form: CompiledForm; readonly answers: Answers }

/** A form as it leaves: the questions whose answers `withholdAnswers` took out of it are named. */
export type LeavingForm = FilledForm & { readonly withheld?: readonly string[] }

/** SHA-256 of a text in UTF-8, in hexadecimal. Passed in: this room computes, and reaches for nothing. */
export type Sha256 = (text: string) => string

/** What the JSON file says it is. */
export const FORM_FILE = 'cdop-form-1'

/** The system under which a QuestionnaireResponse carries the hash of its content. */
export const CONTENT_HASH = 'https://cdop.example/content-sha256'

/** Answers as canonical JSON takes them: codes, text, whole numbers and entries, nothing else. */
export function canonicalAnswers(answers: Answers): Canonical {
  return Object.fromEntries(
    Object.entries(answers).map(([linkId, value]): [string, Canonical] => [
      linkId,
      Array.isArray(value)
        ? value.map((one) =>
            typeof one === 'string'
              ? one
              : Object.fromEntries(Object.entries(one).map(([own, answer]) => [own, plain(answer)])),
          )
        : plain(value),
    ]),
  )
}

function plain(value: Exclude<Answers[string], readonly object[]>): Canonical {
  return typeof value === 'object' && !Array.isArray(value) ? { notKnown: true } : value
}

/**
 * The hash that says whether two filled forms are the same: of the form, its version and every answer, whatever file
 * they travelled in.
 */
export function contentHash({ form, answers }: FilledForm, sha256: Sha256): string {
  return sha256(canonicalJson({ form: form.url, version: form.version, answers: canonicalAnswers(answers) }))
}

/** The filled form as a JSON file: the same bytes for the same answers. Its hash is of the answers that are in it. */
export function formFile(filled: LeavingForm, sha256: Sha256): string {
  const { form, withheld = [] } = filled
  const answers = form.draftSchema.parse(filled.answers)
  const file = {
    file: FORM_FILE,
    title: form.title,
    form: form.url,
    version: form.version,
    sha256: contentHash({ form, answers }, sha256),
    ...(withheld.length > 0 && { withheld }),
    answers,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** A QuestionnaireResponse that leaves, with the hash of its content as its identifier. */
export type OutgoingResponse = QuestionnaireResponse & {
  identifier: { system: typeof CONTENT_HASH; value: string }
}

/** The filled form as the FHIR R4 QuestionnaireResponse that leaves. `authored` is an instant in ISO 8601. */
export function formResponse(
  filled: LeavingForm,
  { sha256, ...as }: { sha256: Sha256; authored: string; status: QuestionnaireResponse['status'] },
): OutgoingResponse {
  const { form, answers, withheld = [] } = filled
  const { resourceType, ...response } = toQuestionnaireResponse(form, answers, { ...as, withheld })
  const identifier = { system: CONTENT_HASH, value: contentHash(filled, sha256) } as const
  return { resourceType, identifier, ...response }
}
