import { z } from 'zod'
import { defaultPartialReturnRules, PartialReturnRules } from '../information-request/partial-return.ts'
import { text } from '../text/text.ts'
import { ChasingLadder, defaultLadder, MailedStep } from './ladder.ts'

/** What a chaser's text may have filled in: nothing of a child. */
export const ChasingPlaceholder = z.enum(['area', 'requests'])
export type ChasingPlaceholder = z.infer<typeof ChasingPlaceholder>

/** Why a text may not stand in a chaser. */
export type TextFault = 'unknown-placeholder' | 'number-like-nhs' | 'date' | 'link'

const placeholder = /\{([^{}]*)\}/g
/** Ten digits, with or without spaces or dashes between them. A telephone number has eleven. */
const likeNhsNumber = /(?<!\d[\s-]?)(?:\d[\s-]?){9}\d(?![\s-]?\d)/
const likeDate =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const likeLink = /https?:|www\./i

/**
 * What is wrong with a text for chasers; null when nothing is. One text goes to every agency about every child of an area:
 * it names none. References, dates and links are added to it, never typed into it.
 */
export function textFault(typed: string): TextFault | null {
  const names = [...typed.matchAll(placeholder)].map(([, name]) => name)
  if (names.some((name) => !ChasingPlaceholder.safeParse(name).success)) return 'unknown-placeholder'
  if (/[{}]/.test(typed.replaceAll(placeholder, ''))) return 'unknown-placeholder'
  if (likeNhsNumber.test(typed)) return 'number-like-nhs'
  if (likeDate.test(typed)) return 'date'
  return likeLink.test(typed) ? 'link' : null
}

/** What a chaser says above the requests it lists. */
export const ChasingText = text(1_000).refine((typed) => textFault(typed) === null, {
  message: 'holds what a text for every agency may not hold',
})
export type ChasingText = z.infer<typeof ChasingText>

/** The text with what may be filled in. */
export function filledText(
  written: ChasingText,
  values: Readonly<Record<ChasingPlaceholder, string>>,
): string {
  return ChasingPlaceholder.options.reduce(
    (filled, name) => filled.replaceAll(`{${name}}`, () => values[name]),
    written,
  )
}

/** How an area chases: which rungs, when, and what its mails say. */
export const ChasingSettings = z.strictObject({
  ladder: ChasingLadder,
  texts: z.record(MailedStep, ChasingText),
  /** What an agency may promise that sends a part; in settings of before, what holds from the beginning. */
  promise: PartialReturnRules.default(defaultPartialReturnRules),
})
export type ChasingSettings = z.infer<typeof ChasingSettings>

/** What holds in an area that has set nothing. */
export const defaultChasingSettings: ChasingSettings = {
  ladder: defaultLadder,
  promise: defaultPartialReturnRules,
  texts: {
    'courtesy-note':
      'The Child Death Overview Panel for {area} will soon need what it asked your agency for. You do not need to do anything if it is on its way.',
    'due-today':
      'What the Child Death Overview Panel for {area} asked your agency for is due. If your agency knew nothing of the child, say so on the form: that is an answer too.',
    'first-reminder':
      'The Child Death Overview Panel for {area} does not have your agency’s answer yet. If something keeps you from answering, tell us on the form or telephone our office.',
    'second-reminder':
      'The Child Death Overview Panel for {area} has reminded your agency before and still does not have its answer. If it does not come we will write to your agency’s executive lead.',
  },
}
