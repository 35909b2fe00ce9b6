import { z } from 'zod'
import { type DeathFacts, SupplementaryFormKind } from './supplementary-form.ts'

/** Why a death needs a form. */
export const FormReason = z.enum([
  'neonatal-unit-under-28-days',
  'died-after-admission',
  'sudden-no-apparent-cause',
  'life-limiting-notified',
  'condition-known',
  'occurrence-reported',
])
export type FormReason = z.infer<typeof FormReason>

/** Why a death needs one of several forms, though nobody has said yet which. */
export const OpenFormReason = z.enum(['external-cause', 'suspicion-not-natural'])
export type OpenFormReason = z.infer<typeof OpenFormReason>

export const NeededForm = z.strictObject({
  kind: SupplementaryFormKind,
  because: z.array(FormReason).min(1),
})
export type NeededForm = z.infer<typeof NeededForm>

/** One of these is needed; what happened has to be asked first. */
export const FormStillOpen = z.strictObject({
  because: OpenFormReason,
  among: z.array(SupplementaryFormKind).min(2),
})
export type FormStillOpen = z.infer<typeof FormStillOpen>

const OF_A_NEWBORN = ['neonatal-unit', 'delivery-suite']
/** Places reached after an admission. An emergency department is none. */
const AFTER_ADMISSION = ['paediatric-ward', 'intensive-care-unit', 'operating-theatre', 'other-hospital']

const ofCondition: Readonly<Record<string, SupplementaryFormKind>> = {
  asthma: 'asthma-anaphylaxis',
  epilepsy: 'epilepsy',
  cardiac: 'cardiac',
  cancer: 'oncology',
  'life-limiting': 'life-limiting-condition',
}

/** The forms of a death from outside the body. Which of them, the kind of event decides. */
const externalForms: readonly SupplementaryFormKind[] = [
  'drowning',
  'fall',
  'fire-burn-electrocution',
  'other-non-intentional-injury',
  'poisoning',
  'substance-misuse',
  'suicide-self-harm',
  'vehicle-collision',
  'violence-or-maltreatment',
]
const amongForms: Readonly<Record<OpenFormReason, readonly SupplementaryFormKind[]>> = {
  'external-cause': externalForms,
  'suspicion-not-natural': ['violence-or-maltreatment', 'suicide-self-harm', 'poisoning', 'substance-misuse'],
}

function includesAny(codes: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((code) => codes.includes(code))
}

/** The rules, each by itself: a kind of form, why, and when. */
function* reasonsIn(facts: DeathFacts): Generator<[SupplementaryFormKind, FormReason]> {
  const { ageBand, placeOfDeath, jarTriggers, flags, conditions, occurrences } = facts
  const newborn = ageBand === '0-27d' && OF_A_NEWBORN.includes(placeOfDeath)
  if (newborn) yield ['delivery-suite-or-neonatal-unit', 'neonatal-unit-under-28-days']
  if (AFTER_ADMISSION.includes(placeOfDeath) || (!newborn && OF_A_NEWBORN.includes(placeOfDeath))) {
    yield ['care-pathway', 'died-after-admission']
  }
  if (jarTriggers.includes('sudden-no-apparent-cause')) {
    yield ['sudden-unexpected-death', 'sudden-no-apparent-cause']
  }
  if (includesAny(flags, ['life-limiting-condition', 'palliative-care-plan'])) {
    yield ['life-limiting-condition', 'life-limiting-notified']
  }
  for (const condition of conditions) {
    const kind = ofCondition[condition]
    if (kind !== undefined) yield [kind, 'condition-known']
  }
  for (const occurrence of occurrences) {
    const kind = SupplementaryFormKind.safeParse(occurrence)
    if (kind.success) yield [kind.data, 'occurrence-reported']
  }
}

/**
 * The supplementary forms a death needs, and why (domain reference 2.1 and 2.3, where this table is proposed). What
 * cannot be said yet is not guessed: an external cause alone needs one of several forms. The kinds come in the order of
 * the list of forms, each once.
 */
export function requiredSupplementaryForms(facts: DeathFacts): {
  needed: NeededForm[]
  open: FormStillOpen[]
} {
  const found = new Map<SupplementaryFormKind, Set<FormReason>>()
  for (const [kind, reason] of reasonsIn(facts)) {
    found.set(kind, (found.get(kind) ?? new Set<FormReason>()).add(reason))
  }
  const needed = SupplementaryFormKind.options.flatMap((kind) => {
    const because = found.get(kind)
    return because === undefined ? [] : [{ kind, because: [...because] }]
  })
  const open = OpenFormReason.options
    .filter((reason) => facts.jarTriggers.includes(reason))
    .filter((reason) => !amongForms[reason].some((kind) => found.has(kind)))
    .map((because) => ({ because, among: [...amongForms[because]] }))
  return { needed, open }
}
