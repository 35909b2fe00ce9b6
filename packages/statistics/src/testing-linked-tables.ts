import { protectJointly } from './joint/protect-jointly.ts'
import { auditedAgain } from './joint/testing-audit.ts'
import { givenSolver, randomBlock, tableOfBlock } from './joint/testing-joint.ts'

/**
 * The long run of joint protection: 10,000 random blocks in three dimensions (or the number given), each published as its three
 * tables of two dimensions, protected together, and attacked again from nothing. Fails on the first that the attacker narrows.
 */
const many = Number(process.argv[2] ?? 10_000)
const first = Number(process.argv[3] ?? 1)
const solver = await givenSolver()
const sizes: readonly (readonly [number, number, number])[] = [
  [2, 2, 2],
  [3, 2, 2],
  [3, 3, 2],
  [4, 3, 2],
]
let shown = 0
let cells = 0
let withheld = 0
for (let seed = first; seed < first + many; seed += 1) {
  const block = randomBlock(sizes[seed % sizes.length] ?? [2, 2, 2], seed)
  const tables = [tableOfBlock(block, 0, 1), tableOfBlock(block, 1, 2), tableOfBlock(block, 0, 2)]
  const { hidden, audit } = protectJointly(tables, solver)
  const left = tables.flatMap((table, at) => {
    const own = hidden[at]
    return own ? [{ ...table, hidden: own }] : []
  })
  const faults = auditedAgain(left, solver)
  if (faults.length > 0) throw new Error(`seed ${seed}: ${faults.join('; ')}`)
  withheld += tables.length - left.length
  shown += audit.shownCells
  cells += tables.reduce((sum, { counts }) => sum + counts.length, 0)
  if ((seed - first + 1) % 500 === 0) process.stdout.write(`${seed - first + 1} of ${many}\n`)
}
const share = ((100 * shown) / cells).toFixed(1)
process.stdout.write(
  `${many} blocks safe, ${withheld} tables of ${3 * many} withheld, ${share}% of cells shown\n`,
)
