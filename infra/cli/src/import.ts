import { access } from 'node:fs/promises'
import { areasOfIndex, DeprivationIndex, readPostcodeEdition, SYSTEM_AREA } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { PlainError } from '@cdop/postgres'
import { TableRefusal } from '@cdop/tabular'
import { optionsIn } from './options.ts'
import { type DeprivationRow, deprivationLayout } from './reference-list/deprivation-layout.ts'
import { FaultyList } from './reference-list/list-fault.ts'
import { type ListLoad, type Loaded, loadList, type Reference } from './reference-list/load-list.ts'
import { type PostcodeRow, postcodeLayout } from './reference-list/postcode-layout.ts'
import { clientOfRunning } from './stack/client-of-running.ts'
import type { OperatorClient } from './stack/operator-client.ts'
import { ownSurroundings, type Surroundings } from './surroundings.ts'

const USAGE = `Say what to load:

npm run cdop -- import postcodes FILE --edition ONSPD_FEB_2026 [--part]
npm run cdop -- import deprivation FILE --index IMD2019 --lsoa 2011 [--part]
npm run cdop -- import list`

const ANOTHER_LIST = 'Take the file as it was published, and check that it is this list'

/** A whole directory of postcodes has some 2.7 million rows of some 500 bytes. */
const postcodeLimits = { bytes: 8 * 1024 ** 3, rows: 6_000_000 }

type Around = Pick<Surroundings, 'place' | 'say'>

/**
 * `cdop import postcodes|deprivation FILE …`: loads an official list, whole or not at all; `cdop import list`: says
 * which are loaded. Exit code 1 when the file is not the list it is said to be.
 */
export async function importList(
  [what, ...args]: readonly string[],
  around: Around = ownSurroundings(),
  connected: () => Promise<OperatorClient> = () => clientOfRunning(around.place),
): Promise<number> {
  if (what === 'list') {
    optionsIn(args, {})
    return listAll(await connected(), around)
  }
  const [file, ...rest] = args
  if (file === undefined || file.startsWith('--')) throw new PlainError(USAGE)
  if (what === 'postcodes') return load(postcodesIn(file, rest), around, connected)
  if (what === 'deprivation') return load(deprivationIn(file, rest), around, connected)
  throw new PlainError(USAGE)
}

function postcodesIn(path: string, args: readonly string[]): ListLoad<PostcodeRow> {
  const options = optionsIn(args, { edition: { type: 'string' }, part: { type: 'boolean' } })
  const edition = readPostcodeEdition(options.edition ?? '')
  if (edition === null) {
    throw new PlainError(
      'Say which edition the file is, as its publisher names it: --edition ONSPD_FEB_2026, or NSPL_FEB_2026.',
    )
  }
  return {
    path,
    reference: { list: edition.product, edition: edition.month },
    partOnly: options.part === true,
    layout: postcodeLayout,
    append: (reference, piece) => reference.appendPostcodes.mutate(piece),
    limits: postcodeLimits,
  }
}

function deprivationIn(path: string, args: readonly string[]): ListLoad<DeprivationRow> {
  const options = optionsIn(args, {
    index: { type: 'string' },
    lsoa: { type: 'string' },
    part: { type: 'boolean' },
  })
  const index = DeprivationIndex.safeParse(options.index?.toUpperCase())
  const known = DeprivationIndex.options.map(
    (one) => `--index ${one} --lsoa ${areasOfIndex[one].lsoaVersion}`,
  )
  if (!index.success || options.lsoa !== areasOfIndex[index.data].lsoaVersion) {
    throw new PlainError(
      `Say which index the file is, with the small areas it stands on: ${known.join(', or ')}.`,
    )
  }
  return {
    path,
    reference: { list: index.data, edition: areasOfIndex[index.data].lsoaVersion },
    partOnly: options.part === true,
    layout: deprivationLayout(index.data),
    append: (reference, piece) => reference.appendDeprivation.mutate(piece),
    limits: {},
  }
}

async function load<Row extends object>(
  what: ListLoad<Row>,
  { say }: Around,
  connected: () => Promise<OperatorClient>,
): Promise<number> {
  await access(what.path).catch(() => {
    throw new PlainError('The file cannot be read: check its name.')
  })
  const client = await connected()
  const began = performance.now()
  try {
    const loaded = await loadList(client, what, say)
    const seconds = (performance.now() - began) / 1000
    say(inWords(loaded, what.reference, seconds))
    return loaded.outcome === 'not-whole' ? 1 : 0
  } catch (thrown) {
    if (thrown instanceof TableRefusal) {
      const { fault, row, column, says } = thrown
      const cure = fault === 'missing-column' ? ANOTHER_LIST : thrown.cure
      say(`${where(row, column)}${says}. ${cure}.`)
    } else if (thrown instanceof FaultyList) {
      for (const { row, column, says, cure } of thrown.faults) say(`${where(row, column)}${says}. ${cure}.`)
    } else throw thrown
    say('Nothing was loaded.')
    return 1
  }
}

const number = (count: number) => count.toLocaleString('en-GB')

function where(row: number | undefined, column: string | undefined): string {
  const places = [
    ...(row === undefined ? [] : [`row ${number(row)}`]),
    ...(column === undefined || column === '' ? [] : [`column ${column}`]),
  ]
  return places.length === 0 ? '' : `${places.join(', ').replace(/^./, (first) => first.toUpperCase())}: `
}

function named({ list, edition }: Reference): string {
  return `${list} ${list.startsWith('IMD') ? `(small areas of ${edition})` : edition}`
}

function inWords(loaded: Loaded, reference: Reference, seconds: number): string {
  switch (loaded.outcome) {
    case 'loaded-before':
      return `This file is loaded already, as ${named(loaded.as)}: nothing is to be done.`
    case 'not-whole':
      return `Nothing was loaded: the file has ${number(loaded.rows)} rows, and a whole one has ${number(loaded.expected)} or more. Take the whole file, or say --part if it is meant to be a part.`
    case 'in-force':
      return `${named(reference)}: ${number(loaded.rows)} rows loaded in ${seconds.toFixed(1)} s (${number(Math.round(loaded.rows / seconds))} a second)${loaded.replaced ? ', in the place of the file loaded before' : ''}.`
  }
}

async function listAll(client: OperatorClient, { say }: Around): Promise<number> {
  const lists = await client.onOwnAccount(SYSTEM_AREA).to<IntakeRouter>('intake').reference.list.query({})
  for (const { reference, rows, partOnly, loadedAt } of lists) {
    say(
      `${named(reference)}: ${number(rows)} rows${partOnly ? ', a part' : ''}, loaded ${loadedAt.slice(0, 10)}`,
    )
  }
  if (lists.length === 0) say('No list is loaded yet.')
  return 0
}
