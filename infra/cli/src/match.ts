import { readFile } from 'node:fs/promises'
import { evaluateFebrl, type FebrlEvaluation } from '@cdop/matching'
import { PlainError } from '@cdop/postgres'
import { optionsIn } from './options.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

/**
 * `cdop match evaluate FILE [--json]`: how well people are found in a file of the FEBRL layout. Says counts and shares,
 * never a value of the file.
 */
export async function match(
  [what, file, ...args]: readonly string[],
  around: Pick<Surroundings, 'say'> = ownSurroundings(),
): Promise<number> {
  if (what !== 'evaluate' || file === undefined || file.startsWith('--')) {
    throw new PlainError('Say which file to evaluate: npm run cdop -- match evaluate FILE [--json].')
  }
  const { json } = optionsIn(args, { json: { type: 'boolean' } })
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PlainError('The file cannot be read: check its name.')
  })
  const began = performance.now()
  const found = evaluated(text)
  const seconds = Math.round(performance.now() - began) / 1000
  around.say(json === true ? JSON.stringify({ ...found, seconds }, null, 2) : inWords(found, seconds))
  return 0
}

function evaluated(text: string): FebrlEvaluation {
  try {
    return evaluateFebrl(text)
  } catch (thrown) {
    throw thrown instanceof Error ? new PlainError(thrown.message) : thrown
  }
}

function inWords(found: FebrlEvaluation, seconds: number): string {
  const { records, truePairs, foundPairs, rightPairs, precision, recall, f1 } = found
  return [
    `${records} records, ${truePairs} pairs of one person; ${foundPairs} found, ${rightPairs} of them right`,
    `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}, in ${seconds} s`,
  ].join('\n')
}
