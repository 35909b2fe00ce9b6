import { runChecks } from './run-checks.ts'

export { type CheckOptions, runChecks, type Total } from './run-checks.ts'

if (import.meta.main) {
  const { failed } = await runChecks({ only: process.argv.slice(2) })
  process.exitCode = failed > 0 ? 1 : 0
}
