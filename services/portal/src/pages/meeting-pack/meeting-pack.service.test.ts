import {
  CaseId,
  CaseReference,
  Instant,
  PackId,
  type PackState,
  PanelMeetingId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import { fieldOf } from '../pack-leaks/form.ts'

let given: GivenCoordinator
let browser: TestBrowser
let administrator: TestBrowser
const panelMeetingId = PanelMeetingId.parse('0190d000-0000-4000-8000-000000000001')
const caseId = CaseId.parse('0190c000-0000-7000-8000-000000000001')
const packId = PackId.parse('0190f000-0000-4000-8000-000000000001')
const somebody = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02')
const here = `/panel-meetings/${panelMeetingId}/pack`
const mark = 'm'.repeat(43)

const version = (state: PackState, more: object = {}) => ({
  packId,
  panelMeetingId,
  version: 1,
  state,
  askedBy: somebody,
  askedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  builtAt: null,
  signedBy: null,
  signedAt: null,
  releasedBy: null,
  releasedAt: null,
  expiresAfterDays: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnBecause: null,
  destroyedAt: null,
  ...more,
})
const line = {
  caseId,
  reference: CaseReference.parse('LDS-2026-4F7M2H-Q'),
  outcome: 'screened' as const,
  standing: 'same' as 'same' | 'changed',
  counts: [{ kind: 'place' as const, replaced: 3, own: 3, doubtful: 0 }],
  doubtful: 2,
  open: 1,
  alike: 2,
}
const answer = (state: PackState | null, { late = false, more = {}, of = line } = {}) => ({
  heldOn: PlainDate.parse('2026-03-30'),
  releaseBy: PlainDate.parse('2026-03-23'),
  late,
  versions: state === null ? [] : [version(state, more)],
  cases: [of],
  turns: { done: 1, of: 3 },
})

const item = {
  narrative: 0,
  start: 10,
  end: 16,
  kind: 'name of somebody' as const,
  reason: 'unknown name' as const,
  own: false,
  before: 'A neighbour, ',
  found: '<Tamsin>',
  after: ', came.',
  decision: null,
}
const report = {
  state: 'awaiting-decisions' as PackState,
  version: 1,
  reference: line.reference,
  standing: 'same' as const,
  takesDecisions: true,
  counts: line.counts,
  narratives: [{ source: { of: 'summary' as const }, label: 'Summary', mark }],
  items: [item],
}

beforeAll(async () => {
  given = await givenCoordinator()
  browser = testBrowser(given.portal.app)
  await browser.signIn('asha.linden@lds.example')
  administrator = testBrowser(given.portal.app)
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('pack.read', answer(null))
  given.services.answer('pack.leaks', report)
})

describe('the pack of a meeting', () => {
  test('is built with one button, from the version that was seen', async () => {
    given.services.answer('pack.build', { packId })
    const main = mainOf((await browser.get(here)).body)
    expect(main).toContain('No pack of this meeting has been built yet.')
    expect(main).toContain('de-identified, not anonymous')
    expect((await browser.submit(here, { _action: 'build', version: '0' })).status).toBe(303)
    expect(given.services.sent('pack.build')).toMatchObject({ areaId: leeds, panelMeetingId, version: 0 })
    expect((await browser.submit(here, { _action: 'build', version: 'x' })).status).toBe(400)
  })

  test('says how far it is, what was found and what is not decided', async () => {
    given.services.answer('pack.read', answer('building'))
    expect(mainOf((await browser.get(here)).body)).toContain('1 of 3 cases screened')
    given.services.answer('pack.read', answer('awaiting-decisions'))
    const main = mainOf((await browser.get(here)).body)
    expect(main).toContain('Waiting for decisions')
    expect(main).toContain(`${here}/${caseId}`)
    expect(main).not.toContain('Sign the pack')
    given.services.answer('pack.read', answer('ready', { of: { ...line, standing: 'changed' } }))
    expect(mainOf((await browser.get(here)).body)).toContain('out of date for 1 case')
  })

  test('is signed by one person and released by another, who says why where few deaths are alike', async () => {
    given.services.answer('pack.sign', { state: 'signed-once' })
    given.services.answer('pack.read', answer('ready'))
    expect((await browser.submit(here, { _action: 'sign', pack: packId })).status).toBe(303)
    expect(given.services.sent('pack.sign')).toMatchObject({ packId, seen: 'ready', fewReason: null })
    const more = { signedBy: somebody, signedAt: Instant.parse('2026-03-02T10:00:00.000Z') }
    given.services.answer('pack.read', answer('signed-once', { late: true, more }))
    const bare = await browser.submit(here, { _action: 'release', pack: packId })
    expect(bare.body).toContain('Enter why this pack comes late')
    expect(bare.body).toContain('Enter why this pack is released although few deaths are alike')
    const why = { lateReason: 'A text came late.', fewReason: 'A small area.' }
    expect((await browser.submit(here, { _action: 'release', pack: packId, ...why })).status).toBe(303)
    expect(given.services.sent('pack.sign')).toMatchObject({ seen: 'signed-once', ...why })
    given.services.refuse('pack.sign', 'pack-out-of-date')
    expect((await browser.submit(here, { _action: 'release', pack: packId, ...why })).body).toContain(
      'Build the pack again',
    )
  })

  test('is withdrawn with a reason', async () => {
    given.services.answer('pack.withdraw', undefined)
    given.services.answer('pack.read', answer('released'))
    const bare = await browser.submit(here, { _action: 'withdraw', pack: packId })
    expect(bare.body).toContain('Select why it is withdrawn')
    const because = { _action: 'withdraw', pack: packId, because: 'wrong-cases' }
    expect((await browser.submit(here, because)).status).toBe(303)
    expect(given.services.sent('pack.withdraw')).toMatchObject({ packId, because: 'wrong-cases' })
    expect((await browser.submit(here, { ...because, pack: 'none' })).status).toBe(400)
  })
})

describe('the leak report of a case', () => {
  const page = `${here}/${caseId}`
  beforeEach(() => given.services.answer('pack.read', answer('awaiting-decisions')))

  test('shows each doubtful item in its context, and what was decided goes by the very text', async () => {
    given.services.answer('pack.decide', undefined)
    const main = mainOf((await browser.get(page)).body)
    expect(main).toContain('A neighbour, <mark>&lt;Tamsin&gt;</mark>, came.')
    const field = fieldOf({ mark, start: 10, end: 16 })
    expect((await browser.submit(page, { pack: packId, [field]: 'leave' })).status).toBe(303)
    expect(given.services.sent('pack.decide')).toMatchObject({
      packId,
      caseId,
      decisions: [{ mark, start: 10, end: 16, hide: false }],
    })
    expect((await browser.submit(page, { pack: packId, [field]: 'both' })).status).toBe(400)
    expect((await browser.submit(page, { pack: packId, 'decide x y z': 'hide' })).status).toBe(400)
  })

  test('takes no decision once the pack is signed, and is not there without a pack', async () => {
    given.services.answer('pack.leaks', { ...report, takesDecisions: false })
    expect(mainOf((await browser.get(page)).body)).not.toContain('Save what you decided')
    given.services.answer('pack.read', answer(null))
    expect((await browser.get(page)).status).toBe(404)
  })

  test.each(nobodyElse)('is there for %s only as one who prepares packs', async (who) => {
    expect(await given.statusFor(who, page)).toBe(403)
  })
})

describe('what an area sets of its packs', () => {
  test('is saved by an administrator for a day to come, and its mistakes are named', async () => {
    given.services.answer('pack.rules', { versions: [] })
    given.services.answer('pack.setRule', { version: 1 })
    const page = '/area-settings/packs'
    await administrator.signIn('nadia.birch@lds.example')
    expect(mainOf((await administrator.get(page)).body)).toContain(
      'released 5 working days before the meeting',
    )
    const typed = {
      version: '0',
      releaseWorkingDays: '7',
      expiresAfterDays: '14',
      copiesAllowed: 'yes',
      'validFrom-day': '1',
      'validFrom-month': '4',
      'validFrom-year': '2030',
    }
    const wrong = await administrator.submit(page, {
      ...typed,
      releaseWorkingDays: '31',
      expiresAfterDays: 'x',
      copiesAllowed: 'maybe',
    })
    expect(wrong.body).toContain('Select whether readers may take a locked copy along')
    expect(wrong.body).toContain('Enter a whole number of working days from 0 to 30')
    expect(wrong.body).toContain('Enter a whole number of days from 0 to 180')
    expect((await administrator.submit(page, typed)).status).toBe(303)
    expect(given.services.sent('pack.setRule')).toMatchObject({
      version: 0,
      validFrom: '2030-04-01',
      rule: { releaseWorkingDays: 7, expiresAfterDays: 14, copiesAllowed: true },
    })
  })
})
