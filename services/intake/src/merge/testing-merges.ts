import { givenPerson } from '@cdop/database/testing'
import {
  type CaseId,
  DuplicateReviewId,
  type MergeId,
  type MergeSource,
  type NotificationId,
  type Person,
} from '@cdop/domain'
import { aKey, givenIntake } from '../testing.ts'
import type { IdentityField } from './merged-identity.ts'

/** Every field from the surviving record, but for those named. */
export function keeping(fromMerged: readonly IdentityField[] = []): Record<IdentityField, MergeSource> {
  const kept: Record<IdentityField, MergeSource> = {
    familyName: 'surviving',
    givenNames: 'surviving',
    nhsNumber: 'surviving',
    dateOfBirth: 'surviving',
    dateOfDeath: 'surviving',
    sex: 'surviving',
    address: 'surviving',
    postcode: 'surviving',
  }
  for (const field of fromMerged) kept[field] = 'merged'
  return kept
}

export type Proposing = {
  surviving: NotificationId
  cases?: readonly CaseId[]
  fromMerged?: readonly IdentityField[]
  by?: Person
}

/** Intake with a second coordinator, and what people do about duplicates. */
export async function givenMerging() {
  const intake = await givenIntake()
  const { areaId } = intake.mine
  const second = givenPerson(['coordinator'], areaId)
  const passFor = async (person: Person, cases: readonly CaseId[]) =>
    cases.length === 0 ? {} : { pass: await intake.pass(person, cases) }

  /** A pair as matching proposes it, whatever it thinks of these two. */
  async function proposedPair(one: NotificationId, other: NotificationId): Promise<DuplicateReviewId> {
    const { look } = intake.test
    await look`
      insert into intake.duplicate_reviews (area_id, id, notification_id, candidate_area_id, candidate_notification_id,
        probability, reasons, state, proposed_at)
      values (${areaId}, ${aKey()}, ${one}, ${areaId}, ${other}, 0.97, '["same-nhs-number"]', 'open',
        ${intake.clock.now()})
      on conflict do nothing`
    const [found] = await look`
      select id from intake.duplicate_reviews
      where area_id = ${areaId} and ${one}::uuid in (notification_id, candidate_notification_id)
        and ${other}::uuid in (notification_id, candidate_notification_id)`
    return DuplicateReviewId.parse(found?.['id'])
  }

  async function decide(
    reviewId: DuplicateReviewId,
    decision: 'same' | 'different' | 'unsure',
    cases: readonly CaseId[] = [],
  ): Promise<void> {
    const given = await passFor(intake.coordinator, cases)
    const { duplicateReview } = intake.as(intake.coordinator)
    const { state: seen } = await duplicateReview.read({ areaId, reviewId, ...given })
    await duplicateReview.decide({ areaId, reviewId, key: aKey(), seen, decision, ...given })
  }

  async function propose(
    reviewId: DuplicateReviewId,
    { surviving, cases = [], fromMerged = [], by = intake.coordinator }: Proposing,
  ): Promise<MergeId> {
    const given = await passFor(by, cases)
    const provenance = keeping(fromMerged)
    const { mergeId } = await intake
      .as(by)
      .merge.propose({ areaId, reviewId, key: aKey(), surviving, provenance, ...given })
    return mergeId
  }

  /** A step on a merge as its newest version was seen. */
  async function step(
    verb: 'confirm' | 'decline' | 'withdraw' | 'undo',
    mergeId: MergeId,
    { by = second, cases = [] }: { by?: Person; cases?: readonly CaseId[] } = {},
  ) {
    const { merge } = intake.as(by)
    const { version } = await merge.read({ areaId, mergeId })
    return merge[verb]({ areaId, mergeId, key: aKey(), version, ...(await passFor(by, cases)) })
  }

  /** Everything intake holds of some records but for audit, versions and what was decided about pairs. */
  async function exported(ids: readonly NotificationId[]): Promise<string> {
    const [row] = await intake.test.look<{ everything: string }[]>`
      with mine as (select id, case_id from intake.notifications where id = any (${[...ids]}::uuid[]))
      select jsonb_build_object(
        'notifications', (select jsonb_agg(to_jsonb(n) - 'version' order by n.id)
          from intake.notifications n where n.id in (select id from mine)),
        'cases', (select jsonb_agg(to_jsonb(c) order by c.case_id)
          from intake.cases c where c.case_id in (select case_id from mine)),
        'children', (select jsonb_agg(to_jsonb(h) order by h.case_id)
          from intake.children h where h.case_id in (select case_id from mine)),
        'keys', (select jsonb_agg(to_jsonb(k) order by k.subject) from intake.data_keys k
          where k.subject in (select id from mine union select case_id from mine)),
        'people', (select jsonb_agg(to_jsonb(p) order by p.notification_id)
          from intake.match_people p where p.notification_id in (select id from mine)),
        'matching', (select jsonb_agg(to_jsonb(m) order by m.notification_id, m.key)
          from intake.match_keys m where m.notification_id in (select id from mine)),
        'searching', (select jsonb_agg(to_jsonb(s) order by s.notification_id, s.key)
          from intake.search_keys s where s.notification_id in (select id from mine))
      )::text as everything`
    return row?.everything ?? ''
  }

  const eventsAbout = (subject: string) => intake.test.look<{ type: string; payload: unknown }[]>`
    select type, payload from intake.events where subject = ${subject} order by version`

  return { ...intake, areaId, second, passFor, proposedPair, decide, propose, step, exported, eventsAbout }
}
export type GivenMerging = Awaited<ReturnType<typeof givenMerging>>
