import { ageInYears } from '../age/age.ts'
import { type Area, covers } from '../area/area.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'
import type { NotificationContent } from './notification.ts'

/**
 * Whether this area's panel must review the death, by which rule, and on what grounds (domain reference 1.2).
 * Never a bare yes or no: somebody will ask why.
 */
export type ScopeAssessment = {
  outcome: 'in' | 'out' | 'pending'
  ruleId: 'R1' | 'R2-R3' | 'R5' | 'R6' | 'R8'
  evidence: string
}

/** A death on the eighteenth birthday is out; a live birth at any gestation is in; a baby not born alive is out. */
export function assessScope(content: NotificationContent, area: Area): ScopeAssessment {
  const { child, death, residence } = content
  if (child.bornAlive === 'no') {
    return { outcome: 'out', ruleId: 'R2-R3', evidence: 'Born without signs of life' }
  }
  if (child.bornAlive === 'not-known') {
    return { outcome: 'pending', ruleId: 'R6', evidence: 'Not yet known whether the baby was born alive' }
  }
  if (ageInYears(child.dateOfBirth, death.dateOfDeath) >= 18) {
    return { outcome: 'out', ruleId: 'R1', evidence: 'Aged 18 or over at death' }
  }
  if (!covers(area, residence.localAuthority, death.dateOfDeath)) {
    return {
      outcome: 'out',
      ruleId: 'R8',
      evidence: 'Normally resident outside this area on the date of death',
    }
  }
  return {
    outcome: 'in',
    ruleId: 'R5',
    evidence: 'Born alive, under 18 at death, normally resident in this area',
  }
}

/** Which of the dates on a notification cannot be right: empty when all are in order and none is in the future. */
export function wrongDates(content: NotificationContent, today: PlainDate): readonly string[] {
  const { dateOfBirth } = content.child
  const { dateOfDeath } = content.death
  const wrong: string[] = []
  if (dateOfBirth > today) wrong.push('child.dateOfBirth')
  if (dateOfDeath > today || dateOfDeath < dateOfBirth) wrong.push('death.dateOfDeath')
  return wrong
}
