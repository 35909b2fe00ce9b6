import { type Answer, type Answers, answerTo, isNotKnown } from './answer.ts'
import { answerText } from './answer-text.ts'
import { type CompiledForm, itemsOf, type Question } from './compiled-form.ts'
import { convertAnswers } from './convert-answers.ts'
import { formInForce, formVersion } from './form-version.ts'
import { versionChanges } from './version-change.ts'

/** One form as somebody answered it. */
export interface AnsweredForm<Source> {
  source: Source
  form: CompiledForm
  answers: Answers
}

/** One question of the collated record: who said what. */
export interface CollatedField<Source> {
  form: string
  linkId: string
  /** The version the answers are read in: today's, or an earlier one where today's has no place for them. */
  version: string
  label: string
  said: { source: Source; answer: string; notKnown: boolean }[]
  /** Two who say they know say different things of the child. */
  conflict: boolean
}

/** What an agency says of itself and its own part: others cannot contradict it. */
const OWN = ['report.reporter', 'report.involvement', 'report.summary', 'report.learning']

function isOwn({ linkId, binding = '', kind }: Question): boolean {
  if (kind === 'text') return true
  if (linkId === 'holds-information' || linkId.endsWith('-held')) return true
  return OWN.some((path) => binding === path || binding.startsWith(`${path}.`))
}

function sameness(answer: Answer): string {
  const values: readonly unknown[] = Array.isArray(answer) ? [...answer] : [answer]
  return JSON.stringify(values.map((value) => JSON.stringify(value)).sort())
}

interface Said<Source> {
  source: Source
  answer: Answer
  words: string
}

function fieldsIn<Source>(form: CompiledForm, given: readonly (readonly [Source, Answers])[]) {
  const questions = itemsOf(form).flatMap((item) =>
    item.kind === 'note' || item.kind === 'group' ? [] : [item],
  )
  return questions.flatMap((question): CollatedField<Source>[] => {
    const said = given.flatMap(([source, answers]): Said<Source>[] => {
      const answer = answerTo(answers, question.linkId)
      return answer === undefined ? [] : [{ source, answer, words: answerText(question, answer, {}) }]
    })
    if (said.length === 0) return []
    const known = said.filter(({ answer }) => !isNotKnown(answer))
    const different = new Set(known.map(({ answer }) => sameness(answer)))
    return [
      {
        form: form.url,
        linkId: question.linkId,
        version: form.version,
        label: question.text,
        said: said.map(({ source, answer, words }) => ({
          source,
          answer: words,
          notKnown: isNotKnown(answer),
        })),
        conflict: different.size > 1 && !isOwn(question),
      },
    ]
  })
}

/**
 * What several people answered, question by question, each answer with who gave it, in the versions in force on a day.
 * Answers that have no place there stand under the version they were given to: none is left out. Where people who know
 * say different things, that is a conflict for somebody to resolve; it is never resolved here.
 */
export function collate<Source>(
  forms: readonly CompiledForm[],
  given: readonly AnsweredForm<Source>[],
  on: string,
): CollatedField<Source>[] {
  const read = new Map<string, { form: CompiledForm; answers: (readonly [Source, Answers])[] }>()
  const add = (form: CompiledForm, source: Source, answers: Answers) => {
    const key = `${form.url}|${form.version}`
    const found = read.get(key) ?? { form, answers: [] }
    found.answers.push([source, answers])
    read.set(key, found)
  }
  for (const { source, form, answers } of given) {
    const { url, version } = form
    const present = formInForce(forms, url, on)
    const converted = convertAnswers(
      forms,
      versionChanges,
      { url, version, answers, aside: {} },
      present.version,
    )
    add(present, source, converted.answers)
    for (const [was, left] of Object.entries(converted.aside)) add(formVersion(forms, url, was), source, left)
  }
  return [...read.values()].flatMap(({ form, answers }) => fieldsIn(form, answers))
}
