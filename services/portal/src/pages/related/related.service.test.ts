import { CaseId, Instant, NotificationId, PersonId, PlainDate, RelatedId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, reference } from '../../testing/case-answers.ts'
import type { CaseAnswers } from '../../testing/case-services.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const relatedId = RelatedId.parse('0190d000-0000-7000-8000-0000000000b1')
const path = `/related/${relatedId}`
const diedOn = PlainDate.parse('2026-02-20')
const somebody = PersonId.parse('0190c000-0000-7000-8000-0000000000b2')
const elsewhere = CaseId.parse('0190c000-0000-7000-8000-0000000000b3')

const seenCase = (seen: CaseId) => ({
  caseId: seen,
  reference,
  state: 'gathering' as const,
  ageBand: '5-9y' as const,
  diedOn,
})

type Row = CaseAnswers['related.list']['rows'][number]
const row: Row = {
  relatedId,
  kind: 'sibling',
  reasons: ['same-parent', 'same-address'],
  state: 'proposed',
  proposedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  ground: null,
  decidedAt: null,
  decidedBy: null,
  toldAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  seenBy: [],
  children: [
    {
      notificationId: NotificationId.parse('0190d000-0000-7000-8000-0000000000b4'),
      receivedOn: diedOn,
      diedOn,
      caseId,
      caseReference: reference,
    },
    {
      notificationId: NotificationId.parse('0190d000-0000-7000-8000-0000000000b5'),
      receivedOn: PlainDate.parse('2026-03-01'),
      diedOn,
      caseId: null,
      caseReference: null,
    },
  ],
}
const identity = {
  familyName: child.familyName,
  givenNames: child.givenNames,
  nhsNumber: null,
  dateOfBirth: child.dateOfBirth,
  dateOfDeath: child.dateOfDeath,
  sex: 'female' as const,
  address: '2 Example Street',
  postcode: 'LS1 1UR',
}

let given: GivenCoordinator
let doctor: TestBrowser
beforeAll(async () => {
  given = await givenCoordinator()
  doctor = testBrowser(given.portal.app)
  await doctor.signIn('edmund.frost@lds.example')
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('related.list', { rows: [row] })
  services.answer('related.of', { rows: [row] })
  services.answer('related.unseen', { rows: [row] })
  services.answer('related.read', {
    related: row,
    identities: [identity, { ...identity, givenNames: 'Otoline' }],
  })
  services.answer('related.decide', { relatedId })
  services.answer('related.acknowledge', { relatedId })
  services.answer('case.admit', { rows: [seenCase(caseId)], pass: 'a pass' })
})
const proceduresCalled = () => given.services.calls.map(({ procedure }) => procedure)

describe('children who died and may be related', () => {
  test('are listed by what they may be and why, without a name, to decide first', async () => {
    const { status, body } = await given.browser.get('/related')
    expect(status).toBe(200)
    expect(body).toContain('<title>Related children and deaths – Child death reviews</title>')
    const main = mainOf(body)
    expect(main).toContain(`Case ${reference} and notification received 1 March 2026`)
    expect(main).toMatch(/Siblings[\s\S]*Same parent, same address/)
    expect(main).not.toContain(child.familyName)
    expect(main).not.toContain('not yet seen by you')
    expect(given.services.sent('related.list')).toMatchObject({ state: 'proposed' })
    await given.browser.get('/related?show=dismissed')
    expect(given.services.sent('related.list')).toMatchObject({ state: 'dismissed' })
  })

  test('of one case or one notification are there with a way back, or it is said that there are none', async () => {
    const main = mainOf((await given.browser.get(`/related?case=${caseId}`)).body)
    expect(main).toContain(reference)
    expect(given.services.sent('related.of')).toMatchObject({ whose: { kind: 'case', caseId } })
    given.services.answer('related.of', { rows: [] })
    const { body } = await given.browser.get(`/related?notification=${row.children[1].notificationId}`)
    expect(body).toContain('No other death is known that may be related')
    expect(body).toContain(`href="/notifications/${row.children[1].notificationId}"`)
  })

  test('of a case somebody declared a conflict in are in no list of theirs, and their page is not there', async () => {
    given.services.answer('case.admit', { rows: [seenCase(elsewhere)], pass: 'a pass' })
    for (const list of ['/related', '/related?show=confirmed', `/related?case=${caseId}`]) {
      expect(mainOf((await given.browser.get(list)).body), list).not.toContain(reference)
    }
    expect(mainOf((await doctor.get('/related')).body)).not.toContain(reference)
    expect(mainOf((await doctor.get('/')).body)).not.toContain('waits for you')
    given.services.answer('case.admit', { rows: [], pass: null })
    expect((await given.browser.get(path)).status).toBe(404)
    const answer = await given.browser.submit(path, {
      _action: 'decide',
      seen: 'proposed',
      ground: 'entered-wrongly',
    })
    expect(answer.status).toBe(404)
    expect(proceduresCalled()).not.toContain('related.decide')
  })

  test.each(nobodyElse)('are nothing to %s', async (subject) => {
    expect(await given.statusFor(subject, '/related')).toBe(403)
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})

describe('two children who may be related', () => {
  test('are shown with their names once case-review has let this person see the case', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain(`${child.givenNames} ${child.familyName}`)
    expect(main).toContain('Otoline')
    expect(main).toContain('2 Example Street, LS1 1UR')
    expect(main).toContain('Asked to look on 1 March 2026 at 10:00am. Not seen yet')
    expect(proceduresCalled()).toEqual(['related.read', 'case.admit', 'related.read'])
    expect(given.services.sent('related.read')).toMatchObject({ pass: 'a pass' })
    expect(main).not.toContain('I have seen this')
  })

  test('are decided on with the ground that was chosen; without one the page says so', async () => {
    const nothing = await given.browser.submit(path, { _action: 'decide', seen: 'proposed' })
    expect(nothing.status).toBe(422)
    expect(nothing.body).toContain('Select whether the children are related, and how you know')
    const answer = await given.browser.submit(path, {
      _action: 'decide',
      seen: 'proposed',
      ground: 'shared-address-only',
    })
    expect(answer.status).toBe(303)
    expect(given.services.sent('related.decide')).toMatchObject({
      relatedId,
      seen: 'proposed',
      decision: 'dismissed',
      ground: 'shared-address-only',
      pass: 'a pass',
    })
    given.services.refuse('related.decide', 'stale')
    const stale = await given.browser.submit(path, {
      _action: 'decide',
      seen: 'proposed',
      ground: 'records-show-it',
    })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Somebody else changed this')
  })

  test('that are decided say by whom and on what ground, and offer only the other decision', async () => {
    const decidedBy = given.portal.people.get('asha.linden@lds.example') ?? somebody
    const decided = {
      ...row,
      state: 'confirmed',
      ground: 'records-show-it',
      decidedAt: row.proposedAt,
      decidedBy,
    } as const
    given.services.answer('related.read', { related: decided, identities: [identity, identity] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Asha Linden, 1 March 2026 at 10:00am')
    expect(main).toContain('Change the decision')
    expect(main).toContain('Not related: different families')
    expect(main).not.toContain('value="records-show-it"')
  })

  test('are no page of anything else: a strange id, a strange form', async () => {
    expect((await given.browser.get('/related/nothing')).status).toBe(404)
    const strange = await given.browser.submit(path, { _action: 'erase', seen: 'proposed' })
    expect(strange.status).toBe(400)
    const unseen = await given.browser.submit(path, {
      _action: 'decide',
      seen: 'whatever',
      ground: 'records-show-it',
    })
    expect(unseen.status).toBe(400)
    expect((await given.browser.submit(path, { _action: 'seen' })).status).toBe(403)
  })
})

describe('the desk of the designated doctor', () => {
  test('holds another death in a household, from the start page on, until they say that they have seen it', async () => {
    expect(mainOf((await doctor.get('/')).body)).toContain('Another child death in a household waits for you')
    expect(mainOf((await doctor.get('/related')).body)).toMatch(/not yet seen by you[\s\S]*Siblings, found/)
    expect(mainOf((await doctor.get(path)).body)).toContain('I have seen this')
    const answer = await doctor.submit(path, { _action: 'seen' })
    expect(answer.status).toBe(303)
    expect(given.services.sent('related.acknowledge')).toMatchObject({ relatedId, pass: 'a pass' })
    const seenBy = [given.portal.people.get('edmund.frost@lds.example') ?? somebody]
    given.services.answer('related.read', { related: { ...row, seenBy }, identities: [identity, identity] })
    given.services.answer('related.unseen', { rows: [] })
    const seen = mainOf((await doctor.get(path)).body)
    expect(seen).not.toContain('I have seen this')
    expect(seen).toContain('Seen by Edmund Frost')
    expect(mainOf((await doctor.get('/')).body)).not.toContain('waits for you')
  })

  test('leads to no notification, which is not theirs to read', async () => {
    const main = mainOf((await doctor.get(path)).body)
    expect(main).toContain(`href="/cases/${caseId}"`)
    expect(main).not.toContain('href="/notifications/')
  })
})
