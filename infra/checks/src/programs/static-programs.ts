import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Check, Outcome, Situation } from '../check.ts'
import type { Ended } from './run-program.ts'
import { runTool, toolFolder } from './tools.ts'

/** Formatting and the order of imports, by biome: nothing is changed, only compared. */
export const format: Check = {
  name: 'format',
  stage: 'static',
  run: (at) => biome(at, ['ci', '--colors=off', '--linter-enabled=false', '--max-diagnostics=40', '.']),
}

/** Lint, by biome: a rule is an error or absent, so a warning fails too. */
export const lint: Check = {
  name: 'lint',
  stage: 'static',
  run: (at) => biome(at, ['lint', '--colors=off', '--error-on-warnings', '--max-diagnostics=40', '.']),
}

async function biome(at: Situation, args: readonly string[]): Promise<Outcome> {
  const ended = await runTool('biome', args, at)
  const files = Number(/Checked (\d+) files?/.exec(ended.output)?.[1] ?? 0)
  return verdict(ended, files, 'files')
}

/**
 * TypeScript over all rooms as one program, and over the browser tests, which alone know a browser's types. A room by
 * itself would read the rooms it imports again, so one program is several times faster than one for each room.
 */
export const types: Check = {
  name: 'types',
  stage: 'static',
  run: async (at) => {
    const browserTypes = existsSync(join(at.root, 'e2e/package.json')) ? ['@cdop/e2e#types'] : []
    const ended = await runTool(
      'turbo',
      ['run', '//#types', ...browserTypes, '--continue', '--output-logs=errors-only', '--no-color'],
      at,
      {
        // Turbo runs a room's script through pnpm, which it looks for on the PATH.
        PATH: `${toolFolder}${delimiter}${process.env['PATH'] ?? ''}`,
        TURBO_TELEMETRY_DISABLED: '1',
        TURBO_NO_UPDATE_NOTIFIER: '1',
      },
    )
    const [, successful, total] = /Tasks:\s+(\d+) successful, (\d+) total/.exec(ended.output) ?? []
    return verdict(ended, successful === total ? Number(total ?? 0) : 0, 'programs')
  },
}

/** Files, exports and dependencies nobody uses, by knip. */
export const unused: Check = {
  name: 'unused',
  stage: 'static',
  run: async (at) =>
    verdict(await runTool('knip', ['--no-progress', '--no-config-hints'], at), 1, 'whole tree'),
}

/** A tool that ended well but looked at nothing has failed. */
function verdict(ended: Ended, seen: number, what: string): Outcome {
  const well = ended.code === 0 && !ended.stopped && seen > 0
  const nothing = ended.code === 0 && seen === 0 ? '\nIt saw nothing to check.' : ''
  return {
    passed: well ? 1 : 0,
    failed: well ? 0 : 1,
    summary: `${seen} ${what}`,
    output: well ? '' : `${ended.output}${nothing}`,
  }
}
