import type { Command } from './command.ts'

/** Everything `cdop` can do, in the order it is listed. */
export const commands: readonly Command[] = [
  {
    name: 'up',
    about: 'Start everything and say where it is (npm start)',
    run: async (args) => (await import('./up.ts')).up(args),
  },
  {
    name: 'migrate',
    about: 'Bring the database at DATABASE_URL to what this version needs (--demonstration or --live)',
    run: async (args) => (await import('./migrate.ts')).migrate(args),
  },
  {
    name: 'check',
    about: 'Run every check and test, or those named (npm test)',
    run: async (args) => (await import('./check.ts')).check(args),
  },
]
