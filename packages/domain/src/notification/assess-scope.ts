import { z } from 'zod'
import { ageInYears } from '../age/age.ts'
import { type Area, type AuthorityCode, covers } from '../area/area.ts'
import type { NotificationContent } from './notification.ts'
import type { Discretion, ResidencyDecision } from './residency.ts'
import { unattendedBirth } from './unattended-birth.ts'

/**
 * Whether this area's panel must review the death, by which rule, and on what grounds (domain reference 1.2).
 * Never a bare yes or no: somebody will ask why.
 */
export const ScopeAssessment = z.strictObject({
  outcome: z.enum(['in', 'out', 'pending']),
  ruleId: z.enum(['R1', 'R2', 'R3', 'R2-R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10']),
  evidence: z.string(),
})
export type ScopeAssessment = z.infer<typeof ScopeAssessment>

/** What people have decided of a notification that the form alone cannot say. */
export type ScopeDecisions = {
  residency?: ResidencyDecision | null
  discretion?: Discretion | null
  /** The area of residence and this one agreed that this one reviews: the record was handed over. */
  agreedHere?: boolean
}

/** Weeks of pregnancy from which a baby born without signs of life is stillborn; before, it is a late foetal loss. */
const STILLBIRTH_WEEKS = 24

const ADULT_YEARS = 18

const pending = (ruleId: ScopeAssessment['ruleId'], evidence: string): ScopeAssessment => ({
  outcome: 'pending',
  ruleId,
  evidence,
})

const out = (ruleId: ScopeAssessment['ruleId'], evidence: string): ScopeAssessment => ({
  outcome: 'out',
  ruleId,
  evidence,
})

const within = (ruleId: ScopeAssessment['ruleId'], evidence: string): ScopeAssessment => ({
  outcome: 'in',
  ruleId,
  evidence,
})

function notBornAlive(gestationWeeks: number | undefined): ScopeAssessment {
  if (gestationWeeks === undefined) return out('R2-R3', 'Born without signs of life')
  return gestationWeeks >= STILLBIRTH_WEEKS
    ? out('R2', 'Stillborn: no signs of life, at 24 weeks or later')
    : out('R3', 'Late foetal loss: no signs of life, before 24 weeks')
}

/** An unattended birth waits for enquiries, whatever the notifier believes; null when the baby was born alive. */
function byBirth(content: NotificationContent): ScopeAssessment | null {
  const { bornAlive, bornAliveEnquiries } = content.child
  if (bornAlive === 'yes-after-lawful-termination') {
    return out('R4', 'Live birth after a planned termination within the law')
  }
  if (bornAlive === 'yes' || bornAlive === undefined) return null
  if (unattendedBirth(content)) {
    if (bornAliveEnquiries === 'born-alive') return null
    return bornAliveEnquiries === 'not-born-alive'
      ? out('R6', 'No healthcare professional was at the birth; enquiries established no signs of life')
      : pending('R6', 'No healthcare professional was at the birth; enquiries into signs of life continue')
  }
  return bornAlive === 'no'
    ? notBornAlive(content.death.gestationWeeks)
    : pending('R6', 'Not yet known whether the baby was born alive')
}

/**
 * A death on the eighteenth birthday, from midnight, is out. Born on 29 February, a child turns 18 on 1 March: a choice
 * of ours, since common usage and the statutory rule are not the same (domain reference 12). A date that is only
 * estimated puts nobody out of scope: the child may have been under 18.
 */
function byAge({ child, death }: NotificationContent): ScopeAssessment | null {
  if (child.dateOfBirth === null) {
    return pending('R10', 'The date of birth is not known: the child is or may be under 18')
  }
  if (ageInYears(child.dateOfBirth, death.dateOfDeath) < ADULT_YEARS) return null
  return child.dateOfBirthIs === 'estimated' || death.dateOfDeathIs === 'estimated'
    ? pending('R10', 'Aged 18 or over by dates that are estimated: the child may have been under 18')
    : out('R1', 'Aged 18 or over at death')
}

type Residence = { localAuthority: AuthorityCode | undefined; inEngland: boolean; decided: boolean }

function residenceOf({ residence }: NotificationContent, decision: ResidencyDecision | null): Residence {
  if (decision) {
    const { localAuthority } = decision
    return {
      localAuthority: localAuthority ?? undefined,
      inEngland: isEnglish(localAuthority),
      decided: true,
    }
  }
  const { country = 'england', localAuthority } = residence
  const english = localAuthority === undefined ? true : isEnglish(localAuthority)
  return {
    localAuthority,
    inEngland: english && (country === 'england' || country === 'not-known'),
    decided: false,
  }
}

/** Codes of authorities in England begin with E; Wales, Scotland and Northern Ireland have letters of their own. */
function isEnglish(authority: AuthorityCode | null): boolean {
  return authority?.startsWith('E') ?? false
}

function visitor({ death }: NotificationContent, discretion: Discretion | null): ScopeAssessment {
  if (death.placeOfDeath === 'abroad') return out('R9', 'Neither lived nor died in England')
  const grounds = 'Normally resident outside England, died in England'
  if (discretion === 'review') return within('R9', `${grounds}: the partners chose to review the death`)
  if (discretion === 'not-reviewed')
    return out('R9', `${grounds}: the partners chose not to review the death`)
  return pending('R9', `${grounds}: whether to review the death is for the partners to decide`)
}

function byResidence(
  content: NotificationContent,
  area: Area,
  { residency = null, discretion = null, agreedHere = false }: ScopeDecisions,
): ScopeAssessment {
  const { localAuthority, inEngland, decided } = residenceOf(content, residency)
  const { dateOfDeath, placeOfDeath } = content.death
  const grounds = decided ? ', by the decision on residency' : ''
  if (!inEngland) return visitor(content, discretion)
  if (localAuthority === undefined) {
    return pending('R8', 'Not yet known where the child normally lived')
  }
  if (!covers(area, localAuthority, dateOfDeath)) {
    if (agreedHere)
      return within(
        'R8',
        `Normally resident outside this area${grounds}: the areas agreed that this one reviews`,
      )
    return out('R8', `Normally resident outside this area on the date of death${grounds}`)
  }
  return placeOfDeath === 'abroad'
    ? within('R7', `Normally resident in this area, died abroad${grounds}`)
    : within('R5', `Born alive, under 18 at death, normally resident in this area${grounds}`)
}

/**
 * The rules R1 to R10 of the domain reference, the birth first, then the age, then where the child lived. A live birth
 * at any gestation is in, but for one after a lawful termination; a baby not born alive is out; a child who lived here
 * and died abroad is in; one who did not live in England waits until somebody decides.
 */
export function assessScope(
  content: NotificationContent,
  area: Area,
  decisions: ScopeDecisions = {},
): ScopeAssessment {
  return byBirth(content) ?? byAge(content) ?? byResidence(content, area, decisions)
}
