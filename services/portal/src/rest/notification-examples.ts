import { type Answer, type Answers, type CompiledForm, type Json, type Question, visible } from '@cdop/forms'

/** A request body of the description, and the status it gets. */
export type Example = { summary: string; status: number; value: Json }

/** An invented child, by the paths the form binds its questions to. */
const invented: Readonly<Record<string, string>> = {
  'notifier.name': 'Orla Pennywhistle',
  'notifier.role': 'Paediatrician',
  'notifier.organisation': 'Invented Infirmary',
  'notifier.contact': 'notifier@infirmary.example',
  'child.familyName': 'Quillfeather',
  'child.givenNames': 'Marigold',
  'child.nhsNumber': '9990000018',
  'child.dateOfBirth': '2019-07-11',
  'child.address': '7 Invented Crescent, Nowhere Garth',
  'child.postcode': 'LS1 1UR',
  'residence.localAuthority': 'E08000035',
  'death.dateOfDeath': '2026-02-27',
}

const byFormat: Readonly<Record<string, string>> = {
  'nhs-number': '9990000018',
  'uk-postcode': 'LS1 1UR',
  email: 'notifier@infirmary.example',
  phone: '01632 960 001',
  'phone-or-email': '01632 960 001',
  'gss-code': 'E08000035',
}

function sample(question: Question): Answer {
  switch (question.kind) {
    case 'date':
      return invented[question.binding ?? ''] ?? '2026-02-27'
    case 'time':
      return '09:30'
    case 'integer':
      return question.minimum
    case 'choice': {
      const first = question.options[0]?.code ?? ''
      return question.multiple ? [first] : first
    }
    case 'string':
    case 'text':
      return invented[question.binding ?? ''] ?? byFormat[question.format ?? ''] ?? 'Invented'
  }
}

/** Everything the form requires with these answers, and nothing else. */
export function exampleAnswers(form: CompiledForm): Answers {
  const answers: Answers = {}
  for (const item of form.pages.flatMap((page) => page.items)) {
    if (item.kind === 'note' || !item.required || !visible(form, answers).has(item.linkId)) continue
    if (item.kind !== 'group') {
      answers[item.linkId] = sample(item)
      continue
    }
    const required = item.questions.filter((question) => question.required && question.gates.length === 0)
    answers[item.linkId] = [
      Object.fromEntries(required.map((question) => [question.linkId, sample(question)])),
    ]
  }
  return answers
}

function linkIdOf(form: CompiledForm, binding: string): string {
  const items = form.pages.flatMap((page) => page.items)
  return items.find((item) => 'binding' in item && item.binding === binding)?.linkId ?? binding
}

/** One right notification and the commonest wrong ones: a test sends each and looks at the status. */
export function notificationExamples(form: CompiledForm): Readonly<Record<string, Example>> {
  const answers = exampleAnswers(form)
  const surname = linkIdOf(form, 'child.familyName')
  const { [surname]: _left, ...incomplete } = answers
  const formVersion = form.version
  const changed = (binding: string, value: string) => ({ ...answers, [linkIdOf(form, binding)]: value })
  const example = (summary: string, status: number, given: object): Example => ({
    summary,
    status,
    value: JSON.parse(JSON.stringify({ formVersion, answers: given })),
  })
  return {
    complete: example('Everything the form requires', 201, answers),
    incomplete: example('Without the family name', 422, incomplete),
    futureDeath: example('A death in the future', 422, changed('death.dateOfDeath', '2999-01-01')),
    wrongNumber: example(
      'An NHS number whose check digit is wrong',
      422,
      changed('child.nhsNumber', '9990000019'),
    ),
    unknownQuestion: example('A question the form does not have', 422, {
      ...answers,
      'no-such-question': 'x',
    }),
  }
}
