import fc from 'fast-check'
import type { Answer, Answers, Row } from './answer.ts'
import { type CompiledForm, itemsOf, type Question } from './compiled-form.ts'

const samples: Record<string, string[]> = {
  'nhs-number': ['9990000018', '9990000026'],
  'uk-postcode': ['LS1 1UR', 'M1 1AE', 'EC1A 1BB'],
  email: ['reporter@agency.example'],
  phone: ['01632 960 001'],
  'phone-or-email': ['01632 960 001', 'reporter@agency.example'],
  'gss-code': ['E08000035', 'W06000015'],
}

const words = fc.array(
  fc.constantFrom('invented', 'Zoë', '<b>', '"quoted"', '日本', '👶🏽', '=1+1', 'O’Neill'),
  { minLength: 1, maxLength: 6 },
)

const dates = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function given(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'string':
    case 'text': {
      const fixed = question.format ? samples[question.format] : undefined
      const separator = question.kind === 'text' ? '\n' : ' '
      return fixed ? fc.constantFrom(...fixed) : words.map((list) => list.join(separator))
    }
    case 'date':
      return dates
    case 'time':
      return fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    case 'integer':
      return fc.integer({ min: question.minimum, max: question.maximum })
    case 'choice': {
      const codes = question.options.map((option) => option.code)
      return question.multiple ? fc.subarray(codes, { minLength: 1 }) : fc.constantFrom(...codes)
    }
  }
}

function answerOf(question: Question): fc.Arbitrary<Answer> {
  return question.notKnown
    ? fc.oneof(given(question), fc.constant({ notKnown: true as const }))
    : given(question)
}

function present<T>(record: Record<string, T | undefined>): Record<string, T> {
  const kept: Record<string, T> = {}
  for (const [key, value] of Object.entries(record)) if (value !== undefined) kept[key] = value
  return kept
}

function rowsIn(questions: readonly Question[], most: number): fc.Arbitrary<Row[]> {
  const shape = Object.fromEntries(questions.map((question) => [question.linkId, answerOf(question)]))
  const row = fc
    .record(shape, { requiredKeys: [], noNullPrototype: true })
    .map(present)
    .filter((candidate) => Object.keys(candidate).length > 0)
  return fc.array(row, { minLength: 1, maxLength: Math.min(most, 4) })
}

/** Any answers a draft of the form may hold, asked or not. */
export function anyAnswers(form: CompiledForm): fc.Arbitrary<Answers> {
  const shape: Record<string, fc.Arbitrary<Answer | Row[]>> = {}
  for (const item of itemsOf(form)) {
    if (item.kind === 'group') shape[item.linkId] = rowsIn(item.questions, item.maxOccurs)
    else if (item.kind !== 'note') shape[item.linkId] = answerOf(item)
  }
  return fc.record(shape, { requiredKeys: [], noNullPrototype: true }).map(present)
}
