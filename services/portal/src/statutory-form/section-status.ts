import { type Answers, type CompiledForm, sectionProgress } from '@cdop/forms'
import type { TaskStatus } from '../components/task-status.ts'

/** A section of a statutory form in its task list. */
export type SectionStatus = {
  readonly linkId: string
  readonly title: string
  /** Nothing in it has to be answered. */
  readonly optional: boolean
  readonly status: Extract<TaskStatus, 'completed' | 'in-progress' | 'incomplete'>
}

/**
 * How far each section is, by its answers alone: completed when something is answered and nothing that must be is missing. For
 * forms in which nobody says of a section that it is completed.
 */
export function sectionStatuses(form: CompiledForm, answers: Answers): SectionStatus[] {
  return sectionProgress(form, answers, {}).map(({ linkId, title, optional, status }) => ({
    linkId,
    title,
    optional,
    status: status === 'not-started' ? 'incomplete' : status,
  }))
}

/** The sections something is asked in, by what has been answered so far. */
export function askedSections(form: CompiledForm, answers: Answers): Set<string> {
  const asked = sectionProgress(form, answers, {}).filter((one) => one.asked)
  return new Set(asked.map(({ linkId }) => linkId))
}

/** The sections that keep a form from being sent. */
export function unfinishedSections(form: CompiledForm, answers: Answers): SectionStatus[] {
  return sectionStatuses(form, answers).filter(({ optional, status }) => !optional && status !== 'completed')
}
