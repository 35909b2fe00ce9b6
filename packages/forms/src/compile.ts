import { z } from 'zod'
import type { Age } from './age-condition.ts'
import { completeSchema, draftSchema } from './answer-schema.ts'
import { MalformedQuestionnaire, problemsWith } from './compile-checks.ts'
import { agesOf, compileItems, gatesOf } from './compile-item.ts'
import type { CompiledForm, Page } from './compiled-form.ts'
import { settingsOf } from './extension.ts'
import { Questionnaire, type QuestionnaireItem } from './questionnaire.ts'

function compilePage(group: QuestionnaireItem, ages: ReadonlyMap<string, Age>): Page {
  const { hint } = settingsOf(group.extension ?? [])
  return {
    linkId: group.linkId,
    title: group.text,
    ...(hint === undefined ? {} : { hint }),
    items: compileItems(group.item ?? [], { section: group.linkId, gates: gatesOf(group, ages), ages }),
  }
}

/**
 * Turns FHIR R4 Questionnaire JSON into a form that can be asked, checked and stored.
 * @throws MalformedQuestionnaire naming everything that is wrong with it.
 */
export function compile(json: unknown): CompiledForm {
  const parsed = Questionnaire.safeParse(json)
  if (!parsed.success) throw new MalformedQuestionnaire([z.prettifyError(parsed.error)])
  const problems = problemsWith(parsed.data)
  if (problems.length > 0) throw new MalformedQuestionnaire(problems)
  const { url, version, title, effectivePeriod, extension = [] } = parsed.data
  const { wording } = settingsOf(extension)
  const ages = agesOf(parsed.data.item)
  const pages = parsed.data.item.map((page) => compilePage(page, ages))
  return {
    url,
    version,
    title,
    ...(wording === undefined ? {} : { wording }),
    effective: {
      from: effectivePeriod.start,
      ...(effectivePeriod.end === undefined ? {} : { to: effectivePeriod.end }),
    },
    pages,
    schema: completeSchema(pages),
    draftSchema: draftSchema(pages),
  }
}
