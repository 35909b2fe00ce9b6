import type { Command } from './command.ts'

/** Everything `cdop` can do, in the order it is listed. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    about: 'Run every check and test, or those named (npm test)',
    run: async (args) => (await import('./check.ts')).check(args),
  },
]
