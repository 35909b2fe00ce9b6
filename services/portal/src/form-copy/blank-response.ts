import type { CompiledForm } from '@cdop/forms'
import { wordForm } from '@cdop/paper'
import { blankForm } from './blank-form.ts'

/** The blank form as a Word file, named by form and version. */
export function blankResponse(form: CompiledForm): Response {
  const name = `${form.url.slice(form.url.lastIndexOf('/') + 1)}-${form.version}`
  return new Response(wordForm(blankForm(form)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${name}.docx"`,
    },
  })
}
