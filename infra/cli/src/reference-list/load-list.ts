import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  type DeprivationIndex,
  type Instant,
  type LsoaVersion,
  type PostcodeEdition,
  Refusal,
  SYSTEM_AREA,
} from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { readTable, type TableLimits } from '@cdop/tabular'
import type { OperatorClient } from '../stack/operator-client.ts'
import { FaultyList, isFault, type ListFault, type ListReader } from './list-fault.ts'

/** Rows of one call. */
const PIECE = 2_000
/** Faults told: who has more has another file. */
const FAULTS = 20
/** Rows between two words of how far it has come. */
const PROGRESS = 100_000
/** Bytes read at a time. */
const CHUNK = 1_048_576

/** Which official list, as intake knows it. */
export type Reference =
  | { list: PostcodeEdition['product']; edition: PostcodeEdition['month'] }
  | { list: DeprivationIndex; edition: LsoaVersion }

type Reached = ReturnType<ReturnType<typeof reach>>
type Append<Row> = (
  reference: Reached,
  piece: { loadId: number; piece: number; rows: Row[] },
) => Promise<void>

/** One official list and how it is read and sent. */
export type ListLoad<Row extends object> = {
  path: string
  reference: Reference
  partOnly: boolean
  layout: ListReader<Row>
  append: Append<Row>
  limits: Partial<TableLimits>
}

/** What loading came to. */
export type Loaded =
  | { outcome: 'loaded-before'; as: Reference; loadedAt: Instant }
  | { outcome: 'not-whole'; rows: number; expected: number }
  | { outcome: 'in-force'; rows: number; replaced: boolean }

/** Intake on the operator's own account, anew for each call: a client's word lives a minute. */
function reach(client: OperatorClient) {
  return () => client.onOwnAccount(SYSTEM_AREA).to<IntakeRouter>('intake').reference
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) hash.update(chunk)
  return hash.digest('hex')
}

type Piece<Row> = { rows: Row[]; numbers: number[] }

/** The rows of a file in pieces. Throws a `TableRefusal`, or a `FaultyList` once it has been read or has too many faults. */
async function* piecesOf<Row extends object>({
  path,
  layout,
  limits,
}: ListLoad<Row>): AsyncGenerator<Piece<Row>> {
  const table = await readTable(createReadStream(path, { highWaterMark: CHUNK }), { limits })
  const read = layout(table.columns)
  const faults: ListFault[] = []
  let piece: Piece<Row> = { rows: [], numbers: [] }
  for await (const row of table.rows) {
    const found = read(row)
    if (isFault(found)) {
      faults.push(found)
      if (faults.length === FAULTS) break
    } else if (faults.length === 0) {
      piece.rows.push(found)
      piece.numbers.push(row.number)
    }
    if (piece.rows.length < PIECE) continue
    yield piece
    piece = { rows: [], numbers: [] }
  }
  if (faults.length > 0) throw new FaultyList(faults)
  if (piece.rows.length > 0) yield piece
}

/** The row of the file that a service refused as repeated; anything else passes unchanged. */
function repeated(thrown: unknown, { numbers }: Piece<unknown>): unknown {
  if (!(thrown instanceof Refusal) || thrown.code !== 'reference-row-repeated') return thrown
  const row = numbers[Number(thrown.fields[0])]
  return row === undefined
    ? thrown
    : new FaultyList([{ row, column: '', says: 'this row stands in the file twice', cure: 'Keep it once' }])
}

/**
 * Loads an official list whole or not at all: it is read row by row, sent in pieces, and counts when the last has
 * come. Whatever goes wrong, nothing of it is left to be seen, and it can be loaded again.
 */
export async function loadList<Row extends object>(
  client: OperatorClient,
  load: ListLoad<Row>,
  say: (line: string) => void,
): Promise<Loaded> {
  const reference = reach(client)
  const fileHash = await hashOf(load.path)
  const { partOnly } = load
  const begun = await reference().begin.mutate({ reference: load.reference, fileHash, partOnly })
  if (begun.outcome === 'loaded-before') return begun
  const { loadId } = begun
  try {
    const rows = await sendAll(reference, load, loadId, say)
    return await reference().finish.mutate({ loadId, rows })
  } catch (thrown) {
    // Where the service is away too, the next load of this list gives this one up.
    await reference()
      .abandon.mutate({ loadId })
      .catch(() => undefined)
    throw thrown
  } finally {
    await clear(reference).catch(() => undefined)
  }
}

async function sendAll<Row extends object>(
  reference: () => Reached,
  load: ListLoad<Row>,
  loadId: number,
  say: (line: string) => void,
): Promise<number> {
  let rows = 0
  let piece = 0
  let under = Promise.resolve()
  for await (const next of piecesOf(load)) {
    await under
    // One piece is under way while the next is read.
    under = load.append(reference(), { loadId, piece, rows: next.rows }).catch((thrown: unknown) => {
      throw repeated(thrown, next)
    })
    under.catch(() => undefined)
    const before = rows
    rows += next.rows.length
    piece += 1
    if (Math.floor(rows / PROGRESS) > Math.floor(before / PROGRESS)) {
      say(`${rows.toLocaleString('en-GB')} rows …`)
    }
  }
  await under
  return rows
}

async function clear(reference: () => Reached): Promise<void> {
  while ((await reference().clear.mutate({})).more);
}
