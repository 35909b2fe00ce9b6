import type { PlainDate } from '../plain-date/plain-date.ts'
import type { NotificationContent } from './notification.ts'

/**
 * Which of the dates and times on a notification cannot be right: empty when all are in order and none is in the
 * future. A date of birth that is not known is in order with everything.
 */
export function wrongDates(content: NotificationContent, today: PlainDate): readonly string[] {
  const { dateOfBirth, timeOfBirth } = content.child
  const { dateOfDeath, timeOfDeath } = content.death
  const wrong: string[] = []
  if (dateOfBirth !== null && dateOfBirth > today) wrong.push('child.dateOfBirth')
  if (dateOfDeath > today || (dateOfBirth !== null && dateOfDeath < dateOfBirth)) {
    wrong.push('death.dateOfDeath')
  }
  const sameDay = dateOfBirth === dateOfDeath && timeOfBirth !== undefined && timeOfDeath !== undefined
  if (sameDay && timeOfDeath < timeOfBirth) wrong.push('death.timeOfDeath')
  return wrong
}
