import {
  AreaId,
  CaseId,
  ImportId,
  Instant,
  NationalSubmissionId,
  NationalValue,
  NotificationId,
  OpenCase,
  PlainDate,
  Refusal,
  ResponseMeetingId,
  TransferId,
  TransferReason,
} from '@cdop/domain'
import type { KnownBy } from '@cdop/intake/api'
import { acceptPass, type Destination, procedures, rpcDoor } from '@cdop/rpc'
import type { GivenService } from '@cdop/service/testing'
import { z } from 'zod'
import { notifiedAnswers, receiptsTold } from './testing-notified.ts'

const { router, requires } = procedures<GivenService['rings']>()

/** The name of every child in these tests, as far as the screening knows. */
export const FAMILY_NAME = 'Quillfeather'

const screen = requires('identity:screen')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: z.string(), text: z.string().max(20_000) }))
  .output(z.strictObject({ found: z.array(z.enum(['name'])) }))
  .query(async ({ ctx: { actor, parts: rings }, input: { caseId, pass: token, text } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    if (!pass.caseIds.includes(caseId) || !pass.fieldClasses.includes('identity'))
      throw new Refusal('not-found')
    return { found: text.includes(FAMILY_NAME) ? ['name' as const] : [] }
  })

/** What intake knows a case by, where a test says more than the name of the child. */
export const recognisedBy = new Map<string, Partial<KnownBy>>()

/** Cases of which intake answers nothing but that something is broken. */
export const brokenInIntake = new Set<string>()

const recognise = requires('pack:identify')
  .input(z.strictObject({ areaId: AreaId, caseIds: z.array(CaseId), pass: z.string() }))
  .output(z.array(z.custom<KnownBy & { caseId: CaseId }>()))
  .query(async ({ ctx: { actor, parts: rings }, input: { caseIds, pass: token } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    if (!caseIds.every((caseId) => pass.caseIds.includes(caseId))) throw new Refusal('not-found')
    if (caseIds.some((caseId) => brokenInIntake.has(caseId))) throw new Error('something is broken')
    return caseIds.map((caseId) => ({
      caseId,
      children: [
        {
          familyName: FAMILY_NAME,
          givenNames: 'Marigold',
          nhsNumber: null,
          dateOfBirth: PlainDate.parse('2023-11-03'),
          dateOfDeath: PlainDate.parse('2026-02-10'),
          address: null,
          postcode: null,
        },
      ],
      alsoKnownAs: [],
      family: [],
      staff: [],
      places: [],
      addresses: [],
      postcodes: [],
      nhsNumbers: [],
      contacts: [],
      dates: [],
      ...recognisedBy.get(caseId),
    }))
  })

const requestCase = requires('transfer:request')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: z.string(),
      pass: z.string(),
      toAreaId: AreaId,
      reason: TransferReason,
      plan: z.string(),
    }),
  )
  .output(z.strictObject({ transferId: TransferId }))
  .mutation(async ({ ctx: { actor, parts: rings }, input: { caseId, pass: token, plan } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    if (!pass.caseIds.includes(caseId)) throw new Refusal('not-found')
    if (plan.includes(FAMILY_NAME)) throw new Refusal('identifiers-in-plan', ['name'])
    return { transferId: TransferId.parse('0190e000-0000-7000-8000-000000000001') }
  })

const answers = requires('national-submission:assemble')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      pass: z.string(),
      version: z.int().nullable(),
      questions: z.array(z.string()),
    }),
  )
  .output(
    z.strictObject({
      notificationId: NotificationId,
      version: z.int(),
      toldByHand: z.boolean(),
      answers: z.record(z.string(), NationalValue),
    }),
  )
  .query(async ({ ctx: { actor, parts: rings }, input: { caseId, pass: token, version, questions } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    if (!pass.caseIds.includes(caseId) || !pass.fieldClasses.includes('identity'))
      throw new Refusal('not-found')
    return notifiedAnswers(caseId, version, questions)
  })

const receipt = requires('national-submission:assemble')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      submissionId: NationalSubmissionId,
      receipt: z.string(),
      acknowledgedAt: Instant,
    }),
  )
  .output(z.void())
  .mutation(async ({ input }) => {
    receiptsTold.push({ caseId: input.caseId, submissionId: input.submissionId, receipt: input.receipt })
  })

/** Bundles intake has checked, by their import; a test puts them there. */
export const checkedBundles = new Map<
  string,
  { cases: { diedOn: PlainDate; open: OpenCase }[]; state: 'ready' | 'confirmed' }
>()

const openCases = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId, after: z.int() }))
  .output(
    z.strictObject({
      cases: z.array(z.strictObject({ row: z.int(), diedOn: PlainDate, open: OpenCase })),
      last: z.boolean(),
    }),
  )
  .query(({ input: { importId, after } }) => {
    const bundle = checkedBundles.get(importId)
    if (bundle?.state !== 'ready') throw new Refusal('import-moved-on')
    const [next] = bundle.cases.filter(({ open }) => open.row > after)
    if (next === undefined) return { cases: [], last: true }
    return { cases: [{ row: next.open.row, ...next }], last: false }
  })

const confirm = requires('notification:import')
  .input(
    z.strictObject({
      areaId: AreaId,
      importId: ImportId,
      key: z.string(),
      rows: z.int(),
      openCases: z.boolean(),
    }),
  )
  .output(z.strictObject({ state: z.literal('confirmed') }))
  .mutation(({ input: { importId, rows } }) => {
    const bundle = checkedBundles.get(importId)
    if (bundle?.state !== 'ready' || bundle.cases.length !== rows) throw new Refusal('import-moved-on')
    bundle.state = 'confirmed'
    return { state: 'confirmed' as const }
  })

const read = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(z.strictObject({ state: z.string() }))
  .query(({ input: { importId } }) => ({ state: checkedBundles.get(importId)?.state ?? 'cancelled' }))

/** Final discussions of responses, by their meeting; a test puts them there. */
export const finalDiscussions = new Map<
  string,
  { caseId: string; ownCaseId?: string; startsAt: Instant; endsAt: Instant }
>()

const finalDiscussion = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      responseMeetingId: ResponseMeetingId,
      pass: z.string(),
    }),
  )
  .output(z.unknown())
  .query(async ({ ctx: { actor, parts: rings }, input: { caseId, responseMeetingId, pass: token } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    const found = finalDiscussions.get(responseMeetingId)
    if (!pass.caseIds.includes(caseId) || found?.caseId !== caseId) throw new Refusal('not-found')
    const { startsAt, endsAt, ownCaseId = found.caseId } = found
    const attendees = [{ role: 'chair', name: 'Invented Chair', organisation: 'Example NHS Trust' }]
    return { startsAt, endsAt, ownCaseId, place: null, notes: { attendees, notes: 'Discussed in full' } }
  })

/** Intake as case-review meets it: the real door, tokens and passes, with a few procedures behind it. */
export function intakeOverTheWire(rings: GivenService['rings']): NonNullable<Destination['fetch']> {
  const app = rpcDoor({
    service: 'intake',
    router: router({
      identity: router({ screen, recognise }),
      transfer: router({ requestCase }),
      responseRecord: router({ finalDiscussion }),
      nationalDatabase: router({ answers, receipt }),
      import: router({ openCases, confirm, read }),
    }),
    keyring: rings.intake,
    asserters: ['portal'],
    parts: rings,
    report: () => {},
  })
  return async (request) => app.fetch(request)
}
