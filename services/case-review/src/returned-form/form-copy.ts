import { CaseReference, Instant, TranscriptionChannel } from '@cdop/domain'
import { z } from 'zod'
import { ReturnedFormName } from './returned-form-store.ts'

/** How a copy leaves. */
export const CopyFormat = z.enum(['pdf', 'json', 'fhir'])

/** One filled form on its way out, in the version it was filled in. */
export const FormCopy = z.strictObject({
  reference: CaseReference,
  organisationName: z.string(),
  form: ReturnedFormName,
  formVersion: z.string(),
  stages: z.array(z.string()).nullable(),
  answers: z.record(z.string(), z.unknown()),
  /** The questions and groups whose answers stand under a caveat and are not in the copy. */
  withheld: z.array(z.string()),
  /** Which version of what was returned, and when it was; none while it is a draft. */
  returned: z
    .strictObject({
      entry: z.number().int().positive(),
      at: Instant,
      /** How it was told, where it was entered on behalf of the agency. */
      transcribed: TranscriptionChannel.nullable(),
      /** The agency sent it as a part of its answer. */
      part: z.boolean(),
    })
    .nullable(),
})
export type FormCopy = z.infer<typeof FormCopy>
