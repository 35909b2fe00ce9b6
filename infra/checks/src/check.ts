/** What one check found. Static checks count as one; a test run counts every test. */
export type Outcome = {
  passed: number
  failed: number
  /** One line for the reader: what was looked at. */
  summary: string
  /** Shown only when something failed. */
  output: string
}

/** The three budgets of the run, in the order they are spent. */
export type Stage = 'static' | 'unit and service' | 'browser'

/** Where a check looks, how long it may take before it is stopped as hung, and who may stop it sooner. */
export type Situation = { root: string; limitSeconds: number; stop?: AbortSignal }

export type Check = {
  name: string
  stage: Stage
  run: (situation: Situation) => Promise<Outcome>
}

/** The outcome of a static check that looks for faults: none is a pass. */
export function outcomeOf(faults: readonly string[], summary: string): Outcome {
  return faults.length === 0
    ? { passed: 1, failed: 0, summary, output: '' }
    : { passed: 0, failed: 1, summary: `${faults.length} found; ${summary}`, output: faults.join('\n') }
}
