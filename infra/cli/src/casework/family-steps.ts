import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId, FamilyMemberId, FamilyMemberSaid, PlainDate } from '@cdop/domain'
import type { CaseGround } from './case-ground.ts'

const mother: FamilyMemberSaid = {
  relation: 'mother',
  noContact: null,
  hearsNothing: false,
  inError: false,
  details: {
    name: 'Invented Mother',
    livingApart: 'apart',
    language: 'Polish',
    interpreter: 'yes',
    safeContact: 'By text message first, never at work',
    safeTimes: 'After 5pm',
    noContactWhy: null,
  },
}
const father: FamilyMemberSaid = {
  ...mother,
  relation: 'father',
  noContact: 'police-investigation',
  details: {
    ...mother.details,
    name: 'Invented Father',
    safeContact: null,
    safeTimes: null,
    noContactWhy: 'Invented: the police ask that nobody speaks to him before they have',
  },
}

/** What an area's people do for the family of a child. */
export function familySteps({ client, areaId, staff, coordinator, keyOf }: CaseGround) {
  return {
    /** Gives the family the area's key worker, who records its parents, who the child was to them and what they ask. */
    async speakToFamily(caseId: CaseId, since: PlainDate): Promise<void> {
      const keyWorker = staff.holding('key-worker')
      if (keyWorker.kind !== 'person') throw new Error('a key worker is a person')
      const { personId } = keyWorker
      const office = (await client.onBehalfOf(coordinator)).to<CaseReviewRouter>('case-review')
      const keyed = (...what: readonly string[]) => ({
        areaId,
        caseId,
        key: keyOf('family', caseId, ...what),
      })
      await office.family.assignKeyWorker.mutate({ ...keyed('key-worker'), personId, from: since })
      const speaking = await client.onBehalfOf(keyWorker)
      const { family } = speaking.to<CaseReviewRouter>('case-review')
      const record = async (said: FamilyMemberSaid): Promise<FamilyMemberId> => {
        const recorded = await family.recordMember.mutate({ ...keyed(said.relation), changes: null, said })
        return recorded.familyMemberId
      }
      const askedBy = await record(mother)
      await record(father)
      await family.ask.mutate({
        ...keyed('question'),
        body: 'review-meeting',
        askedBy,
        askedOn: since,
        channel: 'in-person',
        asked: 'Invented: what could have been noticed earlier?',
      })
      await family.ask.mutate({
        ...keyed('question-to-panel'),
        body: 'panel',
        askedBy,
        askedOn: since,
        channel: 'in-person',
        asked: 'Invented: will other children be safer for what is learnt?',
      })
      await family.recordPortrait.mutate({
        ...keyed('portrait'),
        version: 0,
        wish: 'for-panel',
        toldBy: askedBy,
        toldOn: since,
        channel: 'in-person',
        words: 'Invented: loved the garden, and laughed at the rain. Everybody at home misses that laugh.',
      })
      await family.tell.mutate({
        ...keyed('leaflet'),
        familyMemberId: askedBy,
        told: { what: 'support', support: 'leaflet-given' },
        toldOn: since,
        channel: 'in-person',
        toldBy: 'The key worker',
        knowsWish: false,
      })
      await family.avoidDate.mutate({
        ...keyed('date'),
        avoided: { month: 6, day: 14, why: 'Invented: a birthday' },
      })
    },
  }
}
