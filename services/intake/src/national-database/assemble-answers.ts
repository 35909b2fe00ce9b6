import { AreaId, CaseId, NationalValue, NotificationId, Refusal, requireArea } from '@cdop/domain'
import { type Answers, isNotKnown, NOT_KNOWN } from '@cdop/forms'
import { acceptPass } from '@cdop/rpc'
import { z } from 'zod'
import { notificationOfCase } from '../case/case-store.ts'
import type { KnownIdentity } from '../identity/child-identity.ts'
import { PassToken } from '../identity/read-identity.ts'
import { openRecord } from '../merge/known-record.ts'
import { answersAt } from '../notification/earlier-answers-store.ts'
import { findNotification } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { requires } from '../rpc.ts'
import { isToldByHand, nationalNotificationsOf } from './national-notification-store.ts'
import { requireCaseReview } from './require-case-review.ts'

const Assembled = z.strictObject({
  notificationId: NotificationId,
  /** Of the notification: asked for again, it gives the same answers. */
  version: z.int().positive(),
  /** Somebody told the national database elsewhere. */
  toldByHand: z.boolean(),
  /** By question. A blank one is left out. */
  answers: z.record(z.string(), NationalValue),
})

/** Questions whose answer is known better once records of the same child were merged. */
const mergedAnswers: Readonly<Record<string, (identity: KnownIdentity) => string | null>> = {
  'child-family-name': ({ familyName }) => familyName,
  'child-given-names': ({ givenNames }) => givenNames,
  'child-nhs-number': ({ nhsNumber }) => nhsNumber,
  'child-date-of-birth': ({ dateOfBirth }) => dateOfBirth,
  'child-sex': ({ sex }) => sex,
  'child-postcode': ({ postcode }) => postcode,
  'date-of-death': ({ dateOfDeath }) => dateOfDeath,
}

function travelling(answers: Answers, question: string): NationalValue | undefined {
  const answer = answers[question]
  if (answer === undefined) return undefined
  if (isNotKnown(answer)) return NOT_KNOWN
  return NationalValue.safeParse(answer).data
}

/**
 * What of a notification goes to the national database, for case-review to send: only what is asked for, of the version
 * asked for (null: the present one), as known since records of the child were merged. Audited before it is answered.
 * @throws Refusal `forbidden` to anybody but case-review; `not-found` without its pass, and unless it is accepted
 */
export const assembleAnswers = requires('national-submission:assemble')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      pass: PassToken,
      version: z.int().positive().nullable(),
      questions: z.array(z.string().max(80)).max(100),
    }),
  )
  .output(Assembled)
  .query(async ({ ctx: { actor, parts }, input: { areaId, caseId, pass: token, version, questions } }) => {
    requireCaseReview(actor)
    requireArea(actor, areaId)
    const pass = await acceptPass(parts.keyring, actor, token)
    if (!pass.caseIds.includes(caseId) || !pass.fieldClasses.includes('identity'))
      throw new Refusal('not-found')
    return parts.database.transaction(actor, async (tx) => {
      const notificationId = await notificationOfCase(tx, areaId, caseId)
      if (notificationId === null) throw new Refusal('not-found')
      const stored = await findNotification(tx, areaId, notificationId)
      if (stored.state !== 'accepted') throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'national-database.assemble',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity'],
      })
      const record = await openRecord(tx, parts.keys, areaId, notificationId)
      const then = version === null ? null : await answersAt(tx, areaId, notificationId, version)
      const owner = { areaId, notificationId, wrapped: stored.wrapped }
      const read = then === null ? record.read : openAnswers(parts.keys, owner, then)
      const answers: Record<string, NationalValue> = {}
      for (const question of questions) {
        const merged = record.identityFrom === null ? null : mergedAnswers[question]?.(record.identity)
        const answer = merged ?? travelling(read.answers, question)
        if (answer !== undefined) answers[question] = answer
      }
      const entries = await nationalNotificationsOf(tx, { areaId, notificationId })
      const toldByHand = isToldByHand(entries)
      return { notificationId, version: version ?? stored.version, toldByHand, answers }
    })
  })
