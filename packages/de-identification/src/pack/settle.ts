import type { Finding } from '../finding.ts'
import type { Screened } from '../screen.ts'

/** What a person said of a doubtful finding. */
export type Decision = {
  readonly hide: boolean
  /** Opaque key of the person, and the instant, as they are kept with the pack. */
  readonly decidedBy: string
  readonly decidedAt: string
}

export type Decided = { readonly finding: Finding; readonly decision: Decision }

declare const settledMark: unique symbol

/** A narrative in which nothing doubtful is open. Only `settle` makes one, and only of one can a text be compiled. */
export type Settled = {
  readonly state: 'settled'
  readonly text: string
  readonly certain: readonly Finding[]
  readonly decided: readonly Decided[]
  readonly [settledMark]: true
}

/** A narrative that waits for a person: it cannot be compiled. */
export type Unsettled = { readonly state: 'unsettled'; readonly open: readonly Finding[] }

/** What a doubtful finding is decided by: its place in the text. */
export const placeOf = (finding: Pick<Finding, 'start' | 'end'>) => `${finding.start}-${finding.end}`

/** What people decided, and the very text they read: a place says nothing in a text that was changed since. */
export type Decisions = { readonly text: string; readonly byPlace: ReadonlyMap<string, Decision> }

/** What was decided of a finding of this text; null where nobody did, or did of another text. */
export function decisionOn(screened: Screened, finding: Finding, decisions: Decisions): Decision | null {
  return decisions.text === screened.text ? (decisions.byPlace.get(placeOf(finding)) ?? null) : null
}

/** Puts the decisions of people beside what was found. */
export function settle(screened: Screened, decisions: Decisions): Settled | Unsettled {
  const doubtful = screened.findings.filter((finding) => finding.certainty === 'doubtful')
  const decided: Decided[] = []
  const open: Finding[] = []
  for (const finding of doubtful) {
    const decision = decisionOn(screened, finding, decisions)
    if (decision === null) open.push(finding)
    else decided.push({ finding, decision })
  }
  if (open.length > 0) return { state: 'unsettled', open }
  const certain = screened.findings.filter((finding) => finding.certainty === 'certain')
  return marked({ state: 'settled', text: screened.text, certain, decided })
}

const settledOnes = new WeakSet<object>()

function marked(made: Omit<Settled, typeof settledMark>): Settled {
  const frozen = Object.freeze({ ...made })
  settledOnes.add(frozen)
  if (!isSettled(frozen)) throw new TypeError('not settled')
  return frozen
}

/** Whether `settle` made it: types can be talked round, this cannot. */
export function isSettled(value: object): value is Settled {
  return settledOnes.has(value)
}
