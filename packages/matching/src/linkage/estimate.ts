import { type Aspect, NOT_COMPARED } from './comparison.ts'
import type { LevelRows, Model } from './model.ts'

const ROUNDS = 60
const SETTLED = 1e-5
/** Pairs of different people imagined in each level beside those seen, so that nothing is ever impossible. */
const IMAGINED = 0.5

type Estimation = {
  aspects: readonly Aspect[]
  /** Pairs likely enough to be looked at: they hold nearly every pair of one person. */
  candidates: LevelRows
  /** Pairs drawn at random from all: nearly all of different people. */
  random: LevelRows
  /** How many pairs there are in all. */
  pairs: number
  records: number
}

/** As many pairs of one person are imagined, mostly agreeing: where there is hardly any, chance must not pass for one. */
const IMAGINED_SAME = 10

/** What is believed of pairs of one person before any is seen: three in four agree, the rest less and less. */
function believed(aspects: readonly Aspect[]): number[][] {
  return aspects.map(({ levels }) => {
    const weights = levels.map((_, level) =>
      level === 0 ? 3 : 0.5 ** level / (1 - 0.5 ** (levels.length - 1)),
    )
    return weights.map((weight) => weight / 4)
  })
}

function rowProbability(
  model: Model,
  rows: LevelRows,
  row: number,
  logs: readonly (readonly number[])[],
): number {
  let odds = Math.log(model.share / (1 - model.share))
  for (let aspect = 0; aspect < rows.width; aspect += 1) {
    const level = rows.levels[row * rows.width + aspect] ?? NOT_COMPARED
    if (level !== NOT_COMPARED) odds += logs[aspect]?.[level] ?? 0
  }
  return 1 / (1 + Math.exp(-odds))
}

/** Shares of the levels among rows, each row counted by its weight. */
function levelShares(
  imagined: readonly (readonly number[])[],
  rows: LevelRows,
  weights: Float64Array,
): number[][] {
  const counts = imagined.map((levels) => [...levels])
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0
    if (weight === 0) continue
    for (let aspect = 0; aspect < rows.width; aspect += 1) {
      const level = rows.levels[row * rows.width + aspect] ?? NOT_COMPARED
      const count = counts[aspect]
      if (level !== NOT_COMPARED && count !== undefined) count[level] = (count[level] ?? 0) + weight
    }
  }
  return counts.map((count) => {
    const sum = count.reduce((total, one) => total + one, 0)
    return count.map((one) => one / sum)
  })
}

/**
 * Finds what agreement is worth from the records alone, without knowing a single true pair (expectation-maximisation).
 * What pairs of one person look like is learnt from the candidates; what pairs of different people look like from pairs
 * drawn at random, each counted by how surely it is one, so that the choice of candidates does not colour it.
 */
export function estimate({ aspects, candidates, random, pairs, records }: Estimation): Model {
  const width = aspects.length
  const [candidateCount, randomCount] = [candidates, random].map((rows) => rows.levels.length / width)
  const asSame = new Float64Array(candidateCount ?? 0)
  const asDifferent = new Float64Array(randomCount ?? 0).fill(1)
  const anything = aspects.map(({ levels }) => levels.map(() => IMAGINED))
  const agreeing = believed(aspects).map((levels) => levels.map((share) => share * IMAGINED_SAME))
  let model: Model = {
    same: believed(aspects),
    different: levelShares(anything, random, asDifferent),
    share: Math.min(0.5, records / 4 / pairs),
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const { same, different } = model
    const logs = same.map((of, aspect) =>
      of.map((share, level) => Math.log(share / (different[aspect]?.[level] ?? 1))),
    )
    let sum = 0
    for (let row = 0; row < asSame.length; row += 1) {
      asSame[row] = rowProbability(model, candidates, row, logs)
      sum += asSame[row] ?? 0
    }
    for (let row = 0; row < asDifferent.length; row += 1) {
      asDifferent[row] = 1 - rowProbability(model, random, row, logs)
    }
    const share = Math.min(0.5, Math.max(sum, 1) / pairs)
    const moved = Math.abs(share - model.share) / model.share
    model = {
      same: levelShares(agreeing, candidates, asSame),
      different: levelShares(anything, random, asDifferent),
      share,
    }
    if (moved < SETTLED) break
  }
  return model
}
