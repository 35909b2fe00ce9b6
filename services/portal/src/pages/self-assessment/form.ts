import {
  type AssessedRecommendation,
  type PlainDate,
  PracticeQuestion,
  PracticeStanding,
  SelfAssessed,
  type SelfAssessmentAnswers,
  selfAssessmentGaps,
} from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'

/** Which year is opened, and by when answers are due. */
export const readOpening = (typed: { year: string; dueOn: DateParts }, today: PlainDate) =>
  readTyped(
    z.strictObject({
      year: z
        .string()
        .pipe(
          z.custom<ReportingYearCode>((code) => ReportingYearCode.safeParse(code).success, 'Select a year'),
        ),
      dueOn: DateTyped('The day answers are due', null).refine((on) => on >= today, {
        message: 'The day answers are due must be today or in the future',
        path: ['day'],
      }),
    }),
    typed,
  )

/** One recommendation as it was typed. */
type TypedAssessed = { standing: string; evidence: string; toDo: string; byOn: DateParts }
/** The form of an organisation as it was typed, recommendations in the order they are asked. */
export type TypedAnswers = {
  readonly answeredBy: string
  readonly recommendations: readonly TypedAssessed[]
  readonly practice: Readonly<Record<PracticeQuestion, { standing: string; words: string }>>
}

const ofEach = <Value>(value: (question: PracticeQuestion) => Value): Record<PracticeQuestion, Value> => ({
  'information-sharing': value('information-sharing'),
  'induction-and-training': value('induction-and-training'),
  'voice-of-child-and-family': value('voice-of-child-and-family'),
})

/** What was typed, of so many recommendations. */
export const typedAnswers = (form: PostedForm, asked: number): TypedAnswers => ({
  answeredBy: form.text('answeredBy'),
  recommendations: Array.from({ length: asked }, (_, at) => ({
    standing: form.text(`standing-${at}`),
    evidence: form.text(`evidence-${at}`),
    toDo: form.text(`toDo-${at}`),
    byOn: typedDate(form, `byOn-${at}`),
  })),
  practice: ofEach((question) => ({
    standing: form.text(`practice-${question}`),
    words: form.text(`words-${question}`),
  })),
})

/** What was saved, as it stands in the form. */
export const savedAnswers = ({
  answeredBy,
  recommendations,
  practice,
}: SelfAssessmentAnswers): TypedAnswers => ({
  answeredBy: answeredBy ?? '',
  recommendations: recommendations.map(({ standing, evidence, toDo, byOn }) => ({
    standing: standing ?? '',
    evidence: evidence ?? '',
    toDo: toDo ?? '',
    byOn: byOn === null ? { day: '', month: '', year: '' } : datePartsOf(byOn),
  })),
  practice: ofEach((question) => {
    const found = practice.find((one) => one.question === question)
    return { standing: found?.standing ?? '', words: found?.words ?? '' }
  }),
})

const wordsOf = (typed: string) => {
  const trimmed = typed.trim()
  return trimmed === '' ? null : trimmed
}

/** A typed date: none where nothing was typed; a mistake where it is no date. */
function dateOf(parts: DateParts, id: string, errors: ErrorItem[]): PlainDate | null {
  if (Object.values(parts).every((one) => one.trim() === '')) return null
  const read = DateTyped('The date', null).safeParse(parts)
  if (read.success) return read.data
  const [issue] = read.error.issues
  errors.push({
    text: issue?.message ?? 'The date must be a real date',
    href: `#${id}-${issue?.path.join('-') ?? 'day'}`,
  })
  return null
}

const missing: readonly (readonly [start: string, says: string])[] = [
  ['answeredBy', 'Enter the role of who answered'],
  ['standing', 'Select how far it is done'],
  ['evidence', 'Enter the evidence, or why it does not concern you any more'],
  ['toDo', 'Enter what is still to do'],
  ['byOn', 'Enter by when it is done'],
  ['practice', 'Select how far it is so'],
  ['words', 'Enter by what one sees it'],
]

/** What somebody reads where an answer is missing. */
const gapMessage = (field: string): ErrorItem => ({
  text: missing.find(([start]) => field.startsWith(start))?.[1] ?? 'Enter an answer',
  href: `#${field.startsWith('byOn') ? `${field}-day` : field}`,
})

/** What was typed as answers; mistakes where it is too long, no date, or, to be submitted, not whole. */
export function readAnswers(
  typed: TypedAnswers,
  asked: readonly AssessedRecommendation['recommendationId'][],
  submit: boolean,
): { ok: true; answers: SelfAssessmentAnswers } | { ok: false; errors: ErrorItem[] } {
  const errors: ErrorItem[] = []
  const held = (value: string, longest: number, id: string) => {
    if (value.trim().length > longest)
      errors.push({
        text: `What you write must be ${longest.toLocaleString('en-GB')} characters or fewer`,
        href: `#${id}`,
      })
    return wordsOf(value)
  }
  const answers: SelfAssessmentAnswers = {
    answeredBy: held(typed.answeredBy, 200, 'answeredBy'),
    recommendations: asked.map((recommendationId, at) => {
      const one = typed.recommendations[at] ?? {
        standing: '',
        evidence: '',
        toDo: '',
        byOn: { day: '', month: '', year: '' },
      }
      return {
        recommendationId,
        standing: SelfAssessed.safeParse(one.standing).data ?? null,
        evidence: held(one.evidence, 2_000, `evidence-${at}`),
        toDo: held(one.toDo, 1_000, `toDo-${at}`),
        byOn: dateOf(one.byOn, `byOn-${at}`, errors),
      }
    }),
    practice: PracticeQuestion.options.map((question) => ({
      question,
      standing: PracticeStanding.safeParse(typed.practice[question].standing).data ?? null,
      words: held(typed.practice[question].words, 2_000, `words-${question}`),
    })),
  }
  if (errors.length === 0 && submit) errors.push(...selfAssessmentGaps(answers).map(gapMessage))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers }
}
