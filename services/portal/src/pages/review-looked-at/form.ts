import { QualityAnswer, QualityAnswers, QualityQuestion } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { qualityWords } from '../../wording/quality-words.ts'

const LONGEST_NOTE = 2_000

type Read =
  | { readonly ok: true; readonly answers: QualityAnswers; readonly note: string | null }
  | { readonly ok: false; readonly errors: readonly ErrorItem[] }

/** Every question answered, and the note if there is one. */
export function readLookedAt(form: PostedForm): Read {
  const errors: ErrorItem[] = []
  const given: [QualityQuestion, QualityAnswer][] = []
  for (const question of QualityQuestion.options) {
    const answer = QualityAnswer.safeParse(form.text(question))
    if (answer.success) given.push([question, answer.data])
    else errors.push({ text: `Select an answer to “${qualityWords[question].asks}”`, href: `#${question}` })
  }
  const note = form.text('note').trim()
  if (note.length > LONGEST_NOTE) {
    errors.push({ text: `The note must be ${LONGEST_NOTE} characters or fewer`, href: '#note' })
  }
  if (errors.length > 0) return { ok: false, errors }
  const answers = QualityAnswers.parse(Object.fromEntries(given))
  return { ok: true, answers, note: note === '' ? null : note }
}
