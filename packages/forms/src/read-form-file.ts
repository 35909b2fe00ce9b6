import { z } from 'zod'
import type { Answers } from './answer.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { CONTENT_HASH, contentHash, type FilledForm, FORM_FILE, type Sha256 } from './form-file.ts'
import {
  fromQuestionnaireResponse,
  QuestionnaireResponse,
  ResponseMismatch,
  ResponseWithheld,
} from './questionnaire-response.ts'

/** Bytes of a file with a filled form. The largest an agency is asked, every answer at its longest, is under a fifth of it. */
export const LARGEST_FORM_FILE = 400 * 1024

/**
 * What keeps a file from being read: it is no text in JSON; JSON, but no form; a form or a version the product does not
 * have; answers that were changed after the file left, or out of which some were taken before it did; answers that are
 * none to the form.
 */
export type FormFileFault =
  | 'unreadable'
  | 'not-a-form'
  | 'unknown-form'
  | 'unknown-version'
  | 'changed'
  | 'withheld'
  | 'wrong-answers'

/** A file that is not read. Says why and at which questions of the form; never what stands in the file. */
export class FormFileError extends Error {
  readonly fault: FormFileFault
  /** The questions whose answers cannot be read, in the form's own words. */
  readonly questions: readonly string[]
  constructor(fault: FormFileFault, questions: readonly string[] = []) {
    super(`the file with the form cannot be read: ${fault}`)
    this.name = 'FormFileError'
    this.fault = fault
    this.questions = questions
  }
}

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

const FormFile = z.strictObject({
  file: z.literal(FORM_FILE),
  title: z.string().max(300).optional(),
  form: z.string().max(300),
  version: z.string().max(40),
  /** Absent in a file another system filled in: there is nothing it could have been changed from. */
  sha256: Hash.optional(),
  withheld: z.array(z.string()).optional(),
  answers: z.record(z.string(), z.unknown()),
})

/** What other systems say about a response beside its answers: read past, for none of it is an answer. */
const Around = z.object({
  id: z.unknown(),
  meta: z.unknown(),
  implicitRules: z.unknown(),
  language: z.unknown(),
  text: z.unknown(),
  identifier: z.unknown(),
  subject: z.unknown(),
  encounter: z.unknown(),
  author: z.unknown(),
  source: z.unknown(),
  basedOn: z.unknown(),
  partOf: z.unknown(),
})

const OwnIdentifier = z.object({ system: z.literal(CONTENT_HASH), value: Hash })

const IncomingResponse = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  questionnaire: z.string().max(400),
  identifier: z.unknown(),
})

/** Reads text that may be hostile. @throws FormFileError `unreadable` */
function parsed(bytes: Uint8Array): unknown {
  if (bytes.byteLength > LARGEST_FORM_FILE) throw new FormFileError('unreadable')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('a key that reaches for a prototype')
      return value
    })
  } catch {
    // Also what is nested deeper than any form is.
    throw new FormFileError('unreadable')
  }
}

function formOf(forms: readonly CompiledForm[], url: string, version: string): CompiledForm {
  const versions = forms.filter((form) => form.url === url)
  if (versions.length === 0) throw new FormFileError('unknown-form')
  const found = versions.find((form) => form.version === version)
  if (found === undefined) throw new FormFileError('unknown-version')
  return found
}

/** The questions of a form that a fault names, in its own words. */
function questionsAt(form: CompiledForm, linkIds: readonly PropertyKey[]): string[] {
  const wrong = new Set(linkIds)
  return itemsOf(form).flatMap((item) => (item.kind !== 'note' && wrong.has(item.linkId) ? [item.text] : []))
}

type Read = FilledForm & { readonly saidHash: string | undefined }

function fromFile(forms: readonly CompiledForm[], json: unknown): Read | null {
  const file = FormFile.safeParse(json)
  if (!file.success) return null
  const { form: url, version, sha256, withheld = [], answers } = file.data
  if (withheld.length > 0) throw new FormFileError('withheld')
  const form = formOf(forms, url, version)
  const read = form.draftSchema.safeParse(answers)
  if (!read.success) {
    const at = read.error.issues.flatMap(({ path }) => path.slice(0, 1))
    throw new FormFileError('wrong-answers', questionsAt(form, at))
  }
  return { form, answers: read.data, saidHash: sha256 }
}

function answersIn(form: CompiledForm, json: unknown): Answers {
  try {
    return fromQuestionnaireResponse(form, json)
  } catch (thrown) {
    if (thrown instanceof ResponseWithheld) throw new FormFileError('withheld')
    if (thrown instanceof ResponseMismatch) throw new FormFileError('wrong-answers')
    if (!(thrown instanceof z.ZodError)) throw thrown
    const at = thrown.issues.flatMap(({ path }) => path.slice(0, 1))
    throw new FormFileError('wrong-answers', questionsAt(form, at))
  }
}

function fromResponse(forms: readonly CompiledForm[], json: unknown): Read | null {
  const incoming = IncomingResponse.safeParse(json)
  if (!incoming.success) return null
  const [url = '', version = ''] = incoming.data.questionnaire.split('|')
  const form = formOf(forms, url, version)
  const around = new Set(Object.keys(Around.shape))
  const own = Object.fromEntries(Object.entries(incoming.data).filter(([name]) => !around.has(name)))
  // A response without an answer may leave out what holds them, and when it was written where nothing says so.
  const response = QuestionnaireResponse.safeParse({ item: [], ...own })
  if (!response.success) throw new FormFileError('wrong-answers')
  const identifier = OwnIdentifier.safeParse(incoming.data.identifier)
  return {
    form,
    answers: answersIn(form, response.data),
    saidHash: identifier.success ? identifier.data.value : undefined,
  }
}

/**
 * Reads a filled form from its JSON file or from a QuestionnaireResponse, in the very version it was filled in. A file
 * that left this product comes in with the hash it left with, or not at all.
 * @throws FormFileError
 */
export function readFormFile(
  forms: readonly CompiledForm[],
  bytes: Uint8Array,
  sha256: Sha256,
): FilledForm & { readonly hash: string } {
  const json = parsed(bytes)
  const read = fromFile(forms, json) ?? fromResponse(forms, json)
  if (read === null) throw new FormFileError('not-a-form')
  const { form, answers, saidHash } = read
  const hash = contentHash({ form, answers }, sha256)
  if (saidHash !== undefined && saidHash !== hash) throw new FormFileError('changed')
  return { form, answers, hash }
}
