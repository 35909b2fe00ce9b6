import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { answersJsonSchema } from './answers-json-schema.ts'
import { itemsOf } from './compiled-form.ts'
import { parseSubmission } from './submission.ts'
import { filledBody, sampleForms } from './testing.ts'
import { visible } from './visibility.ts'

const ajv = new Ajv2020({ strict: false, validateFormats: false })

describe.each(sampleForms.map((form) => [form.title, form] as const))('the JSON Schema of %s', (_, form) => {
  const accepts = ajv.compile(answersJsonSchema(form))
  const linkIds = itemsOf(form).flatMap((item) => (item.kind === 'note' ? [] : [item.linkId]))
  const filled = (asking: string) => {
    const read = parseSubmission(form, filledBody(form, { asking }), { today: '2026-03-02' })
    return read.ok ? read.answers : {}
  }

  test.each(linkIds)('accepts what the form accepts, with %s asked', (linkId) => {
    const answers = filled(linkId)
    expect(form.schema.safeParse(answers).success).toBe(true)
    expect(accepts(answers), JSON.stringify(accepts.errors)).toBe(true)
  })

  test('refuses, as the form does, each required answer left out and a question the form does not have', () => {
    let tried = 0
    for (const linkId of linkIds) {
      const { [linkId]: _gone, ...without } = filled(linkId)
      if (form.schema.safeParse(without).success) continue
      tried += 1
      // A rule the schema can only say in words is the form's alone to hold.
      const said = JSON.stringify(answersJsonSchema(form)).includes(`"required":["${linkId}"]`)
      const always = JSON.stringify(answersJsonSchema(form)['required'] ?? []).includes(`"${linkId}"`)
      if (said || always) expect(accepts(without), linkId).toBe(false)
    }
    expect(tried).toBeGreaterThan(0)
    expect(accepts({ ...filled(linkIds[0] ?? ''), 'no-such-question': 'x' })).toBe(false)
  })

  test('names every question, and says in words when each conditional one is asked', () => {
    const properties = JSON.stringify(answersJsonSchema(form))
    for (const item of itemsOf(form)) {
      if (item.kind === 'note') continue
      expect(properties).toContain(JSON.stringify(item.linkId))
      const shown = answersJsonSchema(form)['properties']
      const told = JSON.stringify(shown && typeof shown === 'object' ? Reflect.get(shown, item.linkId) : null)
      expect(told.includes('Asked only when'), item.linkId).toBe(
        item.gates.length > 0 ||
          (item.kind === 'group' && item.questions.some(({ gates }) => gates.length > 0)),
      )
    }
    expect(visible(form, {}).size).toBeGreaterThan(0)
  })
})
