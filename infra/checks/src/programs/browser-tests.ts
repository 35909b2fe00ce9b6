import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Check } from '../check.ts'
import { filesBelow } from '../rooms/files.ts'
import { runProgram } from './run-program.ts'
import { type TestRun, verdictOfTests } from './test-run.ts'

const Spec = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(
        z.object({
          duration: z.number(),
          errors: z.array(z.object({ message: z.string().default('') })).default([]),
        }),
      ),
    }),
  ),
})

const Suite = z.object({
  specs: z.array(Spec).default([]),
  get suites() {
    return z.array(Suite).default([])
  },
})
type Suite = z.infer<typeof Suite>

const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.unknown()),
})

/** Journeys in a real browser, by Playwright, once the room of journeys exists; from then on it must hold some. */
export const browserTests: Check = {
  name: 'browser',
  stage: 'browser',
  run: async ({ root, limitSeconds, stop }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdop-check-'))
    const file = join(folder, 'playwright.json')
    try {
      const ended = await runProgram(
        process.execPath,
        [
          join(root, 'e2e/node_modules/@playwright/test/cli.js'),
          'test',
          '--reporter=list,json',
          '--forbid-only',
        ],
        { cwd: join(root, 'e2e'), limitSeconds, stop, env: { CI: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
      )
      const report = readFileSync(file, { encoding: 'utf8', flag: 'a+' })
      const run = report === '' ? undefined : playwrightRun(JSON.parse(report))
      const expected = filesBelow(root, 'e2e')
        .filter((path) => /\.(spec|test)\.ts$/.test(path))
        .map((path) => path.slice(path.lastIndexOf('/') + 1))
      return verdictOfTests(ended, run, expected)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Reads Playwright's report. A journey that passed only when tried again has failed: it would fail a user too. */
function playwrightRun(report: unknown): TestRun {
  const { suites, errors } = PlaywrightReport.parse(report)
  const specs = suites.flatMap(specsOf)
  const states = specs.flatMap((spec) => spec.tests.map((test) => test.status))
  const seconds = new Map<string, number>()
  for (const spec of specs) {
    const file = spec.file.slice(spec.file.lastIndexOf('/') + 1)
    const spent = spec.tests.flatMap((test) => test.results).reduce((sum, result) => sum + result.duration, 0)
    seconds.set(file, (seconds.get(file) ?? 0) + spent / 1000)
  }
  return {
    passed: states.filter((state) => state === 'expected').length,
    failed: states.filter((state) => state === 'unexpected' || state === 'flaky').length + errors.length,
    skipped: states.filter((state) => state === 'skipped').length,
    failures: specs.flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => ({
          file,
          test: title,
          message: results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'),
        })),
    ),
    files: [...seconds].map(([file, spent]) => ({ file, seconds: spent })),
  }
}

function specsOf(suite: Suite): z.infer<typeof Spec>[] {
  return [...suite.specs, ...suite.suites.flatMap(specsOf)]
}
