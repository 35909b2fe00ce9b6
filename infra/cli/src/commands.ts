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
    name: 'audit',
    about: 'Recompute every chain of the audit (audit verify [--json])',
    run: async (args) => (await import('./audit.ts')).audit(args),
  },
  {
    name: 'events',
    about:
      'List what services could not tell each other (events quarantined), or tell it again (events replay)',
    run: async (args) => (await import('./events.ts')).events(args),
  },
  {
    name: 'facts',
    about:
      'Make the facts that figures are counted from anew, from the event logs (facts rebuild [--area LDS])',
    run: async (args) => (await import('./facts.ts')).facts(args),
  },
  {
    name: 'import',
    about:
      'Load an official list: import postcodes FILE --edition ONSPD_FEB_2026, import deprivation FILE --index IMD2019 --lsoa 2011, or say which are loaded: import list',
    run: async (args) => (await import('./import.ts')).importList(args),
  },
  {
    name: 'demo',
    about: 'Move a demonstration in time (demo time --at 2026-05-01T09:00, or --reset)',
    run: async (args) => (await import('./demo.ts')).demo(args),
  },
  {
    name: 'replay',
    about:
      'Send invented children whose counts add up to published figures through what runs (--only herefordshire | england)',
    run: async (args) => (await import('./replay.ts')).replay(args),
  },
  {
    name: 'match',
    about: 'Say how well people are found in a file of the FEBRL layout (match evaluate FILE [--json])',
    run: async (args) => (await import('./match.ts')).match(args),
  },
  {
    name: 'dictionary',
    about:
      'Print every question of every form, or put it into docs/data-dictionary.md (dictionary [--write])',
    run: async (args) => (await import('./dictionary.ts')).dictionary(args),
  },
  {
    name: 'bench',
    about:
      'Measure it against its ceilings (bench [accept-notification] [casework] [match-check] [worklist-page] [start-to-ready] [--json])',
    run: async (args) => (await import('./bench.ts')).bench(args),
  },
  {
    name: 'check',
    about: 'Run every check and test, or those named (npm test)',
    run: async (args) => (await import('./check.ts')).check(args),
  },
]
