import { z } from 'zod'
import type { OrganisationId } from '../id/id.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** What a recommendation lacks to be specific, measurable, owned and dated. Told while writing; issuing needs all four. */
export const SmartGap = z.enum(['addressee', 'indicator', 'owner', 'due'])
export type SmartGap = z.infer<typeof SmartGap>

/** What the check looks at. */
export type SmartSubject = {
  readonly addresseeId: OrganisationId | null
  /** By what somebody would see that it worked. */
  readonly indicator: string | null
  /** Which role or team of the addressee answers for it. */
  readonly owner: string | null
  readonly dueOn: PlainDate | null
}

const isSaid = (words: string | null) => words !== null && words.trim() !== ''

/** What is missing, in the order of a form. */
export function smartGaps({ addresseeId, indicator, owner, dueOn }: SmartSubject): SmartGap[] {
  const said: Record<SmartGap, boolean> = {
    addressee: addresseeId !== null,
    indicator: isSaid(indicator),
    owner: isSaid(owner),
    due: dueOn !== null,
  }
  return SmartGap.options.filter((gap) => !said[gap])
}

/** Words by which nobody can see whether something was done. */
const vague = [
  'consider',
  'explore',
  'where possible',
  'as appropriate',
  'raise awareness',
  'be mindful',
  'encourage',
  'promote',
  'strengthen',
  'continue to',
  'robust',
] as const

/** The words of a recommendation that leave open what is to be done. A hint to the writer and never a wall. */
export function vagueWords(text: string): string[] {
  const plain = ` ${text.toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `
  return vague.filter((words) => plain.includes(` ${words} `))
}
