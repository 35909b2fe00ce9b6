import { type Answer, isNotKnown } from './answer.ts'
import { I_DO_NOT_KNOW, NOT_PROVIDED } from './answer-words.ts'
import { spokenDate } from './civil-date.ts'
import type { Question } from './compiled-form.ts'
import { nhsNumberInThrees } from './nhs-number.ts'
import type { Offered } from './page-field.ts'

/** Choices the product knows better than the form, by linkId. */
export type OptionsFor = Readonly<Record<string, readonly Offered[]>>

/** An answer as people read it: option texts, "29 February 2024", an NHS number in threes. */
export function answerText(
  question: Question,
  answer: Answer | undefined,
  optionsFor: OptionsFor = {},
): string {
  if (answer === undefined) return NOT_PROVIDED
  if (typeof answer === 'number') return String(answer)
  if (typeof answer === 'string' || Array.isArray(answer)) {
    const codes = typeof answer === 'string' ? [answer] : answer
    return codes.map((code) => spoken(question, code, optionsFor)).join(', ')
  }
  return isNotKnown(answer) ? (question.notKnownText ?? I_DO_NOT_KNOW) : NOT_PROVIDED
}

function spoken(question: Question, text: string, optionsFor: OptionsFor): string {
  const offered = optionsFor[question.linkId]?.find((option) => option.value === text)
  if (offered) return offered.text
  if (question.kind === 'choice') return question.options.find((option) => option.code === text)?.text ?? text
  if (question.kind === 'date') return spokenDate(text)
  if (question.kind === 'string' && question.format === 'nhs-number') return nhsNumberInThrees(text)
  return text
}
