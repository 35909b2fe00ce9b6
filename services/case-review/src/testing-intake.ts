import {
  AreaId,
  CaseId,
  Instant,
  NationalSubmissionId,
  NationalValue,
  NotificationId,
  Refusal,
  TransferId,
  TransferReason,
} from '@cdop/domain'
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

/** Intake as case-review meets it: the real door, tokens and passes, with a few procedures behind it. */
export function intakeOverTheWire(rings: GivenService['rings']): NonNullable<Destination['fetch']> {
  const app = rpcDoor({
    service: 'intake',
    router: router({
      identity: router({ screen }),
      transfer: router({ requestCase }),
      nationalDatabase: router({ answers, receipt }),
    }),
    keyring: rings.intake,
    asserters: ['portal'],
    parts: rings,
    report: () => {},
  })
  return async (request) => app.fetch(request)
}
