import {
  AreaId,
  CaseClock,
  countCase,
  ImportId,
  type InformationRequestState,
  limitEnd,
  limitsInForce,
  londonDayStart,
  noneCounted,
  type OpenCase,
  type OpenCaseFileState,
  type PlainDate,
  requireArea,
  SheetCounts,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseClocks } from '../case/case-clocks.ts'
import { type KeptLimits, keptLimits } from '../clock-settings/clock-settings-store.ts'
import { requires } from '../rpc.ts'
import { directoryOf, missingAgencies } from './agencies.ts'
import { type BundledCase, bundleOf, intakeFor } from './bundle-of.ts'
import { type FileRow, filesOf } from './file/file-rows.ts'

const Rehearsal = z.strictObject({
  sheets: SheetCounts,
  /** Cases with a time limit that has run out, by the limit; of each kind one is counted once a case. */
  overdue: z.partialRecord(CaseClock.shape.clock, z.int()),
  /** Agencies that would be added to the directory, by name. */
  toAdd: z.array(z.string()),
  /** Agencies nobody could write to: neither in the directory nor with a mailbox. */
  unknown: z.array(z.string()),
  /** Rows of the sheet of documents by what has come of each so far. */
  files: z.strictObject({
    awaited: z.array(z.int()),
    checking: z.array(z.int()),
    refused: z.array(z.int()),
    clean: z.array(z.int()),
    leftOut: z.array(z.int()),
  }),
})

const stateOf: Record<OpenCase['requests'][number]['outcome'], InformationRequestState> = {
  open: 'sent',
  returned: 'returned',
  'nothing-known': 'nothing-known',
}

/** The clocks of a case as they would stand today, from its original dates. */
function rehearsedClocks(
  { diedOn, open }: BundledCase,
  limits: readonly KeptLimits[],
  today: PlainDate,
): CaseClock[] {
  const last = open.meetings.find((meeting) => meeting.heldOn !== null && meeting.last)
  return caseClocks(
    {
      found: { diedOn, reviewedOn: open.reviewedOn },
      requests: open.requests.map(({ askedOn, dueOn, outcome, answeredOn }) => ({
        state: stateOf[outcome],
        sentOn: askedOn,
        dueOn: dueOn ?? limitEnd('agency-return', askedOn, limitsInForce(limits, askedOn)['agency-return']),
        acceptedAt: answeredOn === null ? null : londonDayStart(answeredOn),
      })),
      meetingDecidedOn: open.notHeld?.decidedOn ?? null,
      lastMeeting:
        last === undefined ? null : { heldOn: last.heldOn, reportReceivedOn: last.reportReceivedOn },
      holds: open.holds,
      proceedings: [],
      limits,
    },
    today,
  )
}

/** What has come of the files a bundle names. */
function rehearsedFiles(
  cases: readonly OpenCase[],
  kept: readonly FileRow[],
): z.infer<typeof Rehearsal>['files'] {
  const known = new Map(kept.map(({ rowNumber, state }) => [rowNumber, state]))
  const states = cases
    .flatMap(({ documents }) => documents.map(({ row }) => ({ row, state: known.get(row) ?? 'awaited' })))
    .sort((one, other) => one.row - other.row)
  const rowsIn = (...of: OpenCaseFileState[]) =>
    states.filter(({ state }) => of.includes(state)).map(({ row }) => row)
  return {
    awaited: rowsIn('awaited', 'coming'),
    checking: rowsIn('whole', 'received'),
    refused: rowsIn('refused'),
    clean: rowsIn('clean', 'taken'),
    leftOut: rowsIn('left-out'),
  }
}

/**
 * What would come of a checked bundle if it were signed off today: everything is worked out from its original dates by the
 * rules and settings that will hold, and nothing is written.
 * @throws Refusal `import-moved-on`
 */
export const rehearseOpenCases = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(Rehearsal)
  .query(async ({ ctx: { actor, assertion, parts }, input }) => {
    requirePerson(actor)
    const { areaId, importId } = input
    requireArea(actor, areaId)
    const bundle = await bundleOf(intakeFor({ assertion, parts }), { areaId, importId })
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      const limits = await keptLimits(tx, areaId)
      const overdue: Partial<Record<CaseClock['clock'], number>> = {}
      for (const one of bundle) {
        const late = rehearsedClocks(one, limits, today).filter((clock) => clock.overdue)
        for (const clock of new Set(late.map((found) => found.clock)))
          overdue[clock] = (overdue[clock] ?? 0) + 1
      }
      const cases = bundle.map(({ open }) => open)
      const { toAdd, unknown } = missingAgencies(cases, await directoryOf(tx, areaId, today))
      await parts.audit.record(tx, actor, areaId, {
        action: 'open-case-import.rehearse',
        object: { kind: 'import', id: importId },
        fieldClasses: ['agency-return'],
      })
      return {
        sheets: SheetCounts.strip().parse(cases.reduce(countCase, noneCounted())),
        overdue,
        toAdd: toAdd.map(({ name }) => name),
        unknown: unknown.map(({ name }) => name),
        files: rehearsedFiles(cases, await filesOf(tx, { areaId, importId })),
      }
    })
  })
