import type { TaskListOptions } from './task-list.ts'

/** The statuses a step can have, in the Design System's words. */
export type TaskStatus =
  | 'completed'
  | 'incomplete'
  | 'not-started'
  | 'in-progress'
  | 'cannot-start-yet'
  | 'problem'

type Status = TaskListOptions['items'][number]['status']

/** Says a status by its words; colour only repeats it, and red is for errors alone. */
export function taskStatus(status: TaskStatus): Status {
  switch (status) {
    case 'completed':
      return { text: 'Completed' }
    case 'incomplete':
      return { tag: { text: 'Incomplete', classes: 'govuk-tag--blue' } }
    case 'not-started':
      return { tag: { text: 'Not started', classes: 'govuk-tag--blue' } }
    case 'in-progress':
      return { tag: { text: 'In progress', classes: 'govuk-tag--teal' } }
    case 'cannot-start-yet':
      return { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' }
    case 'problem':
      return { tag: { text: 'There is a problem', classes: 'govuk-tag--red' } }
  }
}
