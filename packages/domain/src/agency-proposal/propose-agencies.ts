import { z } from 'zod'
import { AgeBand } from '../age/age.ts'
import { OrganisationKind } from '../organisation/organisation.ts'

const codes = z.array(z.string().max(64)).max(60)

/** What a notification says, in codes alone, that decides which kinds of agency knew the child. */
export const NotifiedFacts = z.strictObject({
  /** Null while the date of birth is not known. */
  ageBand: AgeBand.nullable(),
  placeOfDeath: z.string().max(64),
  placeOfFatalEvent: z.string().max(64).nullable(),
  expectedness: z.string().max(64),
  /** Why a joint agency response was due (`JarTrigger`). */
  jarTriggers: codes,
  flags: codes,
  coronerReferral: z.string().max(64).nullable(),
  otherReviews: codes,
  /** Who was phoned about the death. */
  phoned: codes,
  /** Kinds of agency the notification names, as its form writes them. */
  agencyKinds: codes,
})
export type NotifiedFacts = z.infer<typeof NotifiedFacts>

/** Why a kind of agency is proposed, the most telling first. */
export const ProposalReason = z.enum([
  'named',
  'died-there',
  'phoned',
  'reviewing-it',
  'joint-agency-response',
  'known-need',
  'sudden-outside-hospital',
  'under-one',
  'of-school-age',
  'every-child',
])
export type ProposalReason = z.infer<typeof ProposalReason>

/** A kind of agency to ask, and why. Codes only. */
export const AgencyProposal = z.strictObject({
  kind: OrganisationKind,
  reasons: z.array(ProposalReason).min(1),
})
export type AgencyProposal = z.infer<typeof AgencyProposal>

const notifiedKinds: Readonly<Record<string, OrganisationKind>> = {
  gp: 'general-practice',
  midwifery: 'maternity',
  'health-visiting': 'child-health-nursing',
  'school-nursing': 'child-health-nursing',
  hospital: 'hospital',
  'community-paediatrics': 'community-health',
  'mental-health': 'mental-health',
  'childrens-social-care': 'social-care',
  police: 'police',
  school: 'education',
  ambulance: 'ambulance',
}

/** What the directory calls a kind of agency of the notification form; one it does not know is `other`. */
export function kindOfNotified(code: string): OrganisationKind {
  return notifiedKinds[code] ?? 'other'
}

const inHospital = [
  'emergency-department',
  'paediatric-ward',
  'neonatal-unit',
  'intensive-care-unit',
  'delivery-suite',
  'operating-theatre',
  'other-hospital',
]

type Rule = {
  readonly kind: OrganisationKind
  readonly because: ProposalReason
  applies(facts: NotifiedFacts): boolean
}

const rule = (kind: OrganisationKind, because: ProposalReason, applies: Rule['applies']): Rule => ({
  kind,
  because,
  applies,
})
const always = () => true
const anyOf = (found: readonly string[], ...wanted: readonly string[]) =>
  found.some((one) => wanted.includes(one))
const diedIn =
  (...places: readonly string[]) =>
  ({ placeOfDeath, placeOfFatalEvent }: NotifiedFacts) =>
    anyOf([placeOfDeath, placeOfFatalEvent ?? ''], ...places)
const flagged =
  (...flags: readonly string[]) =>
  (facts: NotifiedFacts) =>
    anyOf(facts.flags, ...flags)

/** Which agencies are likely to know something (after domain reference 2.2 and 9; a coordinator decides). */
const rules: readonly Rule[] = [
  rule('general-practice', 'every-child', always),
  rule('child-health-nursing', 'every-child', always),
  rule('social-care', 'every-child', always),
  rule('maternity', 'under-one', ({ ageBand }) => ageBand === '0-27d' || ageBand === '28-364d'),
  rule('maternity', 'died-there', diedIn('delivery-suite', 'neonatal-unit')),
  rule('education', 'of-school-age', ({ ageBand }) => anyOf([ageBand ?? ''], '5-9y', '10-14y', '15-17y')),
  rule('education', 'died-there', diedIn('school')),
  rule('hospital', 'died-there', diedIn(...inHospital)),
  rule('hospice', 'died-there', diedIn('hospice')),
  rule('mental-health', 'died-there', diedIn('mental-health-unit')),
  rule('ambulance', 'died-there', diedIn('in-transit')),
  rule(
    'ambulance',
    'sudden-outside-hospital',
    ({ expectedness, placeOfDeath, placeOfFatalEvent }) =>
      expectedness === 'unexpected' &&
      (placeOfDeath === 'emergency-department' || !inHospital.includes(placeOfFatalEvent ?? placeOfDeath)),
  ),
  rule(
    'social-care',
    'known-need',
    flagged(
      'looked-after',
      'protection-plan',
      'child-in-need',
      'asylum-seeking',
      'unaccompanied-asylum-seeking',
    ),
  ),
  rule(
    'community-health',
    'known-need',
    flagged('learning-disability', 'autism', 'life-limiting-condition', 'palliative-care-plan'),
  ),
  rule('hospice', 'known-need', flagged('palliative-care-plan')),
  rule('mental-health', 'known-need', flagged('detained')),
  rule('police', 'joint-agency-response', ({ jarTriggers }) => jarTriggers.length > 0),
  rule('police', 'phoned', ({ phoned }) => anyOf(phoned, 'police')),
  rule('police', 'reviewing-it', ({ otherReviews }) =>
    anyOf(otherReviews, 'police', 'domestic-homicide-review'),
  ),
  rule('social-care', 'phoned', ({ phoned }) => anyOf(phoned, 'childrens-duty-team')),
  rule('social-care', 'reviewing-it', ({ otherReviews }) =>
    anyOf(otherReviews, 'safeguarding-practice-review'),
  ),
  rule('hospital', 'reviewing-it', ({ otherReviews }) => anyOf(otherReviews, 'patient-safety-incident')),
  rule('maternity', 'reviewing-it', ({ otherReviews }) =>
    anyOf(otherReviews, 'perinatal-mortality-review', 'maternity-investigation'),
  ),
  rule('coroner', 'phoned', ({ phoned }) => anyOf(phoned, 'coroner')),
  rule('coroner', 'reviewing-it', ({ coronerReferral }) =>
    anyOf([coronerReferral ?? ''], 'referred-pm-only', 'investigation-opened', 'inquest-opened'),
  ),
]

/**
 * Which kinds of agency to ask about a child, each once with every reason for it, in the order of the directory's kinds.
 * A proposal and no more: nobody is asked because of it, and anybody else can be asked.
 */
export function proposeAgencies(facts: NotifiedFacts): AgencyProposal[] {
  const named = new Set(facts.agencyKinds.map(kindOfNotified))
  return OrganisationKind.options.flatMap((kind) => {
    const because = new Set<ProposalReason>(
      rules.filter((one) => one.kind === kind && one.applies(facts)).map((one) => one.because),
    )
    if (named.has(kind)) because.add('named')
    const reasons = ProposalReason.options.filter((reason) => because.has(reason))
    return reasons.length === 0 ? [] : [{ kind, reasons }]
  })
}
