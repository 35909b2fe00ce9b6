import type { CaseReviewRouter } from '@cdop/case-review/api'
import { CASES_PER_PASS, type CaseExportId, type CaseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type CsvField, csvLine } from '@cdop/statistics'
import type { PersonVisit } from '../../page/visit.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { nextWords } from '../../wording/due-words.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { namedPeople } from '../case-people/part-people.ts'

type Client = ReturnType<typeof clientOf<CaseReviewRouter>>
type Begun = Awaited<ReturnType<Client['worklistFile']['begin']['query']>>
type Row = Awaited<ReturnType<Client['worklistFile']['rows']['query']>>['rows'][number]
type Chase = Begun['cases'][number]['chase']
type Name = { readonly familyName: string; readonly givenNames: string }

/** Some cases as they are to this person now; with who the children are where that was given a reason for. */
type Passed = { readonly rows: readonly Row[]; readonly names: ReadonlyMap<CaseId, Name> }

async function passOf(
  visit: PersonVisit,
  caseIds: CaseId[],
  caseExportId: CaseExportId | null,
): Promise<Passed> {
  const { areaId } = visit
  // Asked and signed anew for each: a slow line outlasts a session, a role and the word of a minute.
  const call = await visit.renewed()
  const { worklistFile } = call<CaseReviewRouter>('case-review')
  if (caseExportId === null) {
    return { ...(await worklistFile.rows.query({ areaId, caseIds })), names: new Map() }
  }
  const { rows, pass } = await worklistFile.rowsWithNames.query({ areaId, caseIds, caseExportId })
  if (pass === null) return { rows, names: new Map() }
  const shown = rows.map(({ caseId }) => caseId)
  const identities = await call<IntakeRouter>('intake').identity.read.query({ areaId, caseIds: shown, pass })
  return { rows, names: new Map(identities.map((one) => [one.caseId, one])) }
}

const text = (said: string): CsvField => ({ text: said })
const count = (counted: number): CsvField => ({ number: String(counted) })

/**
 * A worklist as the pieces of a CSV file: a heading, then at most 50 cases to a piece, each asked for when the one before
 * has left. The heading comes with the first cases, so that whatever refuses them refuses the whole file.
 */
export async function* fileLines(
  visit: PersonVisit,
  { shown, cases }: Begun,
  caseExportId: CaseExportId | null,
): AsyncGenerator<string> {
  const { nameOf } = await namedPeople(visit)
  const today = visit.parts.clock.today()
  const isChased = shown.view === 'awaiting-agencies'
  const columns = [
    'Case',
    ...(caseExportId === null ? [] : ['Family name', 'Given names']),
    ...['Age', 'Died', 'Stage', 'Coordinator', 'Not yet told'],
    ...['Agency forms sent', 'Agency forms returned', 'Agency forms overdue', 'Next', 'Next due on'],
    ...(isChased ? ['Chase first', 'Days sooner'] : []),
    ...(caseExportId === null ? [] : ['Taken out as']),
  ]
  const line = (row: Row, chase: Chase, name: Name | null): string =>
    csvLine([
      text(row.reference),
      ...(name === null ? [] : [text(name.familyName), text(name.givenNames)]),
      text(ageBandWords[row.ageBand]),
      text(row.diedOn),
      text(caseStateWords[row.state]),
      text(row.coordinatorId === null ? 'Nobody yet' : nameOf(row.coordinatorId)),
      count(row.notTold),
      ...[row.requests.sent, row.requests.returned, row.requests.overdue].map(count),
      text(nextWords(row.next, today)),
      text(row.next.dueOn ?? ''),
      ...(isChased ? [text(chase ? organisationKindWords[chase.kind] : ''), daysSooner(chase)] : []),
      ...(caseExportId === null ? [] : [text(caseExportId)]),
    ])
  let piece = `\uFEFF${csvLine(columns.map(text))}\r\n`
  const chases = new Map(cases.map(({ caseId, chase }) => [caseId, chase]))
  for (let from = 0; from < cases.length; from += CASES_PER_PASS) {
    const caseIds = cases.slice(from, from + CASES_PER_PASS).map(({ caseId }) => caseId)
    const { rows, names } = await passOf(visit, caseIds, caseExportId)
    for (const row of rows) {
      const name = caseExportId === null ? null : (names.get(row.caseId) ?? noName)
      piece += `${line(row, chases.get(row.caseId) ?? null, name)}\r\n`
    }
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

const noName: Name = { familyName: '', givenNames: '' }

function daysSooner(chase: Chase): CsvField {
  return chase === null || chase.days === null ? text('') : count(Number(chase.days.toFixed(1)))
}
