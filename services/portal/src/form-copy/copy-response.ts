import type { Instant } from '@cdop/domain'
import { formFile, formResponse } from '@cdop/forms'
import { taggedPdf } from '@cdop/paper'
import { copyPaper } from './copy-paper.ts'
import type { CopyFormat, FormCopy } from './form-copy.ts'
import { sha256 } from './sha256.ts'

const ends: Readonly<Record<CopyFormat, { type: string; suffix: string }>> = {
  pdf: { type: 'application/pdf', suffix: '.pdf' },
  json: { type: 'application/json; charset=utf-8', suffix: '.json' },
  fhir: { type: 'application/fhir+json; charset=utf-8', suffix: '.fhir.json' },
}

async function bodyOf(copy: FormCopy, as: CopyFormat, now: Instant) {
  const { form, answers, withheld, returned } = copy
  switch (as) {
    case 'pdf':
      return taggedPdf(copyPaper(copy, now))
    case 'json':
      return formFile({ form, answers, withheld }, sha256)
    case 'fhir': {
      const sent = returned?.entry === 1 ? 'completed' : 'amended'
      const status = returned === null || returned.part ? 'in-progress' : sent
      const response = formResponse(
        { form, answers, withheld },
        { sha256, authored: returned?.at ?? now, status },
      )
      return `${JSON.stringify(response, null, 2)}\n`
    }
  }
}

/** The filled form as a file to keep. Its name says the case reference, which form and which version, and no more. */
export async function copyResponse(copy: FormCopy, as: CopyFormat, now: Instant): Promise<Response> {
  const { type, suffix } = ends[as]
  const entry = copy.returned === null ? 'draft' : copy.returned.entry
  return new Response(await bodyOf(copy, as, now), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${copy.reference}-${copy.name}-${entry}${suffix}"`,
    },
  })
}
