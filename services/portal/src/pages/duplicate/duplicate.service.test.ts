import {
  AreaId,
  CaseId,
  DuplicateReviewId,
  Instant,
  MergeId,
  NotificationId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admittedCase, caseId, child, openCase, reference } from '../../testing/case-answers.ts'
import type { CaseAnswers } from '../../testing/case-services.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { readNotification } from '../../testing/notification-answers.ts'

const reviewId = DuplicateReviewId.parse('0190d000-0000-7000-8000-0000000000a1')
const mergeId = MergeId.parse('0190d000-0000-7000-8000-0000000000a2')
const known = NotificationId.parse('0190d000-0000-7000-8000-0000000000a3')
const later = NotificationId.parse('0190d000-0000-7000-8000-0000000000a4')
const survivor = CaseId.parse('0190c000-0000-7000-8000-0000000000a5')
const somebody = PersonId.parse('0190c000-0000-7000-8000-0000000000a6')
const at = Instant.parse('2026-03-01T10:00:00.000Z')
const receivedOn = PlainDate.parse('2026-02-23')
const path = `/duplicates/${reviewId}`

type Review = CaseAnswers['duplicateReview.read']
const identity = {
  familyName: child.familyName,
  givenNames: child.givenNames,
  nhsNumber: child.nhsNumber,
  dateOfBirth: child.dateOfBirth,
  dateOfDeath: child.dateOfDeath,
  sex: 'female',
  address: null,
  postcode: 'LS1 1UR',
}
const ofCase: Review['records'][number] = {
  notificationId: known,
  state: 'accepted',
  receivedOn,
  submittedAt: at,
  caseId,
  caseReference: reference,
  passFor: caseId,
  identity,
  sections: readNotification.sections,
}
const ofNotification: Review['records'][number] = {
  ...ofCase,
  notificationId: later,
  state: 'received',
  submittedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
  caseId: null,
  caseReference: null,
  passFor: null,
  identity: { ...identity, givenNames: 'Otoline', address: '2 Example Street' },
}
const review: Review = {
  reviewId,
  state: 'open',
  decidedBy: null,
  decidedAt: null,
  reasons: ['same-nhs-number', 'same-birth-date', 'similar-given-name'],
  probability: 0.99,
  records: [ofNotification, ofCase],
  elsewhere: null,
  mergeId: null,
}
const merge: CaseAnswers['merge.read'] = {
  mergeId,
  reviewId,
  state: 'proposed',
  version: 1,
  proposedBy: somebody,
  proposedAt: at,
  decidedBy: null,
  decidedAt: null,
  undoneBy: null,
  undoneAt: null,
  provenance: {
    familyName: 'surviving',
    givenNames: 'merged',
    nhsNumber: 'surviving',
    dateOfBirth: 'surviving',
    dateOfDeath: 'surviving',
    sex: 'surviving',
    address: 'merged',
    postcode: 'surviving',
  },
  merged: ofNotification,
  surviving: ofCase,
  laterMergeStands: false,
}

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.admit', admittedCase)
  given.services.answer('duplicateReview.read', review)
  given.services.answer('merge.read', merge)
})

describe('possible duplicates', () => {
  const listed = {
    reviewId,
    state: 'open' as const,
    proposedAt: at,
    reasons: review.reasons,
    record: { notificationId: later, receivedOn, caseId: null, caseReference: null },
    candidate: { notificationId: known, receivedOn, caseId, caseReference: reference },
    elsewhere: null,
  }

  test('are listed by dates, references and reasons in words, without a name, and counted', async () => {
    given.services.answer('duplicateReview.list', { rows: [listed] })
    given.services.answer('merge.list', { rows: [] })
    const { status, body } = await given.browser.get('/duplicates')
    expect(status).toBe(200)
    expect(mainOf(body)).toContain('To compare (1)')
    expect(mainOf(body)).toContain('Same NHS number, same date of birth, similar given name')
    expect(mainOf(body)).toContain(`Case ${reference}`)
    expect(body).not.toContain(child.familyName)
  })

  test('about a case somebody may not see are in no row and no count', async () => {
    given.services.answer('duplicateReview.list', { rows: [listed] })
    given.services.answer('merge.list', { rows: [] })
    given.services.answer('case.admit', { rows: [], pass: null })
    const main = mainOf((await given.browser.get('/duplicates')).body)
    expect(main).toContain('To compare (0)')
    expect(main).toContain('No two records wait to be compared')
    expect(main).not.toContain(reference)
    expect((await given.browser.get(path)).status).toBe(404)
  })

  test.each(nobodyElse)('are not for %s', async (subject) => {
    expect(await given.statusFor(subject, '/duplicates')).toBe(403)
  })
})

describe('two records side by side', () => {
  test('are shown with a pass, whole, with what differs said in words, and no name in title or address', async () => {
    const { body } = await given.browser.get(path)
    const main = mainOf(body)
    expect(main).toMatch(/Given names[\s\S]{0,200}Different[\s\S]{0,400}Otoline[\s\S]{0,400}Ottoline/)
    expect(main).toContain('Same in both')
    expect(main).toContain(`Only in Notification received 23 February 2026`)
    expect(given.services.calls.map(({ procedure }) => procedure)).toEqual([
      'duplicateReview.read',
      'case.admit',
      'duplicateReview.read',
    ])
    expect(given.services.sent('duplicateReview.read')).toMatchObject({ pass: 'a pass' })
    const title = /<title>(.*)<\/title>/.exec(body)?.[1] ?? ''
    expect(title).toBe('Are these records of the same child? – Possible duplicates – Child death reviews')
    const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address).join(' ')
    expect(addresses).not.toContain(child.familyName)
  })

  test('are decided as they were seen; without a choice nothing is', async () => {
    given.services.answer('duplicateReview.decide', { reviewId })
    const { hidden } = await given.browser.get(path)
    const missing = await given.browser.post(path, { ...hidden, seen: 'open', _action: 'decide' })
    expect(missing.status).toBe(422)
    expect(missing.body).toContain('<a href="#decision">Select whether the records are of the same child</a>')
    const done = await given.browser.post(path, {
      ...missing.hidden,
      seen: 'open',
      decision: 'different',
      _action: 'decide',
    })
    expect(done.status).toBe(303)
    expect(given.services.sent('duplicateReview.decide')).toMatchObject({
      reviewId,
      seen: 'open',
      decision: 'different',
      pass: 'a pass',
    })
  })

  test('of the same child can be proposed to be merged, each field from the record that was chosen', async () => {
    given.services.answer('duplicateReview.read', { ...review, state: 'same' })
    given.services.answer('merge.propose', { mergeId })
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toContain('Which record goes on?')
    expect(mainOf(body)).not.toContain('name="keep-familyName"')
    const proposed = { ...hidden, surviving: known, 'keep-givenNames': later, _action: 'propose' }
    const done = await given.browser.post(path, proposed)
    expect(done.location).toMatch(new RegExp(`/merges/${mergeId}$`))
    expect(given.services.sent('merge.propose')).toMatchObject({
      surviving: known,
      provenance: { ...merge.provenance, address: 'surviving' },
    })
    given.services.refuse('merge.propose', 'different-babies')
    const refused = await given.browser.post(path, proposed)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('different babies of one birth')
  })

  test('are compared with no record of another area, which can be asked to take this one', async () => {
    const elsewhere = AreaId.parse('0190d000-0000-7000-8000-0000000000b1')
    given.services.answer('transfer.areas', [
      { areaId: elsewhere, code: 'BRD', name: 'Bradford', authorities: [] },
    ])
    const apart = { ...review, records: [ofNotification], reasons: [], probability: null, elsewhere }
    given.services.answer('duplicateReview.read', apart)
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('The other record cannot be shown here')
    expect(main).toContain('Kept by Bradford')
    expect(main).toContain(`href="/notifications/${later}/transfer?to=${elsewhere}"`)
    expect(main).not.toContain('Which record goes on?')
  })
})

describe('a merge', () => {
  const page = `/merges/${mergeId}`

  test('says of every field which record it is kept from, and is confirmed by somebody else', async () => {
    given.services.answer('merge.confirm', { mergeId })
    const { body, hidden } = await given.browser.get(page)
    const main = mainOf(body)
    expect(main).toMatch(/Given names[\s\S]{0,200}Otoline[\s\S]{0,200}Kept from Notification received/)
    expect(main.match(/Kept from/g)).toHaveLength(8)
    const done = await given.browser.post(page, { ...hidden, version: '1', _action: 'confirm' })
    expect(done.status).toBe(303)
    expect(given.services.sent('merge.confirm')).toMatchObject({ mergeId, version: 1, pass: 'a pass' })
  })

  test('offers its proposer to withdraw it and nothing else', async () => {
    const asha = given.portal.people.get('asha.linden@lds.example')
    if (asha === undefined) throw new Error('nobody')
    given.services.answer('merge.read', { ...merge, proposedBy: asha })
    const main = mainOf((await given.browser.get(page)).body)
    expect(main).toContain('Withdraw the proposal')
    expect(main).not.toContain('Confirm the merge')
  })

  test('that is in force can be undone, but not before a later one', async () => {
    const confirmed = {
      ...merge,
      state: 'confirmed' as const,
      version: 2,
      decidedBy: somebody,
      decidedAt: at,
    }
    given.services.answer('merge.read', confirmed)
    expect(mainOf((await given.browser.get(page)).body)).toContain('Undo the merge')
    given.services.answer('merge.read', { ...confirmed, laterMergeStands: true })
    expect(mainOf((await given.browser.get(page)).body)).toContain('Undo that merge first')
  })

  test.each([
    { _action: 'erase', version: '1' },
    { _action: 'confirm', version: '0' },
  ])('takes nothing no button of ours posts: %o', async (fields) => {
    const { hidden } = await given.browser.get(page)
    expect((await given.browser.post(page, { ...hidden, ...fields })).status).toBe(400)
  })
})

test('a case that was merged leads to the one that stands for it, which says so', async () => {
  const merged = { ...openCase.case, mergedInto: { caseId: survivor, reference } }
  given.services.answer('case.open', { ...openCase, case: merged })
  for (const page of ['', '/requests', '/close']) {
    const answer = await given.browser.get(`/cases/${caseId}${page}`)
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(new RegExp(`/cases/${survivor}$`))
  }
  const mergedCases = [{ caseId, reference, mergedAt: at }]
  given.services.answer('case.open', { ...openCase, case: { ...openCase.case, mergedCases } })
  const main = mainOf((await given.browser.get(`/cases/${survivor}`)).body)
  expect(main).toContain(`Case ${reference} is of the same child and was merged into this case`)
})
