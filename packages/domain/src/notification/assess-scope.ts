import { z } from 'zod'
import { ageInYears } from '../age/age.ts'
import { type Area, covers } from '../area/area.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'
import type { NotificationContent } from './notification.ts'

/**
 * Whether this area's panel must review the death, by which rule, and on what grounds (domain reference 1.2).
 * Never a bare yes or no: somebody will ask why.
 */
export const ScopeAssessment = z.strictObject({
  outcome: z.enum(['in', 'out', 'pending']),
  ruleId: z.enum(['R1', 'R2', 'R3', 'R2-R3', 'R4', 'R5', 'R6', 'R7', 'R8']),
  evidence: z.string(),
})
export type ScopeAssessment = z.infer<typeof ScopeAssessment>

/** Weeks of pregnancy from which a baby born without signs of life is stillborn; before, it is a late foetal loss. */
const STILLBIRTH_WEEKS = 24

function notBornAlive(gestationWeeks: number | undefined): ScopeAssessment {
  if (gestationWeeks === undefined) {
    return { outcome: 'out', ruleId: 'R2-R3', evidence: 'Born without signs of life' }
  }
  return gestationWeeks >= STILLBIRTH_WEEKS
    ? { outcome: 'out', ruleId: 'R2', evidence: 'Stillborn: no signs of life, at 24 weeks or later' }
    : { outcome: 'out', ruleId: 'R3', evidence: 'Late foetal loss: no signs of life, before 24 weeks' }
}

/**
 * A death on the eighteenth birthday is out; a live birth at any gestation is in, but for one after a lawful
 * termination; a baby not born alive is out; a child who lived here and died abroad is in.
 */
export function assessScope(content: NotificationContent, area: Area): ScopeAssessment {
  const { child, death, residence } = content
  switch (child.bornAlive) {
    case 'no':
      return notBornAlive(death.gestationWeeks)
    case 'not-known':
      return { outcome: 'pending', ruleId: 'R6', evidence: 'Not yet known whether the baby was born alive' }
    case 'yes-after-lawful-termination':
      return {
        outcome: 'out',
        ruleId: 'R4',
        evidence: 'Live birth after a planned termination within the law',
      }
    case 'yes':
    case undefined:
      break
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
  if (death.placeOfDeath === 'abroad') {
    return { outcome: 'in', ruleId: 'R7', evidence: 'Normally resident in this area, died abroad' }
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
