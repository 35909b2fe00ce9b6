import { canonicalJson } from '@cdop/domain'
import { z } from 'zod'
import type { Answers } from './answer.ts'
import type { CompiledForm, Page } from './compiled-form.ts'
import { completeness } from './completeness.ts'
import { canonicalAnswers } from './form-file.ts'

/**
 * What was last said of a section by whoever fills the form in: that it is completed, or that they come back to it; `changed`
 * where an answer in it is another one since it was said to be completed. Never part of the answers.
 */
export const SectionWord = z.enum(['completed', 'later', 'changed'])
export type SectionWord = z.infer<typeof SectionWord>

/** By section. Of a section that is missing nobody has said anything: its answers speak for it. */
export const SectionWords = z.record(z.string(), SectionWord)
export type SectionWords = z.infer<typeof SectionWords>

/** "Have you completed this section?", and the answer. */
export const StatedSection = z.strictObject({ section: z.string().max(80), completed: z.boolean() })
export type StatedSection = z.infer<typeof StatedSection>

export interface SectionProgress {
  linkId: string
  title: string
  /** Something in it is asked with these answers; what is not asked is not needed. */
  asked: boolean
  /** Nothing in it has to be answered. */
  optional: boolean
  status: 'not-started' | 'in-progress' | 'completed'
  /** It was said to be completed, and is no longer: an answer changed, or a question came up that has to be answered. */
  putBack: boolean
  /** What has to be answered and is blank, by path. */
  missing: string[]
}

function statusOf(
  word: SectionWord | undefined,
  { answered, whole }: { answered: boolean; whole: boolean },
): SectionProgress['status'] {
  if (word === 'completed') return whole ? 'completed' : 'in-progress'
  if (word !== undefined) return 'in-progress'
  if (!answered) return 'not-started'
  return whole ? 'completed' : 'in-progress'
}

/** How far each section is, in the order of the form: by what was said of it and, where nothing was said, by its answers. */
export function sectionProgress(
  form: CompiledForm,
  answers: Answers,
  words: SectionWords,
): SectionProgress[] {
  const asked = completeness(form, answers).filter(({ status }) => status !== 'not-asked')
  return form.pages.map(({ linkId, title }) => {
    const own = asked.filter(({ section }) => section === linkId)
    const missing = own.filter(({ required, status }) => required && status === 'blank')
    const answered = own.some(({ status }) => status !== 'blank')
    const whole = missing.length === 0
    const word = words[linkId]
    return {
      linkId,
      title,
      asked: own.length > 0,
      optional: own.every(({ required }) => !required),
      status: statusOf(word, { answered, whole }),
      putBack: word === 'changed' || (word === 'completed' && !whole),
      missing: missing.map(({ path }) => path),
    }
  })
}

/** The sections that keep a form from being sent; an optional one nobody has begun does not. */
export function unfinishedSections(
  form: CompiledForm,
  answers: Answers,
  words: SectionWords,
): SectionProgress[] {
  return sectionProgress(form, answers, words).filter(
    ({ asked, optional, status }) =>
      asked && status !== 'completed' && !(optional && status === 'not-started'),
  )
}

/** The answers of one section, in one form of writing: the same text as long as they are the same. */
export function answersIn({ items }: Page, answers: Answers): string {
  const here = new Set(items.map(({ linkId }) => linkId))
  return canonicalJson(
    canonicalAnswers(Object.fromEntries(Object.entries(answers).filter(([linkId]) => here.has(linkId)))),
  )
}

/**
 * What stands of each section once other answers are saved: what was said with them of the section they were given in, and
 * `changed` of one that was completed and of which an answer is another one now.
 */
export function wordsAfter(
  form: CompiledForm,
  before: { answers: Answers; words: SectionWords },
  saved: { answers: Answers; stated: StatedSection | null },
): SectionWords {
  const after: SectionWords = {}
  for (const page of form.pages) {
    const { linkId } = page
    const word = before.words[linkId]
    if (saved.stated?.section === linkId) after[linkId] = saved.stated.completed ? 'completed' : 'later'
    else if (word === 'completed' && answersIn(page, before.answers) !== answersIn(page, saved.answers)) {
      after[linkId] = 'changed'
    } else if (word !== undefined) after[linkId] = word
  }
  return after
}
