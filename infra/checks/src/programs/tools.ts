import { join } from 'node:path'
import type { Situation } from '../check.ts'
import { type Ended, runProgram } from './run-program.ts'

const installed = join(import.meta.dirname, '../../../../node_modules')

/** Where this repository's own programs are found by name, whatever tree they are pointed at. */
export const toolFolder = join(installed, '.bin')

const entries = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  turbo: 'turbo/bin/turbo',
  vitest: 'vitest/vitest.mjs',
} as const

/**
 * Runs a program this repository installs on the tree it is pointed at. It is started with this very Node and not
 * through the shell script in `.bin`, which would take the order to stop and leave the program running.
 */
export function runTool(
  name: keyof typeof entries,
  args: readonly string[],
  { root, limitSeconds, stop }: Situation,
  env: Record<string, string> = {},
): Promise<Ended> {
  return runProgram(process.execPath, [join(installed, entries[name]), ...args], {
    cwd: root,
    limitSeconds,
    stop,
    env,
  })
}
