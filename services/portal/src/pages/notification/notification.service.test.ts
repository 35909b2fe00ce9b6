import { AuthorityCode, DuplicateReviewId, MergeId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, notificationId, openCase, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { foundPlace, readNotification } from '../../testing/notification-answers.ts'

const path = `/notifications/${notificationId}`
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.withheld', [])
  given.services.answer('notification.read', readNotification)
})

describe('a notification', () => {
  test('is shown whole, with the rule and evidence of its scope, and the authority by name', async () => {
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(200)
    const main = mainOf(body)
    for (const words of [
      'In scope for this panel',
      'Born alive, under 18 at death, normally resident in this area',
      'Every child born alive who normally lived in the area is reviewed',
      'Quillfeather',
      'Agency 1',
      'Example Street Surgery',
      'Accept and open a case',
    ]) {
      expect(main).toContain(words)
    }
    expect(main).toMatch(/Local authority[\s\S]{0,200}Leeds/)
    expect(main).not.toContain('E08000035')
  })

  test('that came in thin says what is still to be answered, where to answer it, and cannot be accepted', async () => {
    const unanswered = [{ linkId: 'place-of-death', question: 'Where did the child die?' }]
    given.services.answer('notification.read', { ...readNotification, unanswered })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Still to be answered')
    expect(main).toContain('Where did the child die?')
    expect(main).toContain(`href="${path}/change">Give the answers`)
    expect(main).not.toContain('Accept and open a case')
  })

  test('names nobody in its title or address', async () => {
    const { body } = await given.browser.get(path)
    const title = /<title>(.*)<\/title>/.exec(body)?.[1] ?? ''
    expect(title).toBe('Notification – Notifications – Child death reviews')
    const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address).join(' ')
    for (const secret of [child.familyName, child.nhsNumber, child.dateOfBirth])
      expect(addresses).not.toContain(secret)
  })

  test('is accepted once looked at, and then leads to its case', async () => {
    given.services.answer('notification.accept', { caseId, caseReference: reference })
    const { hidden } = await given.browser.get(path)
    const done = await given.browser.post(path, { ...hidden, version: '1', _action: 'accept' })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(new RegExp(`${path}$`))
    expect(given.services.calls.at(-1)).toMatchObject({
      procedure: 'notification.accept',
      input: { areaId: leeds, notificationId, version: 1, key: hidden._key },
    })
    given.services.answer('notification.read', {
      ...readNotification,
      state: 'accepted',
      caseId,
      caseReference: reference,
    })
    const after = mainOf((await given.browser.get(path)).body)
    expect(after).toContain(`href="/cases/${caseId}"`)
    expect(after).not.toContain('<form')
  })

  test('says beside the scope that the postcode lies elsewhere than was notified', async () => {
    const bradford = { localAuthority: AuthorityCode.parse('E08000032'), localAuthorityName: 'Bradford' }
    given.services.answer('notification.read', { ...readNotification, postcode: foundPlace(bradford) })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toMatch(
      /Where the postcode lies[\s\S]*The postcode lies in Bradford, but the notification says Leeds/,
    )
    expect(main).toContain('3 of 10 by IMD 2019 (small areas of 2011)')
  })

  test('of a child who has a case is read with a pass for that case, and without its answers by whoever gets none', async () => {
    const accepted = { ...readNotification, state: 'accepted' as const, caseId, caseReference: reference }
    given.services.answer('notification.read', { ...accepted, sections: [] })
    const bare = await given.browser.get(path)
    expect(bare.status).toBe(200)
    expect(mainOf(bare.body)).not.toContain(child.familyName)
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    await given.browser.get(path)
    expect(given.services.calls.slice(-2)).toMatchObject([
      { procedure: 'case.open', input: { caseId, fieldClasses: ['identity'] } },
      { procedure: 'notification.read', input: { notificationId, pass: 'a pass' } },
    ])
  })

  test('of a child whose case is withheld is not there: neither its state nor its reference is said', async () => {
    const accepted = { ...readNotification, state: 'accepted' as const, caseId, caseReference: reference }
    given.services.answer('notification.read', { ...accepted, sections: [] })
    given.services.refuse('case.open', 'not-found')
    expect((await given.browser.get(path)).status).toBe(200)
    given.services.answer('case.withheld', [caseId])
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(404)
    expect(body).not.toContain(reference)
  })

  test('shows which records may be of the same child, and leads to their comparison before a case is opened', async () => {
    const review = {
      reviewId: DuplicateReviewId.parse('0190d000-0000-7000-8000-00000000000a'),
      state: 'open' as const,
      caseId,
      caseReference: reference,
      blocks: true,
    }
    const other = { ...review, reviewId: DuplicateReviewId.parse('0190d000-0000-7000-8000-00000000000b') }
    const settled = {
      ...other,
      state: 'different' as const,
      caseId: null,
      caseReference: null,
      blocks: false,
    }
    given.services.answer('notification.read', { ...readNotification, reviews: [review, settled] })
    given.services.refuse('notification.accept', 'duplicate-undecided')
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toMatch(
      /Case LDS-2026-[\s\S]*Not decided yet[\s\S]*Another notification[\s\S]*Different child/,
    )
    expect(mainOf(body)).toContain(`href="/duplicates/${review.reviewId}"`)
    const again = await given.browser.post(path, { ...hidden, version: '1', _action: 'accept' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('<a href="#same-child">This child may already be known')
    expect(again.body).toContain('id="same-child"')
  })

  test('that was merged says where the child is now', async () => {
    const mergedInto = {
      mergeId: MergeId.parse('0190d000-0000-7000-8000-00000000000c'),
      notificationId,
      caseId,
      caseReference: reference,
    }
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    given.services.answer('notification.read', { ...readNotification, state: 'duplicate', mergedInto })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain(`href="/cases/${caseId}"`)
    expect(main).toContain(`href="/merges/${mergedInto.mergeId}"`)
    expect(main).not.toContain('Accept and open a case')
    expect(given.services.calls.at(-1)?.input).toMatchObject({ pass: 'a pass' })
  })

  test('can be declared out of scope only when the rules say so', async () => {
    given.services.answer('notification.read', {
      ...readNotification,
      scope: { outcome: 'out', ruleId: 'R1', evidence: 'Aged 18 or over at death' },
    })
    given.services.answer('notification.declareOutOfScope', { notificationId })
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toContain('the person must have died before their 18th birthday')
    expect(mainOf(body)).not.toContain('Accept and open a case')
    const done = await given.browser.post(path, { ...hidden, version: '1', _action: 'out-of-scope' })
    expect(done.status).toBe(303)
    given.services.answer('notification.read', { ...readNotification, state: 'out-of-scope' })
    expect(mainOf((await given.browser.get(path)).body)).toContain('There is no case')
  })

  test('waits while it is not known whether the baby was born alive', async () => {
    given.services.answer('notification.read', {
      ...readNotification,
      scope: { outcome: 'pending', ruleId: 'R6', evidence: 'Not yet known whether the baby was born alive' },
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('You can decide once it is known')
    expect(main).not.toContain('<form')
  })

  test('says so when somebody else decided first', async () => {
    given.services.refuse('notification.accept', 'notification-decided')
    const { hidden } = await given.browser.get(path)
    const late = await given.browser.post(path, { ...hidden, version: '1', _action: 'accept' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('This notification has already been decided')
  })

  test.each([
    { _action: 'accept' },
    { _action: 'accept', version: '-1' },
    { _action: 'erase', version: '1' },
    { version: '1' },
  ])('takes nothing no button of ours posts: %o', async (fields) => {
    const { hidden } = await given.browser.get(path)
    expect((await given.browser.post(path, { ...hidden, ...fields })).status).toBe(400)
    expect(given.services.calls.some(({ procedure }) => procedure === 'notification.accept')).toBe(false)
  })

  test('that is not there, or no id at all, is the one 404', async () => {
    given.services.refuse('notification.read', 'not-found')
    expect((await given.browser.get(path)).status).toBe(404)
    expect((await given.browser.get('/notifications/Quillfeather')).status).toBe(404)
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
