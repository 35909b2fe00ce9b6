import type { Outcome } from '../check.ts'

/** What a test runner reported, in the same words for every runner. */
export type TestRun = {
  passed: number
  failed: number
  skipped: number
  files: readonly { file: string; seconds: number }[]
  /** What failed, each with what it said: shown before everything the runner printed. */
  failures: readonly Failure[]
}

/** A test that failed, or a file that could not be run. */
type Failure = { file: string; test: string; message: string }

/**
 * Judges a run: a runner that broke, that ran no test, that skipped one or that missed a file on disk has failed,
 * whatever its tests said.
 */
export function verdictOfTests(
  ended: { code: number; output: string },
  run: TestRun | undefined,
  expectedFiles: readonly string[],
): Outcome {
  if (run === undefined) {
    return { passed: 0, failed: 1, summary: 'no report', output: `${ended.output}\nIt left no report.` }
  }
  const opened = new Set(run.files.map(({ file }) => file))
  const faults = [
    ...expectedFiles.filter((file) => !opened.has(file)).map((file) => `${file}: was never run`),
    ...(run.skipped > 0 ? [`${run.skipped} skipped: a test runs or does not exist`] : []),
    ...(run.passed + run.failed === 0 ? ['no test ran'] : []),
    ...(ended.code !== 0 && run.failed === 0 ? [`the runner ended with code ${ended.code}`] : []),
  ]
  const failed = run.failed + faults.length
  return {
    passed: run.passed,
    failed,
    summary: `${run.passed + run.failed} tests in ${run.files.length} files${slowest(run.files)}`,
    output: failed === 0 ? '' : [...run.failures.map(told), ...faults, '', ended.output].join('\n'),
  }
}

/** Whoever reads only the first lines of a long run still learns what failed and why. */
function told({ file, test, message }: Failure): string {
  const lines = message.split('\n').slice(0, LINES_OF_A_FAILURE)
  return [`failed: ${file}${test === '' ? '' : ` > ${test}`}`, ...lines.map((line) => `  ${line}`)].join('\n')
}

const LINES_OF_A_FAILURE = 6

function slowest(files: TestRun['files']): string {
  const five = [...files].sort((one, other) => other.seconds - one.seconds).slice(0, 5)
  return five.map(({ file, seconds }) => `\n    ${seconds.toFixed(1).padStart(6)} s  ${file}`).join('')
}
