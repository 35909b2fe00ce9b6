import { Instant, type PanelMeetingKind, PersonId, PlainDate, usualQuorum } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

let given: GivenCoordinator
let browser: TestBrowser
const path = '/area-settings/quorum'
const kept = (kind: PanelMeetingKind, version: number, validFrom: string, minMembers: number) => ({
  kind,
  version,
  validFrom: PlainDate.parse(validFrom),
  rule: { ...usualQuorum[kind], minMembers },
  changedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
  changedAt: Instant.parse('2026-02-20T10:00:00.000Z'),
})
const filledIn = {
  kind: 'neonatal',
  version: '2',
  minMembers: '6',
  minShare: '50',
  required: 'police',
  'validFrom-day': '1',
  'validFrom-month': '4',
  'validFrom-year': '2026',
}

beforeAll(async () => {
  given = await givenCoordinator()
  browser = testBrowser(given.portal.app)
  await browser.signIn('nadia.birch@lds.example')
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('quorumRules.read', {
    versions: [kept('neonatal', 2, '2026-05-01', 8), kept('neonatal', 1, '2026-03-01', 7)],
  })
  given.services.answer('quorumRules.set', { version: 3 })
})
const made = () =>
  given.services.calls.filter(({ procedure }) => procedure === 'quorumRules.set').map(({ input }) => input)

describe('the rules of quorum of an area', () => {
  test('show for each kind of panel what holds today, what comes, and who set it', async () => {
    const main = mainOf((await browser.get(path)).body)
    expect(main).toContain('At least 7 members, among them public health, health, police and social care')
    expect(main).toContain('with one from midwifery, neonatology or obstetrics')
    expect(main).toMatch(/From 1 May 2026:<\/strong> at least 8 members/)
    expect(main).toContain('Set by a colleague who has left on 20 February 2026')
    expect(main.match(/>Common local practice</g)).toHaveLength(3)
    expect(main).toContain('National guidance gives no number')
    expect(main).toContain('Change the rule: standard panel')
    expect(mainOf((await browser.get('/area-settings')).body)).toContain(`href="${path}"`)
  })

  test('are changed beginning with the newest, an earlier one, or common local practice', async () => {
    const members = async (query: string) =>
      /name="minMembers"[^>]*value="(\d+)"/.exec((await browser.get(`${path}?${query}`)).body)?.[1]
    expect(await members('kind=neonatal')).toBe('8')
    expect(await members('kind=neonatal&version=1')).toBe('7')
    expect(await members('kind=neonatal&version=0')).toBe('5')
    expect(await members('kind=nonsense')).toBe('5')
  })

  test('are set for one kind of panel, from what somebody saw, for days to come', async () => {
    const page = await browser.get(`${path}?kind=neonatal`)
    const several: [string, string][] = [
      ...Object.entries({ ...page.hidden, ...filledIn }),
      ['oneOf', 'midwifery'],
      ['oneOf', 'lay'],
    ]
    const answer = await browser.post(path, new URLSearchParams(several).toString())
    expect(answer.location).toMatch(/quorum$/)
    expect(made()).toMatchObject([
      {
        areaId: leeds,
        kind: 'neonatal',
        version: 2,
        validFrom: '2026-04-01',
        rule: { minMembers: 6, minShare: 50, requiredAgencies: [['police'], ['midwifery', 'lay']] },
      },
    ])
    given.services.refuse('quorumRules.set', 'stale')
    expect((await browser.submit(path, filledIn)).status).toBe(409)
  })

  test.each([
    [{ minMembers: '' }, 'minMembers', 'Enter a whole number of members from 2 to 30'],
    [{ minMembers: '31' }, 'minMembers', 'Enter a whole number of members from 2 to 30'],
    [{ minShare: '0' }, 'minShare', 'The share must be a whole number from 1 to 100, or empty'],
    [{ oneOf: 'health' }, 'oneOf', 'Select at least two agencies of which one is enough, or none'],
    [
      { 'validFrom-year': '2026', 'validFrom-month': '3', 'validFrom-day': '2' },
      'validFrom-day',
      'must be in the',
    ],
    [{ 'validFrom-day': '' }, 'validFrom-day', 'The date it holds from must include a day'],
  ])('are not set with %o, and what was typed stays', async (change, id, message) => {
    const { status, body } = await browser.submit(path, { ...filledIn, ...change })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
    expect(body).toContain('Change the rule: neonatal panel')
    expect(body).toMatch(/name="required"[^>]*value="police" checked/)
    expect(made()).toEqual([])
  })

  test.each(nobodyElse.filter((who) => !who.startsWith('nadia')))('are not for %s', async (who) => {
    expect(await given.statusFor(who, path)).toBe(403)
  })
})
