import { completeSchema, draftSchema } from './answer-schema.ts'
import { type CompiledForm, pagesOf } from './compiled-form.ts'

/**
 * The form as somebody is asked it who is sent only some of its pages, such as the stages of a care pathway they had a
 * part in: nothing else is asked, and nothing else is missing. Answers are stored as answers to the whole form.
 * @throws RangeError when the form has no such page
 */
export function partOf(form: CompiledForm, sections: readonly string[]): CompiledForm {
  const wanted = new Set(sections.flatMap((section) => pagesOf(form, section)))
  const pages = form.pages.filter((page) => wanted.has(page))
  return { ...form, pages, schema: completeSchema(pages), draftSchema: draftSchema(pages) }
}
