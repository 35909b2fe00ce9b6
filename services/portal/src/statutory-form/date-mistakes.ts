import { ageInYears, PlainDate } from '@cdop/domain'
import type { Answers, FieldError } from '@cdop/forms'

const AT_DEATH = { linkId: 'date-of-death', fieldId: 'date-of-death-day' }

/** What cannot be right about the dates of birth and death together, or is no child's death: beside the later date. */
export function dateMistakes(answers: Answers): FieldError[] {
  const born = PlainDate.safeParse(answers['child-date-of-birth'])
  const died = PlainDate.safeParse(answers['date-of-death'])
  if (!born.success || !died.success) return []
  if (died.data < born.data) {
    return [{ ...AT_DEATH, message: 'The date of death must be the same as or after the date of birth' }]
  }
  if (ageInYears(born.data, died.data) >= 18) {
    return [{ ...AT_DEATH, message: 'The date of death must be before the child’s 18th birthday' }]
  }
  return []
}
