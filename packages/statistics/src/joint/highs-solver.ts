import type highsModule from 'highs'
import type { Programme, Solver } from './solver.ts'

/** HiGHS as its loader gives it. */
export type LoadedHighs = Awaited<ReturnType<typeof highsModule.default>>

/** Raised when the solver neither finds an optimum nor proves that there is none. */
class Unsolved extends Error {
  override name = 'Unsolved'
}

/** HiGHS (1.15) as the solver. `seconds` limits each solve. */
export function highsSolver(highs: LoadedHighs, seconds = 20): Solver {
  const { modelStatus, objectiveSense } = highs.constants
  return {
    open: (programme) => {
      const model = highs.createModel(modelOf(highs, programme))
      model.options.set({ output_flag: false, time_limit: seconds })
      let costly: readonly number[] = []
      return {
        optimise: (sum, sense) => {
          for (const variable of costly) model.changeColCost(variable, 0)
          const costs = new Map<number, number>()
          for (const [variable, times] of sum) costs.set(variable, (costs.get(variable) ?? 0) + times)
          for (const [variable, cost] of costs) model.changeColCost(variable, cost)
          costly = [...costs.keys()]
          model.changeObjectiveSense(sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
          // The limit is of one solve, and the clock runs on from one to the next.
          model.zeroAllClocks()
          model.run()
          const status = model.getModelStatus()
          if (status === modelStatus.infeasible) return null
          if (status !== modelStatus.optimal) throw new Unsolved(`the solver ended with status ${status}`)
          return { value: model.getObjectiveValue(), point: model.getSolution().colValue }
        },
        bound: (row, low, high) => void model.changeRowBounds(row, low, high),
        close: () => model.dispose(),
      }
    },
  }
}

function modelOf(highs: LoadedHighs, { variables, most, choices, whole, rows }: Programme) {
  const starts = new Int32Array(rows.length + 1)
  const indices: number[] = []
  const values: number[] = []
  for (const [at, { sum }] of rows.entries()) {
    const row = new Map<number, number>()
    for (const [variable, times] of sum) row.set(variable, (row.get(variable) ?? 0) + times)
    for (const [variable, times] of row) {
      if (times === 0) continue
      indices.push(variable)
      values.push(times)
    }
    starts[at + 1] = indices.length
  }
  const { variableType } = highs.constants
  return {
    numCols: variables,
    numRows: rows.length,
    colCost: new Float64Array(variables),
    colLower: new Float64Array(variables),
    colUpper: Float64Array.from({ length: variables }, (_, at) => (at >= variables - choices ? 1 : most)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: variables,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(whole && { integrality: Array.from({ length: variables }, () => variableType.integer) }),
  }
}
