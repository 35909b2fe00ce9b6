import { type Level, likelihoods, type PersonAspect, RELATIONS, type Relation } from './likelihoods.ts'
import type { MatchPerson } from './match-person.ts'
import { levelsBetween, type PersonLevels } from './person-levels.ts'
import { type PreparedPerson, prepared } from './prepared-person.ts'
import type { MatchReason } from './reason.ts'

export type ChildLikeness = {
  /** How likely each relation is; together one. */
  readonly probabilities: Readonly<Record<Relation, number>>
  /**
   * `same`: one child as far as records can say. `possible`: a person must look. `different`: not worth a look. Two
   * records that may be of different babies of one birth are never `same`.
   */
  readonly verdict: 'same' | 'possible' | 'different'
  readonly reasons: readonly MatchReason[]
}

/** How often one notification is a repeat of another, of a baby of the same birth, of another child of the family. */
const EXPECTED = { 'same-child': 0.2, 'same-birth': 0.03, 'same-family': 0.02 } as const
/** Where one of the two is known to be of several, another of them is expected. */
const EXPECTED_OF_SEVERAL = 0.5
/** Where one of the two is said to be an only one, no other is expected; the record may be wrong. */
const EXPECTED_OF_ONE = 0.001

const SURE = 0.95
const WORTH_A_LOOK = 0.02

/** Who a name is shared with: how common each name is among the people compared with, 0 to 1. */
export type NameShares = { readonly family?: number | undefined; readonly given?: number | undefined }

export type Among = {
  /** How many children there are to be mistaken for. */
  readonly children: number
  readonly shares?: NameShares
}

function levelOf(aspect: PersonAspect, at: number): Level | undefined {
  const levels: readonly Level[] = likelihoods[aspect]
  return levels[at]
}

/** How often the unrelated share this very name; a name nobody else has still counts as if a few had it. */
function shareOfName(aspect: string, at: number, shares: NameShares): number | undefined {
  if (at !== 0 || (aspect !== 'family' && aspect !== 'given')) return undefined
  const share = shares[aspect]
  return share === undefined ? undefined : Math.min(0.5, Math.max(share, 1e-4))
}

function entriesOf({ reached }: PersonLevels): readonly (readonly [PersonAspect, number])[] {
  return RELATION_ASPECTS.flatMap((aspect) => {
    const at = reached[aspect]
    return at === undefined ? [] : [[aspect, at] as const]
  })
}
const RELATION_ASPECTS = Object.keys(likelihoods).filter(
  (aspect): aspect is PersonAspect => aspect in likelihoods,
)

function expectedOf(relation: Relation, pair: readonly PreparedPerson[], among: Among): number {
  if (relation === 'unrelated') return Math.max(among.children, 2)
  if (relation !== 'same-birth') return EXPECTED[relation]
  if (pair.some(({ ofSeveral }) => ofSeveral)) return EXPECTED_OF_SEVERAL
  return pair.some(({ onlyOne }) => onlyOne) ? EXPECTED_OF_ONE : EXPECTED[relation]
}

function probabilitiesOf(
  levels: PersonLevels,
  pair: readonly PreparedPerson[],
  among: Among,
): Record<Relation, number> {
  const logs = RELATIONS.map((relation, index) => {
    return entriesOf(levels).reduce(
      (sum, [aspect, at]) => {
        const share = levelOf(aspect, at)?.shares[index] ?? 1
        const rarity = relation === 'unrelated' ? shareOfName(aspect, at, among.shares ?? {}) : undefined
        return sum + Math.log(rarity ?? share)
      },
      Math.log(expectedOf(relation, pair, among)),
    )
  })
  const greatest = Math.max(...logs)
  const odds = logs.map((log) => Math.exp(log - greatest))
  const sum = odds.reduce((total, one) => total + one, 0)
  const [sameChild = 0, sameBirth = 0, sameFamily = 0, unrelated = 0] = odds.map((one) => one / sum)
  return { 'same-child': sameChild, 'same-birth': sameBirth, 'same-family': sameFamily, unrelated }
}

/**
 * Whether anything agrees that two babies of one birth do not share: number, name, weight or time of birth. A given name
 * beside another family name may be the family's, written in the wrong place twice.
 */
function toldApart({ reached }: PersonLevels): boolean {
  const { nhsNumber, family, given, birthWeight, birthTime, birthOrder } = reached
  const named = given !== undefined && given <= 1 && family !== undefined && family <= 2
  const agrees = nhsNumber === 0 || named || birthWeight === 0 || birthTime === 0 || birthOrder === 0
  return agrees && birthOrder !== 1
}

/** For or against, in words worth saying: agreement first. */
function reasonsOf(levels: PersonLevels): readonly MatchReason[] {
  const reasons = entriesOf(levels).flatMap(([aspect, at]) => levelOf(aspect, at)?.reason ?? [])
  const named = levels.swapped ? (['names-swapped'] as const) : []
  const told = [...new Set<MatchReason>([...reasons, ...named])]
  const against = (reason: MatchReason) => reason.startsWith('different-')
  return [...told.filter((reason) => !against(reason)), ...told.filter(against)]
}

/**
 * How likely two records are of one child, after Fellegi and Sunter with a class of its own for babies of one birth
 * and for children of one family, and why. The same whichever comes first.
 */
export function comparePrepared(one: PreparedPerson, other: PreparedPerson, among: Among): ChildLikeness {
  const levels = levelsBetween(one, other)
  const probabilities = probabilitiesOf(levels, [one, other], among)
  const probability = probabilities['same-child']
  const sure = probability >= SURE && toldApart(levels)
  const verdict = sure ? 'same' : probability >= WORTH_A_LOOK ? 'possible' : 'different'
  return { probabilities, verdict, reasons: reasonsOf(levels) }
}

/** As `comparePrepared`, of two children not prepared yet. */
export function compareChildren(one: MatchPerson, other: MatchPerson, among: Among): ChildLikeness {
  return comparePrepared(prepared(one), prepared(other), among)
}
