import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash, type FilledForm, formFile, formResponse, type Sha256 } from './form-file.ts'
import { formInForce, formVersion } from './form-version.ts'
import { type FormFileError, readFormFile } from './read-form-file.ts'
import { REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { anyAnswers } from './testing-answers.ts'

const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')
const bytes = (text: string) => new TextEncoder().encode(text)
const authored = '2026-05-01T09:30:00.000Z'
const reporting = formInForce(statutoryForms, REPORTING_FORM, '2026-05-01')
const answers = { 'reporter-name': 'Robin Ellis', 'involvement-summary': 'Seen twice.' }
const filled: FilledForm = { form: reporting, answers }

const outward = {
  JSON: (one: FilledForm) => formFile(one, sha256),
  FHIR: (one: FilledForm) => JSON.stringify(formResponse(one, { sha256, authored, status: 'completed' })),
}
const read = (text: string) => readFormFile(statutoryForms, bytes(text), sha256)

function faultOf(text: string): Pick<FormFileError, 'fault' | 'questions'> {
  try {
    read(text)
  } catch (thrown) {
    if (thrown instanceof Error && 'fault' in thrown) return Object(thrown)
    throw thrown
  }
  throw new Error('it was read')
}

const every = statutoryForms.map((form) => ({ name: `${form.url.split('/').at(-1)} ${form.version}`, form }))

describe('a filled form that leaves and comes in again', () => {
  test('is tried with every version of every form there is', () => {
    expect(every.length).toBeGreaterThanOrEqual(34)
  })

  test.each(every)('$name: is the very same, from JSON and from FHIR, in its own version', ({ form }) => {
    fc.assert(
      fc.property(anyAnswers(form), (generated) => {
        const left = { form, answers: generated }
        const hash = contentHash(left, sha256)
        for (const out of Object.values(outward)) {
          const back = read(out(left))
          expect(back.form).toBe(form)
          expect(back.hash).toBe(hash)
          expect(back.answers).toEqual(generated)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('has another hash when one answer differs, or the version', () => {
    const other = { form: reporting, answers: { ...answers, 'reporter-name': 'Robin Ellwood' } }
    expect(contentHash(other, sha256)).not.toBe(contentHash(filled, sha256))
    const older = { form: formVersion(statutoryForms, REPORTING_FORM, '2022-04-01'), answers }
    expect(contentHash(older, sha256)).not.toBe(contentHash(filled, sha256))
  })

  test.each(Object.keys(outward))('%s: the same answers make the same file, in whatever order', (name) => {
    const out = name === 'JSON' ? outward.JSON : outward.FHIR
    const hashOf = (text: string) => read(text).hash
    const turned = Object.fromEntries(Object.entries(answers).reverse())
    expect(hashOf(out({ form: reporting, answers: turned }))).toBe(hashOf(out(filled)))
    expect(out({ form: reporting, answers })).toBe(out(filled))
  })

  test.each(Object.entries(outward))('%s: with an answer changed on the way is not read', (_, out) => {
    expect(faultOf(out(filled).replace('Robin Ellis', 'Robin Ellas'))).toMatchObject({ fault: 'changed' })
  })

  test('may be filled in by another system, which knows no hash', () => {
    const foreign = { file: 'cdop-form-1', form: reporting.url, version: reporting.version, answers }
    expect(read(JSON.stringify(foreign))).toMatchObject({ answers })
    const { identifier: _own, ...response } = formResponse(filled, { sha256, authored, status: 'completed' })
    const around = {
      id: 'a-1',
      meta: { versionId: '3' },
      identifier: { system: 'urn:another', value: '7' },
      subject: { reference: 'Patient/1' },
    }
    expect(read(JSON.stringify({ ...response, ...around }))).toMatchObject({ answers })
  })
})

describe('a file that is no filled form', () => {
  const file = (change: object) => JSON.stringify({ ...JSON.parse(formFile(filled, sha256)), ...change })
  const response = (change: object) =>
    JSON.stringify({ ...formResponse(filled, { sha256, authored, status: 'completed' }), ...change })
  const nested = `${'{"item":['.repeat(20_000)}${']}'.repeat(20_000)}`

  test.each([
    ['no JSON', 'unreadable', '%PDF-1.7 and so on'],
    ['nothing', 'unreadable', ''],
    ['JSON of something else', 'not-a-form', '{"resourceType":"Patient"}'],
    ['a list', 'not-a-form', '[]'],
    ['a form this product does not have', 'unknown-form', file({ form: 'https://elsewhere.example/form' })],
    ['a version that is not known', 'unknown-version', file({ version: '2031-04-01' })],
    [
      'a response to a version that is not known',
      'unknown-version',
      response({ questionnaire: `${reporting.url}|1` }),
    ],
    ['an answer to a question the form has not', 'wrong-answers', file({ answers: { surprise: 'x' } })],
    ['an item the form has not', 'wrong-answers', response({ item: [{ linkId: 'surprise' }] })],
    ['a part FHIR has and this product would lose', 'wrong-answers', response({ extension: [{ url: 'x' }] })],
    [
      'a key that reaches for a prototype',
      'unreadable',
      file({}).replace('"answers":{', '"answers":{"__proto__":"x",'),
    ],
    ['a mark of another kind', 'not-a-form', file({ sha256: 'none' })],
    [
      'a response nested without end',
      'unreadable',
      response({ item: [] }).replace('"item":[]', `"item":[${nested}]`),
    ],
  ])('%s: is refused as %s', (_, fault, text) => {
    expect(faultOf(text).fault).toBe(fault)
  })

  test('names the question whose answer cannot be read, and nothing that was answered', () => {
    const wrong = faultOf(file({ answers: { 'reporter-name': { surname: 'Quillfeather' } } }))
    expect(wrong.questions).toEqual(['Your name'])
    expect(JSON.stringify(wrong)).not.toContain('Quillfeather')
  })

  test('never does anything but be read or be refused, whatever its bytes are', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...Object.values(outward)), fc.nat(2_000), fc.string({ maxLength: 12 }))
      .map(([out, at, put]) => {
        const text = out(filled)
        return `${text.slice(0, at)}${put}${text.slice(at + put.length)}`
      })
    fc.assert(
      fc.property(fc.oneof(mutated, fc.json(), fc.string()), (text) => {
        try {
          expect(read(text).hash).toMatch(/^[0-9a-f]{64}$/)
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'FormFileError' })
        }
      }),
      { numRuns: 500 },
    )
  })
})
