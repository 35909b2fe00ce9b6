import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Check, Outcome } from '../check.ts'
import { sourcesOf, workspacesOnDisk } from '../rooms/files.ts'
import { type TestRun, verdictOfTests } from './test-run.ts'
import { runTool } from './tools.ts'

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** Unit and service tests: one run, so one cluster. A test file on disk that the run did not open is a failure. */
export const vitestTests: Check = {
  name: 'tests',
  stage: 'unit and service',
  run: async (at) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdop-check-'))
    const file = join(folder, 'vitest.json')
    try {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const ended = await runTool('vitest', ['run', ...reporters], at, { CI: '1' })
      return vitestOutcome(at.root, ended, readFileSync(file, { encoding: 'utf8', flag: 'a+' }))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function vitestOutcome(root: string, ended: { code: number; output: string }, report: string): Outcome {
  const run = report === '' ? undefined : vitestRun(root, VitestReport.parse(JSON.parse(report)))
  const expected = workspacesOnDisk(root)
    .filter((folder) => folder !== 'e2e')
    .flatMap((folder) => sourcesOf(root, folder))
    .filter((file) => file.endsWith('.test.ts'))
  return verdictOfTests(ended, run, expected)
}

/** A file that fails to load has no test to count, and counts as one failure. */
function vitestRun(root: string, report: z.infer<typeof VitestReport>): TestRun {
  const states = report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((result) => result.status)
    return file.status === 'failed' && !tests.includes('failed') ? [...tests, 'failed'] : tests
  })
  const files = report.testResults.map((file) => ({
    file: relative(root, file.name),
    seconds: Math.max(0, file.endTime - file.startTime) / 1000,
  }))
  const failures = report.testResults.flatMap((result) => {
    const file = relative(root, result.name)
    const failed = result.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && result.status === 'failed')
      return [{ file, test: '', message: result.message }]
    return failed.map((one) => ({
      file,
      test: one.fullName,
      message: (one.failureMessages ?? []).join('\n'),
    }))
  })
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length,
    skipped: states.filter((state) => state !== 'passed' && state !== 'failed').length,
    files,
    failures,
  }
}
