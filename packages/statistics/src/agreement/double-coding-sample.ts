/** A case that a panel has coded, and which panels did; `mayNotCode` are panels with a conflict of interest in it. */
export type CodedCase = Readonly<{
  caseId: string
  stratum: string
  codedBy: readonly string[]
  mayNotCode?: readonly string[]
}>

/** How many cases are coded twice: a share of all that can be, at least so many of all and of each stratum. */
export type DoubleCodingRule = Readonly<{ share: number; fewest: number; fewestInStratum: number }>

/** What is to be coded a second time by whom, and with what chance a case of each stratum came into the sample. */
export type DoubleCodingSample = Readonly<{
  /** In an order by chance: it says nothing of the cases. */
  assigned: readonly Readonly<{ caseId: string; stratum: string; panel: string }>[]
  strata: readonly Readonly<{ stratum: string; cases: number; inSample: number; chance: number }>[]
  /** Cases nobody coded yet, and cases that no other panel may code: outside the sample whatever the rule. */
  notCoded: number
  withoutPanel: number
}>

/**
 * Chooses a stratified random sample of cases for blind coding by a second panel. The chance is the seed alone: each case has a
 * place by seed and case, and in each stratum those with the lowest are in. So the same cases give the same sample in whatever
 * order they come; a case more moves at most one out of a stratum whose size stays; and cases coded twice already count, so
 * that asking again assigns only what is missing. A case goes to a panel that has not coded it and may, to the one with least to
 * do first. Whoever codes must not know the seed before coding: the places can be worked out from it. Nor may they see the
 * stratum, where it is made of what the first panel said.
 * @throws RangeError for a rule that cannot be, and for a case or a panel that stands there twice
 */
export function chooseForDoubleCoding(
  cases: readonly CodedCase[],
  panels: readonly string[],
  rule: DoubleCodingRule,
  seed: string,
): DoubleCodingSample {
  requireRule(rule)
  if (new Set(panels).size !== panels.length) throw new RangeError('a panel stands on the list once')
  if (new Set(cases.map(({ caseId }) => caseId)).size !== cases.length) {
    throw new RangeError('a case stands on the list once')
  }
  const coded = cases.filter(({ codedBy }) => codedBy.length > 0)
  const possible = coded.filter((one) => isCodedTwice(one) || panelsFor(one, panels).length > 0)
  const strata = [...Map.groupBy(possible, ({ stratum }) => stratum)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const sizes = sizesOf(
    strata.map(([, ofStratum]) => ofStratum.length),
    rule,
  )
  const chosen = strata.flatMap(([, ofStratum], at) => {
    const already = ofStratum.filter(isCodedTwice).length
    const left = ofStratum.filter((one) => !isCodedTwice(one))
    return byPlace(left, seed).slice(0, Math.max(0, (sizes[at] ?? 0) - already))
  })
  return {
    assigned: assign(byPlace(chosen, seed), panels, seed),
    strata: strata.map(([stratum, ofStratum], at) => {
      const inSample = Math.max(sizes[at] ?? 0, ofStratum.filter(isCodedTwice).length)
      return { stratum, cases: ofStratum.length, inSample, chance: inSample / ofStratum.length }
    }),
    notCoded: cases.length - coded.length,
    withoutPanel: coded.length - possible.length,
  }
}

const isCodedTwice = ({ codedBy }: CodedCase): boolean => new Set(codedBy).size > 1

function panelsFor({ codedBy, mayNotCode = [] }: CodedCase, panels: readonly string[]): string[] {
  return panels.filter((panel) => !codedBy.includes(panel) && !mayNotCode.includes(panel))
}

function byPlace(cases: readonly CodedCase[], seed: string): CodedCase[] {
  const placed = cases.map((one) => ({ one, place: placeOf([seed, one.caseId]) }))
  return placed
    .sort((a, b) => a.place - b.place || (a.one.caseId < b.one.caseId ? -1 : 1))
    .map(({ one }) => one)
}

function assign(
  chosen: readonly CodedCase[],
  panels: readonly string[],
  seed: string,
): DoubleCodingSample['assigned'] {
  const load = new Map(panels.map((panel) => [panel, 0]))
  return chosen.flatMap((one) => {
    const [panel] = panelsFor(one, panels).sort(
      (a, b) =>
        (load.get(a) ?? 0) - (load.get(b) ?? 0) ||
        placeOf([seed, one.caseId, a]) - placeOf([seed, one.caseId, b]) ||
        (a < b ? -1 : 1),
    )
    if (panel === undefined) return []
    load.set(panel, (load.get(panel) ?? 0) + 1)
    return [{ caseId: one.caseId, stratum: one.stratum, panel }]
  })
}

/** How many of each stratum: in proportion by largest remainder, none below its fewest or above what it has. */
function sizesOf(strata: readonly number[], { share, fewest, fewestInStratum }: DoubleCodingRule): number[] {
  const cases = strata.reduce((sum, size) => sum + size, 0)
  const least = strata.map((size) => Math.min(size, fewestInStratum))
  const inAll = least.reduce((sum, size) => sum + size, 0)
  // Less a hair, since a share of 0.1 of 30 must not become 4.
  const wanted = Math.min(cases, Math.max(fewest, inAll, Math.ceil(share * cases - 1e-9)))
  const wish = strata.map((size) => (wanted * size) / Math.max(1, cases))
  const sizes = wish.map((size, at) => Math.max(least[at] ?? 0, Math.floor(size)))
  let missing = wanted - sizes.reduce((sum, size) => sum + size, 0)
  for (; missing > 0; missing -= 1) {
    step(sizes, 1, (at) => ((sizes[at] ?? 0) < (strata[at] ?? 0) ? (wish[at] ?? 0) - (sizes[at] ?? 0) : null))
  }
  for (; missing < 0; missing += 1) {
    step(sizes, -1, (at) => ((sizes[at] ?? 0) > (least[at] ?? 0) ? (sizes[at] ?? 0) - (wish[at] ?? 0) : null))
  }
  return sizes
}

/** Changes by one the size with the greatest need, the first of equal ones; null is none at all. */
function step(sizes: number[], by: 1 | -1, need: (at: number) => number | null): void {
  let best: { at: number; need: number } | null = null
  for (const at of sizes.keys()) {
    const found = need(at)
    if (found !== null && (best === null || found > best.need)) best = { at, need: found }
  }
  if (best !== null) sizes[best.at] = (sizes[best.at] ?? 0) + by
}

/** A number from 0 up to 2⁵³ that looks random and follows from the words alone (53 bits of two multiplicative hashes). */
function placeOf(words: readonly string[]): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const unit of JSON.stringify(words)) {
    const code = unit.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (low & 0x1fffff) + (high >>> 0)
}

function requireRule({ share, fewest, fewestInStratum }: DoubleCodingRule): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError('a share lies between 0 and 1')
  for (const size of [fewest, fewestInStratum]) {
    if (!Number.isInteger(size) || size < 0) throw new RangeError('a size is a whole number of 0 or more')
  }
}
