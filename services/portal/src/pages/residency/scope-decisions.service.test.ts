import { AreaId, AuthorityCode, Instant, Lsoa, PersonId, PlainMonth } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notificationId } from '../../testing/case-answers.ts'
import type { CaseAnswers } from '../../testing/case-services.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { foundPlace, readNotification } from '../../testing/notification-answers.ts'

const page = `/notifications/${notificationId}`
const residency = `${page}/residency`
const discretion = `${page}/discretion`
const decided = {
  localAuthority: AuthorityCode.parse('E08000035'),
  lsoa: Lsoa.parse('E01011229'),
  basis: 'mothers-usual-address' as const,
  decidedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
  agreedWithArea: null,
  decidedAt: Instant.parse('2026-02-24T09:40:00.000Z'),
}
const elsewhere: CaseAnswers['transfer.areas'][number] = {
  areaId: AreaId.parse('0190e000-0000-7000-8000-000000000002'),
  code: 'BRD',
  name: 'Bradford',
  authorities: [],
}
const visitor = {
  ...readNotification,
  scope: {
    outcome: 'pending' as const,
    ruleId: 'R9' as const,
    evidence:
      'Normally resident outside England, died in England: whether to review the death is for the partners to decide',
  },
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('notification.read', readNotification)
  given.services.answer('transfer.areas', [])
  given.services.answer('notification.decideResidency', { version: 2, scope: readNotification.scope })
  given.services.answer('notification.decideDiscretion', { version: 2, scope: visitor.scope })
})

const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('where the child normally lived', () => {
  test('is decided with its grounds, beside what the notifier said', async () => {
    const { body, hidden } = await given.browser.get(residency)
    expect(mainOf(body)).toMatch(/The notification says: Leeds/)
    const typed = { authority: 'E08000035', basis: 'usual-address', lsoa: 'e01 011229', version: '1' }
    const done = await given.browser.post(residency, { ...hidden, ...typed })
    expect(done).toMatchObject({ status: 303 })
    expect(done.location).toMatch(new RegExp(`${page}$`))
    expect(made('notification.decideResidency')).toEqual([
      {
        areaId: leeds,
        notificationId,
        key: hidden._key,
        version: 1,
        localAuthority: 'E08000035',
        lsoa: 'E01011229',
        basis: 'usual-address',
        agreedWithArea: null,
      },
    ])
  })

  test('is proposed from the postcode, with the list it is taken from, and may be changed', async () => {
    given.services.answer('notification.read', { ...readNotification, postcode: foundPlace() })
    const { body, hidden } = await given.browser.get(residency)
    expect(mainOf(body)).toMatch(
      /The postcode lies in Leeds[^.]*, in small area E01011230 of 2021 \(ONS Postcode Directory, February 2026\)/,
    )
    expect(mainOf(body)).toContain('value="E01011230"')
    const typed = { authority: 'E08000035', basis: 'usual-address', lsoa: 'E01011230', version: '1' }
    expect((await given.browser.post(residency, { ...hidden, ...typed })).status).toBe(303)
    expect(made('notification.decideResidency')).toMatchObject([{ lsoa: 'E01011230' }])
  })

  test('may be where the postcode lies though it is no area of ours; its small area goes with no other', async () => {
    const place = { localAuthority: AuthorityCode.parse('E08000032'), localAuthorityName: 'Bradford' }
    given.services.answer('notification.read', { ...readNotification, postcode: foundPlace(place) })
    const { body, hidden } = await given.browser.get(residency)
    expect(mainOf(body)).toContain('Bradford (by the postcode)')
    const typed = { basis: 'usual-address', lsoa: 'E01011230', version: '1' }
    const wrong = await given.browser.post(residency, { ...hidden, ...typed, authority: 'E08000035' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain(
      '<a href="#lsoa">The area code is that of the postcode, which lies in Bradford. Change or remove it</a>',
    )
    const right = await given.browser.submit(residency, { ...typed, authority: 'E08000032' })
    expect(right.status).toBe(303)
    expect(made('notification.decideResidency')).toMatchObject([{ localAuthority: 'E08000032' }])
  })

  test('is decided without a postcode that no list has', async () => {
    const edition = { product: 'ONSPD' as const, month: PlainMonth.parse('2026-02') }
    given.services.answer('notification.read', {
      ...readNotification,
      postcode: { outcome: 'unknown', edition },
    })
    const { body } = await given.browser.get(residency)
    expect(mainOf(body)).toContain('This postcode is not in the ONS Postcode Directory, February 2026.')
    expect(mainOf(body)).toContain('value=""')
  })

  test('names the area it was agreed with, and only then', async () => {
    given.services.answer('transfer.areas', [elsewhere])
    const { body, hidden } = await given.browser.get(residency)
    expect(mainOf(body)).toContain(elsewhere.name)
    const typed = { authority: 'E08000035', basis: 'agreed-with-other-area', lsoa: '', version: '1' }
    const without = await given.browser.post(residency, { ...hidden, ...typed, agreedWith: '' })
    expect(without.status).toBe(422)
    expect(without.body).toContain('<a href="#agreedWith">Select the area it was agreed with</a>')
    const contrary = await given.browser.submit(residency, {
      ...typed,
      basis: 'usual-address',
      agreedWith: elsewhere.areaId,
    })
    expect(contrary.body).toContain(
      '<a href="#agreedWith">Leave the area blank, or base the decision on an agreement with it</a>',
    )
    const agreed = { ...decided, basis: 'agreed-with-other-area' as const, agreedWithArea: null }
    given.services.answer('notification.read', { ...readNotification, residency: agreed })
    expect(mainOf((await given.browser.get(residency)).body)).toContain('value="not-listed" selected')
    for (const agreedWith of [elsewhere.areaId, 'not-listed']) {
      expect((await given.browser.submit(residency, { ...typed, agreedWith })).status).toBe(303)
    }
    expect(made('notification.decideResidency')).toMatchObject([
      { basis: 'agreed-with-other-area', agreedWithArea: elsewhere.areaId },
      { basis: 'agreed-with-other-area', agreedWithArea: null },
    ])
  })

  test('needs no further grounds for a child who did not live in England', async () => {
    const typed = { authority: 'outside-england', basis: '', lsoa: '', version: '1' }
    expect((await given.browser.submit(residency, typed)).status).toBe(303)
    expect(made('notification.decideResidency')).toMatchObject([
      { localAuthority: null, lsoa: null, basis: 'not-resident-in-england' },
    ])
  })

  test.each([
    [{ authority: '' }, 'authority', 'Select the local authority where the child normally lived'],
    [{ authority: 'E06000001' }, 'authority', 'Select the local authority where the child normally lived'],
    [{ basis: '' }, 'basis', 'Select what the decision is based on'],
    [{ basis: 'not-resident-in-england' }, 'basis', 'Select what the decision is based on'],
    [{ lsoa: 'E02000001' }, 'lsoa', 'The area code must be E01 and 6 numbers, like E01011229'],
    [{ lsoa: 'x'.repeat(5000) }, 'lsoa', 'The area code must be E01 and 6 numbers, like E01011229'],
  ])('is not decided with %o', async (change, id, message) => {
    const right = { authority: 'E08000035', basis: 'usual-address', lsoa: 'E01011229', version: '1' }
    const { status, body } = await given.browser.submit(residency, { ...right, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(made('notification.decideResidency')).toEqual([])
  })

  test('stands on the notification once it is decided, in words', async () => {
    given.services.answer('notification.read', { ...readNotification, residency: decided })
    const main = mainOf((await given.browser.get(page)).body)
    expect(main).toMatch(
      /Where the child lived[\s\S]*Leeds[\s\S]*The mother’s usual address, for a newborn baby/,
    )
    expect(main).toContain(`href="${residency}"`)
    expect(mainOf((await given.browser.get(residency)).body)).toContain('value="E01011229"')
  })

  test('is not decided any more once the notification is', async () => {
    given.services.answer('notification.read', { ...readNotification, state: 'out-of-scope' })
    expect((await given.browser.get(residency)).status).toBe(409)
    expect(mainOf((await given.browser.get(page)).body)).not.toContain(`href="${residency}"`)
  })
})

describe('whether the partners review the death of a child from outside England', () => {
  beforeEach(() => given.services.answer('notification.read', visitor))

  test('is asked for on the notification, recorded, and read there in words', async () => {
    const main = mainOf((await given.browser.get(page)).body)
    expect(main).toContain('You can decide once it is recorded whether the partners review this death')
    expect(main).toContain(`href="${discretion}"`)
    const { hidden, body } = await given.browser.get(discretion)
    expect(mainOf(body)).toContain('section 16M(2)')
    const done = await given.browser.post(discretion, { ...hidden, decision: 'review', version: '1' })
    expect(done.status).toBe(303)
    expect(made('notification.decideDiscretion')).toMatchObject([{ decision: 'review', version: 1 }])
    given.services.answer('notification.read', { ...visitor, discretion: 'review' })
    expect(mainOf((await given.browser.get(page)).body)).toContain('Review the death')
  })

  test('is not recorded without an answer', async () => {
    const { status, body } = await given.browser.submit(discretion, { decision: '', version: '1' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#decision">Select what the partners have decided</a>')
  })

  test('is no choice where another rule decides', async () => {
    given.services.answer('notification.read', readNotification)
    expect((await given.browser.get(discretion)).status).toBe(409)
  })
})

test.each(nobodyElse)('neither decision is for %s', async (subject) => {
  expect(await given.statusFor(subject, residency)).toBe(403)
  expect(await given.statusFor(subject, discretion)).toBe(403)
})
