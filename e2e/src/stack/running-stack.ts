import { z } from 'zod'

/** What a test needs to know of the stack that runs for all of them. */
export const RunningStack = z.strictObject({
  portalUrl: z.url(),
  mailUrl: z.url(),
  /** The folder the product keeps its database, keys and logs in. */
  place: z.string(),
  /** Where the tests keep sessions and what they recorded. */
  records: z.string(),
  chromium: z.string(),
})
export type RunningStack = z.infer<typeof RunningStack>

const VARIABLE = 'CDOP_BROWSER_TESTS'

/** Tells every worker of the runner, which inherits this process's environment. */
export function announceStack(stack: RunningStack): void {
  process.env[VARIABLE] = JSON.stringify(stack)
}

/** @throws when global setup did not run */
export function runningStack(): RunningStack {
  return RunningStack.parse(JSON.parse(process.env[VARIABLE] ?? 'null'))
}
