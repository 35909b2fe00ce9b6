import { runChecks } from '@cdop/checks'
import { stopRequest } from './stop-request.ts'

/** Runs every check, or those named, and fails when one failed. The last line printed is `N passed, N failed`. */
export async function check(only: readonly string[]): Promise<number> {
  const { failed } = await runChecks({ only, stop: stopRequest() })
  return failed > 0 ? 1 : 0
}
