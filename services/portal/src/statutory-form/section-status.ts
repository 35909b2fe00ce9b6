import { type Answers, type CompiledForm, completeness } from '@cdop/forms'
import type { TaskStatus } from '../components/task-status.ts'

/** A section of a statutory form in its task list. */
export type SectionStatus = {
  readonly linkId: string
  readonly title: string
  /** Nothing in it has to be answered. */
  readonly optional: boolean
  readonly status: Extract<TaskStatus, 'completed' | 'in-progress' | 'incomplete'>
}

/** How far each section is: completed when something is answered and nothing that must be is missing. */
export function sectionStatuses(form: CompiledForm, answers: Answers): SectionStatus[] {
  const items = completeness(form, answers).filter(({ status }) => status !== 'not-asked')
  return form.pages.map(({ linkId, title }) => {
    const own = items.filter(({ section }) => section === linkId)
    const answered = own.some(({ status }) => status !== 'blank')
    const missing = own.some(({ required, status }) => required && status === 'blank')
    const status = !answered ? 'incomplete' : missing ? 'in-progress' : 'completed'
    return { linkId, title, optional: own.every(({ required }) => !required), status }
  })
}

/** The sections something is asked in, by what has been answered so far. */
export function askedSections(form: CompiledForm, answers: Answers): Set<string> {
  const asked = completeness(form, answers).filter(({ status }) => status !== 'not-asked')
  return new Set(asked.map(({ section }) => section))
}

/** The sections that keep a form from being sent. */
export function unfinishedSections(form: CompiledForm, answers: Answers): SectionStatus[] {
  return sectionStatuses(form, answers).filter(({ optional, status }) => !optional && status !== 'completed')
}
