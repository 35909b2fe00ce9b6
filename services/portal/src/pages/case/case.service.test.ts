import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, openCase, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'

const path = `/cases/${caseId}`
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
})

describe('the overview of a case', () => {
  test('says which case it is without saying who', async () => {
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(200)
    expect(body).toContain('<title>Case overview – Cases – Child death reviews</title>')
    expect(body).toMatch(
      new RegExp(`${reference}[\\s\\S]*5 to 9 years[\\s\\S]*20 February 2026[\\s\\S]*Leeds`),
    )
    for (const secret of [child.familyName, child.nhsNumber, '12 July 2020'])
      expect(body).not.toContain(secret)
    expect(given.services.calls).toMatchObject([{ procedure: 'case.open', input: { fieldClasses: [] } }])
  })

  test('gives every stage one status, and says why one cannot start and does not link it', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    for (const words of ['In progress', 'Incomplete', 'Cannot start yet']) expect(main).toContain(words)
    expect(main).toContain('Record first that the review meeting was held, or that none was')
    expect(main).toContain(`href="${path}/review-meeting"`)
    expect(main).not.toContain(`href="${path}/panel"`)
  })

  test('shows clocks in words, what happened newest first, and who was asked', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('3 days overdue (27 February 2026)')
    expect(main).toMatch(/Due in \d+ working days \(20 May 2026\)/)
    expect(main).toMatch(/Case opened[\s\S]*24 February 2026 at 9:32am[\s\S]*Child died/)
    expect(main).toContain('Leeds Hospital')
  })

  test('says who did something by name', async () => {
    const byPersonId = given.portal.people.get('asha.linden@lds.example') ?? null
    const [first, ...others] = openCase.case.timeline
    if (first === undefined) throw new Error('the case has a timeline')
    given.services.answer('case.open', {
      ...openCase,
      case: { ...openCase.case, timeline: [{ ...first, byPersonId }, ...others] },
    })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Asha Linden')
  })
})

describe('the name of a child', () => {
  const pass = 'a-pass-of-this-test'

  test('is shown after it was asked for, on that one response, with the pass of case-review', async () => {
    const { hidden } = await given.browser.get(path)
    given.services.forget()
    given.services.answer('case.open', { ...openCase, pass })
    given.services.answer('identity.read', [{ caseId, ...child }])
    const shown = await given.browser.post(path, { ...hidden, _action: 'show-name' })
    expect(shown.status).toBe(200)
    expect(mainOf(shown.body)).toContain('Ottoline Quillfeather')
    expect(mainOf(shown.body)).toContain('999 000 0018')
    expect(shown.headers.get('cache-control')).toBe('no-store')
    expect(/<title>(.*)<\/title>/.exec(shown.body)?.[1]).not.toContain('Quillfeather')
    expect(given.services.calls).toMatchObject([
      { procedure: 'case.open', input: { fieldClasses: ['identity'] } },
      { procedure: 'identity.read', input: { caseIds: [caseId], pass } },
    ])
    expect((await given.browser.get(path)).body).not.toContain('Quillfeather')
  })

  test('is not shown without a pass', async () => {
    const { hidden } = await given.browser.get(path)
    const refused = await given.browser.post(path, { ...hidden, _action: 'show-name' })
    expect(refused.status).toBe(404)
    expect(given.services.calls.some(({ procedure }) => procedure === 'identity.read')).toBe(false)
  })

  test('is not shown for a form that is not ours', async () => {
    expect((await given.browser.post(path, { _action: 'show-name' })).status).toBe(403)
    const { hidden } = await given.browser.get(path)
    expect((await given.browser.post(path, { ...hidden, _action: 'show-all' })).status).toBe(400)
  })
})

describe('one’s own case', () => {
  const own = { ...openCase, own: true, pass: 'a-pass-of-this-test' }
  const barOf = (body: string) => /<div class="moj-identity-bar[\s\S]*?<main/.exec(body)?.[0] ?? ''

  test('has the child’s name in its bar on every page, never in its title', async () => {
    given.services.answer('case.open', own)
    given.services.answer('identity.read', [{ caseId, ...child }])
    given.services.answer('hold.list', { holds: [] })
    for (const page of ['', '/holds']) {
      const { body } = await given.browser.get(`${path}${page}`)
      expect(barOf(body)).toContain('Ottoline Quillfeather')
      expect(/<title>(.*)<\/title>/.exec(body)?.[1]).not.toContain('Quillfeather')
      expect(mainOf(body)).not.toContain('Quillfeather')
    }
    expect(given.services.sent('case.open')).toMatchObject({ fieldClasses: [], visit: 'with-name' })
  })

  test('hides the name on a screen others can see until the session ends, and goes on from the same page', async () => {
    given.services.answer('case.open', { ...own, pass: null })
    given.services.answer('hold.list', { holds: [] })
    const { hidden } = await given.browser.get(`${path}/holds`)
    const hide = await given.browser.post(path, { ...hidden, _action: 'names-hidden', back: '/holds' })
    expect([hide.status, hide.headers.get('location')]).toEqual([303, `${path}/holds`])
    const { body } = await given.browser.get('/cases/0190c000-0000-7000-8000-000000000002/holds')
    expect(given.services.sent('case.open')).toMatchObject({ visit: 'without-name' })
    expect(barOf(body)).toContain('Show names on this screen')
    expect(given.services.calls.some(({ procedure }) => procedure === 'identity.read')).toBe(false)
    const elsewhere = { ...hidden, _action: 'names-shown', back: '//example.org' }
    expect((await given.browser.post(path, elsewhere)).headers.get('location')).toBe(path)
    await given.browser.get(path)
    expect(given.services.sent('case.open')).toMatchObject({ visit: 'with-name' })
  })

  test('is worked on while the name cannot be shown', async () => {
    given.services.answer('case.open', { ...own, pass: null })
    expect((await given.browser.get(path)).status).toBe(200)
  })
})

describe('who else is at a case', () => {
  test('is said by name at each load, and to a page that asks', async () => {
    const here = [given.portal.people.get('bronwen.askew@lds.example')].flatMap((one) => one ?? [])
    given.services.answer('case.open', { ...openCase, here })
    expect((await given.browser.get(path)).body).toContain('Bronwen Askew is at this case too')
    given.services.answer('case.whoIsHere', { here })
    const asked = await given.browser.get(`${path}/here`)
    expect(asked.headers.get('content-type')).toContain('text/plain')
    expect(asked.body).toContain('Bronwen Askew is at this case too')
    given.services.answer('case.whoIsHere', { here: [] })
    expect((await given.browser.get(`${path}/here`)).body).toBe('')
  })

  test('asking by itself prolongs no session', async () => {
    given.services.answer('case.whoIsHere', { here: [] })
    const rests = () => given.portal.parts.database.sql`select idle_until from portal.sessions order by 1`
    const before = await rests()
    given.portal.clock.set('2026-03-02T10:05:00.000Z')
    await given.browser.get(`${path}/here`)
    expect(await rests()).toEqual(before)
    await given.browser.get(path)
    expect(await rests()).not.toEqual(before)
  })
})

describe('a case that is not to be seen', () => {
  test('is the one 404, also when the address holds no id', async () => {
    given.services.refuse('case.open', 'not-found')
    const hiddenCase = await given.browser.get(path)
    const nothing = await given.browser.get('/cases/nothing')
    expect([hiddenCase.status, nothing.status]).toEqual([404, 404])
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    for (const page of ['', '/requests', '/review-meeting', '/panel', '/close']) {
      expect(await given.statusFor(subject, `${path}${page}`)).toBe(403)
    }
  })
})
