import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bindings } from './bindings.ts'
import { compile } from './compile.ts'
import type { CompiledForm } from './compiled-form.ts'
import { completeness } from './completeness.ts'
import { pageModel } from './page-model.ts'
import { panelAnswers } from './panel-answers.ts'
import { Questionnaire, QuestionnaireItem } from './questionnaire.ts'
import { fromQuestionnaireResponse, toQuestionnaireResponse } from './questionnaire-response.ts'
import reporting from './questionnaires/reporting-2026-04-01.json' with { type: 'json' }
import { parseSubmission } from './submission.ts'
import { summary } from './summary.ts'
import { filledBody } from './testing.ts'

const today = '2026-05-01'

const readmes = { "the product's README": '../../../README.md', "this room's README": '../README.md' }

/** The example, as a README has it. */
function itemIn(path: string): QuestionnaireItem {
  const readme = readFileSync(new URL(path, import.meta.url), 'utf8')
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
  return QuestionnaireItem.parse(JSON.parse(json))
}

describe.each(Object.entries(readmes))(
  'a question added to the reporting form as one JSON item, as in %s',
  (_title, path) => {
    let form: CompiledForm

    beforeAll(() => {
      const questionnaire = Questionnaire.parse(structuredClone(reporting))
      questionnaire.item.find((page) => page.linkId === 'child-health')?.item?.push(itemIn(path))
      form = compile(questionnaire)
    })

    test('is on the page, with its choices and "I do not know"', () => {
      const [section] = pageModel(form, { section: 'child-health' }).sections
      const field = section?.fieldsets.at(-1)?.fields.at(-1)
      expect(field).toMatchObject({
        kind: 'radios',
        id: 'immunisations',
        label: 'Were the child’s immunisations up to date?',
        options: [{ value: 'yes' }, { value: 'no' }, { value: 'not-known', text: 'I do not know' }],
      })
    })

    test('is demanded in its own words, and the words stand at the field', () => {
      const { immunisations: _left, ...body } = filledBody(form, { section: 'child-health' })
      const result = parseSubmission(form, body, { section: 'child-health', today })
      const errors = [
        {
          linkId: 'immunisations',
          fieldId: 'immunisations',
          message: 'Select whether immunisations were up to date',
        },
      ]
      expect(result).toMatchObject({ ok: false, errors })
      const [section] = pageModel(form, { section: 'child-health', errors }).sections
      expect(section?.fieldsets.at(-1)?.fields.at(-1)).toMatchObject({ error: errors[0]?.message })
    })

    test('is stored, read back, summed up, bound, shown to the panel and counted', () => {
      const body = { ...filledBody(form), immunisations: 'not-known' }
      const result = parseSubmission(form, body, { today })
      if (!result.ok) expect.unreachable()
      const stored = toQuestionnaireResponse(form, result.answers, { authored: '2026-05-01T09:00:00Z' })
      const answers = fromQuestionnaireResponse(form, JSON.parse(JSON.stringify(stored)))

      expect(answers['immunisations']).toEqual({ notKnown: true })
      expect(completeness(form, answers)).toContainEqual({
        path: 'immunisations',
        critical: false,
        linkId: 'immunisations',
        section: 'child-health',
        required: true,
        status: 'not-known',
      })
      expect(bindings(form, answers)).toMatchObject({ report: { child: { immunised: 'not-known' } } })
      const label = 'Were the child’s immunisations up to date?'
      expect(panelAnswers(form, answers)).toContainEqual({ label, answer: 'I do not know', withheld: false })
      expect(summary(form, answers).flatMap((section) => section.rows)).toContainEqual({
        label,
        answer: 'I do not know',
        linkId: 'immunisations',
        path: 'immunisations',
      })
    })
  },
)
