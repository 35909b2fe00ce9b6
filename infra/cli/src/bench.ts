import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError } from '@cdop/postgres'
import { acceptNotification } from './bench/accept-notification.ts'
import { type BenchGround, withGround } from './bench/bench-ground.ts'
import type { BenchResult } from './bench/bench-result.ts'
import { caseworkAmongMany } from './bench/casework-among-many.ts'
import { decisionToScreens } from './bench/decision-to-screens.ts'
import { importLargest, importRows } from './bench/import-rows.ts'
import { matchCheck } from './bench/match-check.ts'
import { packOfTwelve } from './bench/pack-of-twelve.ts'
import { panelGround } from './bench/panel-ground.ts'
import { resultJson, resultTable } from './bench/result-table.ts'
import { startToReady } from './bench/start-to-ready.ts'
import { worklistPage } from './bench/worklist-page.ts'
import { optionsIn } from './options.ts'
import { stopRequest } from './stop-request.ts'

/** Where a benchmark may write, how it says what it does, and when it must stop. */
type Bench = { folder: string; signal: AbortSignal; report(line: string): void }

const benchmarks: Readonly<Record<string, (bench: Bench) => Promise<readonly BenchResult[]>>> = {
  'accept-notification': acceptAmongFewAndMany,
  casework: (bench) => withGround(bench, caseworkAmongMany),
  'import-rows': (bench) => withGround(bench, importRows),
  'import-largest': (bench) => withGround(bench, importLargest),
  'match-check': (bench) => withGround(bench, matchCheck),
  'panel-day': (bench) => withGround(bench, panelDay),
  'worklist-page': (bench) => withGround(bench, worklistPage),
  'start-to-ready': startToReady,
}

/** Takes as long as all others together: only when it is named. */
const LONG = 'import-largest'

/** The pack of a meeting of twelve cases, and a decision on one of them on twenty screens. */
async function panelDay(ground: BenchGround): Promise<readonly BenchResult[]> {
  const panel = await panelGround(ground)
  return [...(await packOfTwelve(ground, panel)), ...(await decisionToScreens(ground, panel))]
}

/** How acceptance grows with the people there are: each number of them on a database of its own. */
async function acceptAmongFewAndMany(bench: Bench): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  for (const people of [10_000, 1_000_000]) {
    const folder = join(bench.folder, String(people))
    await mkdir(folder)
    results.push(...(await withGround({ ...bench, folder }, (ground) => acceptNotification(ground, people))))
    await rm(folder, { recursive: true, force: true })
  }
  return results
}

/**
 * `cdop bench [name …] [--json]`: measures the product on databases of its own, each figure with its ceiling from the
 * same run. The table, or with `--json` one JSON object, goes to standard output; what is being done goes to standard
 * error. Nothing is left running or on disk.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const named = (arg: string) => !arg.startsWith('--')
  const { json } = optionsIn(
    args.filter((arg) => !named(arg)),
    { json: { type: 'boolean' } },
  )
  const runs = chosen(args.filter(named))
  const signal = stopRequest()
  const report = (line: string) => process.stderr.write(`${line}\n`)
  const [loadBefore = 0] = loadavg()
  const results: BenchResult[] = []
  for (const run of runs) {
    const folder = await mkdtemp(join(tmpdir(), 'cdop-bench-'))
    try {
      results.push(...(await run({ folder, signal, report })))
    } catch (thrown) {
      if (!signal.aborted) throw thrown
      report('Stopped.')
      return 1
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  process.stdout.write(json === true ? resultJson(results, loadBefore) : resultTable(results, loadBefore))
  return 0
}

const usual = Object.keys(benchmarks).filter((name) => name !== LONG)

function chosen(names: readonly string[]) {
  return [...new Set(names.length > 0 ? names : usual)].map((name) => {
    const run = benchmarks[name]
    if (run !== undefined) return run
    throw new PlainError(`There is no benchmark "${name}": use ${Object.keys(benchmarks).join(', ')}.`)
  })
}
