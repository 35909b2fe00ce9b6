import type { Db } from '@cdop/database'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  Area,
  AreaId,
  actorKey,
  type CaseId,
  CasePass,
  type CaseReference,
  type DuplicateDecision,
  type DuplicateReviewId,
  daysBetween,
  EventId,
  type FieldClass,
  type NotificationId,
  PlainDate,
  RequestId,
} from '@cdop/domain'
import { answersFrom, formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import type { Mail } from '@cdop/mail'
import { keptMail } from '@cdop/mail/testing'
import { issuePass } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { router } from './api.ts'
import { migrations } from './app.ts'
import type { Parts } from './parts.ts'
import { callerOf } from './rpc.ts'

export const TODAY = PlainDate.parse('2026-03-02')
export const form = formInForce(statutoryForms, NOTIFICATION_FORM, TODAY)

/** An invented child; each test changes what it is about. */
export const child = {
  familyName: 'Quillfeather',
  givenNames: 'Marigold Anneka',
  nhsNumber: '9990000018',
  dateOfBirth: '2019-07-11',
  sex: 'female',
  ethnicCategory: 'A',
  address: '7 Invented Crescent, Nowhere Garth',
  postcode: 'LS1 1UR',
}

const death = {
  dateOfDeath: '2026-02-27',
  placeOfDeath: 'home',
  expectedness: 'unexpected',
  jarTriggers: ['sudden-no-apparent-cause'],
  circumstances: 'Found unresponsive beside the zephyrwood table',
  coronerReferral: 'investigation-opened',
}

/** Asked of a child under 28 days: a test that says something of the birth and no date is about a newborn. */
function bornAsGiven({ child: changes = {} }: Given): object {
  const { dateOfDeath } = death
  const born: object = 'bornAlive' in changes ? { dateOfBirth: dateOfDeath, ...changes } : changes
  const bornOn = PlainDate.safeParse('dateOfBirth' in born ? born.dateOfBirth : child.dateOfBirth)
  const days = bornOn.success ? daysBetween(bornOn.data, PlainDate.parse(dateOfDeath)) : -1
  return days >= 0 && days < 28 ? { bornAlive: 'yes', ...born } : born
}

type Given = { child?: object; death?: object; residence?: string; parents?: readonly object[] }

/** Wire answers of a complete notification form. */
export function givenAnswers(given: Given = {}): Record<string, unknown> {
  return answersFrom(form, {
    notifier: {
      name: 'Orla Pennywhistle',
      role: 'Paediatrician',
      organisation: 'Invented Infirmary',
      contact: 'notifier@infirmary.example',
    },
    child: { ...child, ...bornAsGiven(given) },
    residence: { localAuthority: given.residence ?? 'E08000035' },
    death: { ...death, ...given.death },
    ...(given.parents && { parents: given.parents }),
    agencies: [{ kind: 'gp', name: 'Invented Surgery' }],
  })
}

export function givenArea(code = 'LDS', authority = 'E08000035'): Area {
  return Area.parse({
    areaId: crypto.randomUUID(),
    code,
    name: 'Invented Area',
    authorities: [{ code: authority, name: 'Invented City', from: '2019-04-01', until: null }],
    partners: [{ name: 'Invented Integrated Care Board', from: '2022-07-01', until: null }],
    controllers: [{ name: 'Invented City Council', from: '2019-04-01', until: null }],
  })
}

export const aKey = () => crypto.randomUUID()

/** The router as an actor calls it, past the network. */
export const calling = (actor: Actor, parts: Parts) =>
  callerOf(router)({ actor, caller: 'portal', assertion: null, parts })

export type GivenIntake = GivenService & {
  parts: Parts
  mine: Area
  theirs: Area
  coordinator: Extract<Actor, { kind: 'person' }>
  stranger: Extract<Actor, { kind: 'person' }>
  as(actor: Actor): ReturnType<typeof calling>
  /** The portal says what an area is; `version` counts how often it has. */
  hear(area: Area, version?: number): Promise<void>
  submit(given?: Given, actor?: Actor): Promise<NotificationId>
  accept(notificationId: NotificationId): Promise<{ caseId: CaseId; caseReference: CaseReference }>
  /** Somebody decided of every record a notification may be the same child as that it is not. */
  settle(notificationId: NotificationId): Promise<void>
  /** Somebody compares a notification with a case and says whether it is the same child. */
  compare(
    notificationId: NotificationId,
    caseId: CaseId,
    decision: DuplicateDecision,
  ): Promise<DuplicateReviewId>
  /** A pass case-review would issue to this actor for this request. */
  pass(actor: Actor, caseIds: readonly CaseId[], fieldClasses?: readonly FieldClass[]): Promise<string>
}

/** The children of these tests are told apart by their NHS numbers: where those differ, somebody has decided so. */
async function settleByNumber(look: Db, notificationId: NotificationId): Promise<void> {
  await look`
    update intake.duplicate_reviews r
    set state = 'different', decided_at = '2026-03-02', decided_by = gen_random_uuid()
    from intake.notifications n, intake.notifications o
    where r.state = 'open' and r.candidate_area_id = r.area_id
      and n.id = ${notificationId} and n.id in (r.notification_id, r.candidate_notification_id)
      and o.id in (r.notification_id, r.candidate_notification_id) and o.id <> n.id
      and o.nhs_number_index is distinct from n.nhs_number_index`
}

/** Intake over a database of its own, with two areas and a coordinator in each. */
export async function givenIntake({ mail = keptMail() }: { mail?: Mail } = {}): Promise<GivenIntake> {
  const service = await givenService('intake', migrations)
  const { rings } = service
  const parts: Parts = { ...service.parts, mail, portalPublicUrl: 'http://127.0.0.1:3000' }
  const mine = givenArea()
  const theirs = givenArea('BFD', 'E08000032')
  const coordinator = givenPerson(['coordinator'], mine.areaId)
  const as = (actor: Actor) => calling(actor, parts)

  async function hear(area: Area, version = 1): Promise<void> {
    const requestId = RequestId.parse(aKey())
    const portal: Actor = {
      kind: 'service',
      service: 'portal',
      areaId: area.areaId,
      onBehalfOf: null,
      requestId,
    }
    await as(portal).event.receive({
      publisher: 'portal',
      events: [
        {
          id: EventId.parse(aKey()),
          areaId: area.areaId,
          subject: area.areaId,
          version,
          type: 'area.defined.v1',
          payload: area,
          recordedAt: parts.clock.now(),
          requestId,
        },
      ],
    })
  }
  const passFor: GivenIntake['pass'] = (actor, caseIds, fieldClasses = ['identity']) =>
    issuePass(
      rings['case-review'],
      CasePass.parse({ holder: actorKey(actor), caseIds, fieldClasses, requestId: actor.requestId }),
    )
  await hear(mine)
  await hear(theirs)

  return {
    ...service,
    parts,
    mine,
    theirs,
    coordinator,
    stranger: givenPerson(['coordinator'], theirs.areaId),
    as,
    hear,
    async submit(given = {}, actor = coordinator) {
      const areaId = actor.kind === 'person' ? AreaId.parse(actor.areaIds[0]) : mine.areaId
      const { notificationId } = await as(actor).notification.submit({
        areaId,
        key: aKey(),
        formVersion: form.version,
        answers: givenAnswers(given),
        receivedOn: TODAY,
      })
      return notificationId
    },
    async accept(notificationId) {
      const { areaId } = mine
      await settleByNumber(service.test.look, notificationId)
      return as(coordinator).notification.accept({ areaId, notificationId, key: aKey(), version: 1 })
    },
    async settle(notificationId) {
      await service.test.look`
        update intake.duplicate_reviews
        set state = 'different', decided_at = '2026-03-02', decided_by = gen_random_uuid()
        where state = 'open' and ${notificationId}::uuid in (notification_id, candidate_notification_id)`
    },
    async compare(notificationId, caseId, decision) {
      const { areaId } = mine
      const cases = [caseId]
      const { caseId: own } = await as(coordinator).notification.read({ areaId, notificationId })
      if (own !== null) cases.push(own)
      const pass = await passFor(coordinator, cases)
      const { duplicateReview } = as(coordinator)
      const { reviewId } = await duplicateReview.raise({
        areaId,
        notificationId,
        with: { caseId },
        key: aKey(),
        pass,
      })
      const { state: seen } = await duplicateReview.read({ areaId, reviewId, pass })
      await duplicateReview.decide({ areaId, reviewId, key: aKey(), seen, decision, pass })
      return reviewId
    },
    pass: passFor,
  }
}

/** A complete submission, right but for the changes. */
export const submissionTo = ({ areaId }: Area, changes: object = {}) => ({
  areaId,
  key: aKey(),
  formVersion: form.version,
  answers: givenAnswers({ child: { nhsNumber: '9990000026' } }),
  receivedOn: TODAY,
  ...changes,
})

/** A decision on a notification as it was received, right but for the changes. */
export const decisionOn = (notificationId: NotificationId, { areaId }: Area, changes: object = {}) => ({
  areaId,
  notificationId,
  key: aKey(),
  version: 1,
  ...changes,
})
