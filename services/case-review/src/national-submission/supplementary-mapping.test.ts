import {
  formQuestionIn,
  MAPPING_IN_USE,
  NationalProblem,
  nationalMapping,
  SupplementaryFormKind,
  supplementaryFields,
  supplementaryQuestions,
} from '@cdop/domain'
import { itemsOf, statutoryForms, supplementaryForm } from '@cdop/forms'
import { expect, test } from 'vitest'

test.each(SupplementaryFormKind.options)(
  'every coded or counted question of every version of %s goes to the national database, and nothing else of it',
  (kind) => {
    const versions = statutoryForms.filter(({ url }) => url === supplementaryForm(kind))
    expect(versions.length).toBeGreaterThan(0)
    const asked = versions.flatMap((form) =>
      itemsOf(form).flatMap((item) =>
        item.kind === 'choice' || item.kind === 'integer' ? [item.linkId] : [],
      ),
    )
    expect(supplementaryQuestions[kind]).toEqual([...new Set(asked)].sort())
  },
)

test('each has one field of its own, short enough to travel, and is found again by it', () => {
  const fields = nationalMapping(MAPPING_IN_USE).fields.supplementary
  expect(fields).toHaveLength(supplementaryFields.length)
  expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length)
  for (const { field, question } of fields) {
    expect(NationalProblem.parse({ field, question, code: 'missing' })).toBeDefined()
    const found = formQuestionIn(question)
    if (question.startsWith('forms-')) expect(found).toBeNull()
    else expect(`${found?.form}:${found?.linkId}`).toBe(question)
  }
  expect(formQuestionIn('unheard-of:question')).toBeNull()
})
