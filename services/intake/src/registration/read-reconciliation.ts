import type { Db } from '@cdop/database'
import {
  AgeBand,
  AreaId,
  CaseId,
  CaseReference,
  NotificationId,
  PlainDate,
  RegistrationStanding,
  registrationStanding,
  requireArea,
  Sex,
  stillMaturing,
} from '@cdop/domain'
import { CaptureRecapture, captureRecapture, ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { MatchReasons } from '../matching/proposed-reasons.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { RegisteredDeathState, unplaced } from './registered-death-store.ts'

const NotNotified = z.strictObject({
  registeredDeathId: z.uuid(),
  version: z.int(),
  state: RegisteredDeathState,
  entryNumber: z.string(),
  registeredOn: PlainDate,
  diedOn: PlainDate,
  bornOn: PlainDate.nullable(),
  familyName: z.string(),
  givenNames: z.string(),
  sex: Sex,
  byCoroner: z.boolean(),
  /** The notification that may be of this child, how likely it is, from 0 to 1, and why. */
  notificationId: NotificationId.nullable(),
  probability: z.number().nullable(),
  reasons: MatchReasons,
})

const NotRegistered = z.strictObject({
  notificationId: NotificationId,
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  diedOn: PlainDate,
  ageBand: AgeBand.nullable(),
  standing: RegistrationStanding,
  /** Days since the death: how long it has taken so far. */
  days: z.int(),
})

/** Why there is no estimate of how many deaths both lists miss. */
const NoEstimate = z.enum(['no-list', 'still-maturing', 'too-few-on-both'])

const Reconciliation = z.strictObject({
  year: z.strictObject({ code: z.string(), label: z.string() }),
  counts: z.strictObject({
    notified: z.int(),
    registered: z.int(),
    both: z.int(),
    notForPanel: z.int(),
  }),
  /** Registered, and nobody notified it as far as is known: at most 200. */
  notNotified: z.array(NotNotified),
  /** Notified, and on no list: at most 200, the longest ago first. */
  notRegistered: z.array(NotRegistered),
  estimate: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('told'), of: CaptureRecapture }),
    z.strictObject({ is: z.literal('none'), because: NoEstimate }),
  ]),
})

type Period = { areaId: AreaId; from: PlainDate; until: PlainDate }

async function countDeaths(tx: Db, { areaId, from, until }: Period) {
  const [row] = await tx<{ notified: number; registered: number; both: number; notForPanel: number }[]>`
    select
      (select count(*) from intake.notifications n
        where n.area_id = ${areaId} and n.died_on between ${from} and ${until} and n.state in ('received', 'accepted')
      ) as notified,
      count(*) filter (where d.state <> 'not-for-panel') as registered,
      count(distinct d.notification_id) filter (where d.state = 'matched' and n.state in ('received', 'accepted')) as both,
      count(*) filter (where d.state = 'not-for-panel') as not_for_panel
    from intake.registered_deaths d
    left join intake.notifications n on n.area_id = d.area_id and n.id = d.notification_id
    where d.area_id = ${areaId} and d.died_on between ${from} and ${until}
  `
  return row ?? { notified: 0, registered: 0, both: 0, notForPanel: 0 }
}

const Unregistered = z.object({
  notificationId: NotificationId,
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  diedOn: PlainDate,
  ageBand: AgeBand.nullable(),
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
})

async function notRegistered(tx: Db, { keys, clock }: Parts, { areaId, from, until }: Period) {
  const rows = await tx`
    select n.id as notification_id, n.case_id, c.reference as case_reference, n.died_on, n.age_band, n.form_version,
      n.answers, k.wrapped
    from intake.notifications n
    join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
    left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
    where n.area_id = ${areaId} and n.died_on between ${from} and ${until} and n.state in ('received', 'accepted')
      and not exists (
        select from intake.registered_deaths d
        where d.area_id = n.area_id and d.notification_id = n.id and d.state = 'matched'
      )
    order by n.died_on, n.id
    limit 200
  `
  return rows.map((row) => {
    const { answers: sealed, wrapped, formVersion, ...shown } = Unregistered.parse(row)
    const { notificationId, diedOn } = shown
    const { answers } = openAnswers(
      keys,
      { areaId, notificationId, wrapped },
      { answers: sealed, formVersion },
    )
    const coronerReferral = String(answers['coroner-referral'] ?? '')
    return {
      ...shown,
      ...registrationStanding({ diedOn, coronerReferral, registered: false }, clock.today()),
    }
  })
}

function estimateOf(
  { notified, registered, both }: { notified: number; registered: number; both: number },
  lastDay: PlainDate,
  today: PlainDate,
): z.infer<typeof Reconciliation>['estimate'] {
  if (registered === 0) return { is: 'none', because: 'no-list' }
  if (stillMaturing(lastDay, today)) return { is: 'none', because: 'still-maturing' }
  const found = captureRecapture({ first: notified, second: registered, both })
  return found === null ? { is: 'none', because: 'too-few-on-both' } : { is: 'told', of: found }
}

/**
 * Deaths of a reporting year as notified and as registered, held against each other in both directions. Who was
 * registered and not notified is named: there is no case yet, and somebody must be able to look for the child.
 * Audited before it is answered; not for publication.
 */
export const readReconciliation = requires('registration:read')
  .input(z.strictObject({ areaId: AreaId, reportingYear: ReportingYearCode }))
  .output(Reconciliation)
  .query(({ ctx: { actor, parts }, input: { areaId, reportingYear } }) => {
    requireArea(actor, areaId)
    const year = reportingYearFrom(reportingYear)
    const [from, until] = [PlainDate.parse(year.start), PlainDate.parse(year.end)]
    const period = { areaId, from, until }
    return parts.database.transaction(actor, async (tx) => {
      const counts = await countDeaths(tx, period)
      const waiting = await unplaced(tx, parts.keys, areaId, from, until)
      await parts.audit.record(tx, actor, areaId, {
        action: 'registration.read',
        object: { kind: 'reporting-year', id: year.code },
        fieldClasses: waiting.length > 0 ? ['identity'] : [],
      })
      return {
        year: { code: year.code, label: year.label },
        counts,
        notNotified: waiting.map(({ id, version, state, notificationId, probability, reasons, death }) => ({
          registeredDeathId: id,
          version,
          state,
          notificationId,
          probability,
          reasons,
          entryNumber: death.entryNumber,
          registeredOn: death.registeredOn,
          diedOn: death.diedOn,
          bornOn: death.bornOn,
          familyName: death.familyName,
          givenNames: death.givenNames,
          sex: death.sex,
          byCoroner: death.byCoroner,
        })),
        notRegistered: await notRegistered(tx, parts, period),
        estimate: estimateOf(counts, until, parts.clock.today()),
      }
    })
  })
