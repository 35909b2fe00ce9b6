import { ActionId, ChallengeId, Instant, PersonId, PlainDate, RecommendationId } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds, wakefield } from '../../testing/given-portal.ts'
import { releaseAnswer, releaseId } from '../../testing/reporting-answers.ts'
import { type ScrutinyAnswers, scrutinyServices } from '../../testing/scrutiny-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = scrutinyServices()
let portal: GivenPortal
let scrutineer: TestBrowser
let coordinator: TestBrowser
const scrutineerAt = 'morwenna.vance@scrutiny.example'

const day = (date: string) => PlainDate.parse(date)
const challengeId = ChallengeId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const recommendationId = RecommendationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02')
const actionId = ActionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c03')
const somebody = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c04')
const path = `/challenges/${challengeId}`

const challenge: ScrutinyAnswers['challenge.read']['challenge'] = {
  challengeId,
  reference: 'C-2026-001',
  version: 2,
  state: 'answered',
  subject: { kind: 'action', recommendationId, actionId },
  raisedOn: day('2026-02-02'),
  raisedBy: somebody,
  dueOn: day('2026-02-16'),
}
const entry: ScrutinyAnswers['challenge.read']['entries'][number] = {
  act: 'raise',
  words: 'Why & when?',
  recordedOn: day('2026-02-02'),
  recordedBy: somebody,
  recordedAt: Instant.parse('2026-02-02T10:00:00.000Z'),
}
const year = ReportingYearCode.parse('2024-25')
const named = { challengeId, reference: 'C-2026-001', state: 'open' as const }
const about = { recommendation: 'R-2026-001', action: 2 }
const read = (state: 'open' | 'answered' | 'accepted' = 'answered', overdue = false) => ({
  challenge: { ...challenge, state },
  about,
  overdue,
  entries: [entry, { ...entry, act: 'answer' as const, words: 'In May.' }],
})

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  scrutineer = testBrowser(portal.app)
  await scrutineer.signIn(scrutineerAt)
  await scrutineer.submit('/areas', { area: leeds })
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('scrutiny.read', {
    recommendations: { all: 21, open: 12, overdue: 3 },
    actions: {
      'on-time': { count: 139, percent: 90 },
      slipped: { count: 6, percent: 4 },
      'no-progress': { count: 10, percent: 6 },
      all: 155,
    },
    actionsOverdue: 16,
    effects: { 'effect-seen': 4, 'no-effect': 2, 'cannot-tell': 1, 'not-measured': 14 },
    challenges: { open: 2, overdue: 1, answered: 1, accepted: 5 },
  })
  const { tables, ...head } = releaseAnswer()
  services.answer('release.list', { releases: [{ ...head, published: tables.length, withheld: 0 }] })
  services.answer('release.read', releaseAnswer())
  services.answer('challenge.read', read())
  services.answer('assurance.list', { signed: [{ year, version: 2, signedOn: day('2025-06-03') }] })
  services.answer('assurance.read', { statements: [], unsettled: [named] })
  services.answer('assurance.sign', { version: 1 })
  services.answer('challenge.list', {
    counts: { open: 1, overdue: 1, answered: 0, accepted: 0 },
    rows: [{ ...challenge, state: 'open', about, overdue: true, words: 'Why & when?' }],
  })
  services.answer('challenge.raise', { challengeId })
  services.answer('challenge.answer', { version: 3 })
  services.answer('challenge.accept', { version: 3 })
  services.answer('challenge.press', { version: 3 })
})
const main = async (browser: TestBrowser, at: string) => mainOf((await browser.get(at)).body)

describe('scrutiny', () => {
  test('shows both areas side by side, in the form of the partnership, each asked for itself alone', async () => {
    const shown = await main(scrutineer, '/scrutiny')
    for (const written of ['Leeds', 'Wakefield', '139 (90%)', '6 (4%)', '10 (6%)', '155']) {
      expect(shown).toContain(written)
    }
    const calls = services.calls.filter(({ procedure }) => procedure === 'scrutiny.read')
    const asked = calls.map(({ input, actor }) => ({
      input,
      areas: actor.kind === 'person' && actor.areaIds,
      roles: actor.kind === 'person' && actor.roles,
    }))
    expect(asked).toHaveLength(2)
    for (const areaId of [leeds, wakefield]) {
      expect(asked).toContainEqual({ input: { areaId }, areas: [areaId], roles: ['scrutineer'] })
    }
  })

  test('of an area whose role was taken away is no longer there', async () => {
    const personId = portal.people.get(scrutineerAt)
    const set = (ended: string | null) => portal.test.look`
      update portal.memberships set disabled_at = ${ended} where area_id = ${wakefield} and person_id = ${personId ?? ''}
    `
    await set('2026-01-01T00:00:00Z')
    try {
      expect(await main(scrutineer, '/scrutiny')).not.toContain('Wakefield')
      expect(services.calls.filter(({ procedure }) => procedure === 'scrutiny.read')).toHaveLength(1)
    } finally {
      await set(null)
    }
  })

  test('is for scrutineers alone', async () => {
    for (const who of ['asha.linden', 'helen.marsh', 'owen.pryce', 'tom.harrow', 'nadia.birch']) {
      const other = testBrowser(portal.app)
      await other.signIn(`${who}@lds.example`)
      expect((await other.get('/scrutiny')).status, who).toBe(403)
    }
  })
})

describe('the challenge log', () => {
  test('says what is overdue, about what it is, and how many stand where', async () => {
    const shown = await main(coordinator, '/challenges')
    expect(shown).toContain('Why &amp; when?')
    expect(shown).toContain('<strong>Overdue</strong>')
    expect(shown).toContain(`/recommendations/${recommendationId}/actions/${actionId}`)
    expect(shown).toContain('Action 2 of R-2026-001')
    expect(shown).not.toContain('/challenges/new')
    expect(await main(scrutineer, '/challenges')).toContain('/challenges/new')
  })

  test('is read by coordinator, chair, analyst and scrutineer, and by nobody else', async () => {
    for (const [who, status] of [
      ['helen.marsh', 200],
      ['owen.pryce', 200],
      ['tom.harrow', 403],
      ['nadia.birch', 403],
      ['edmund.frost', 403],
    ] as const) {
      const other = testBrowser(portal.app)
      await other.signIn(`${who}@lds.example`)
      expect((await other.get('/challenges')).status, who).toBe(status)
    }
  })

  test('takes a challenge about the area, or about a release by its title', async () => {
    expect((await scrutineer.submit('/challenges/new', { words: ' ' })).body).toContain(
      'Enter what you question',
    )
    const { location } = await scrutineer.submit('/challenges/new', { words: 'Why?' })
    expect(location).toMatch(new RegExp(`${path}$`))
    expect(services.sent('challenge.raise')).toMatchObject({
      areaId: leeds,
      subject: { kind: 'area' },
      words: 'Why?',
    })
    const release = `/challenges/new?release=${releaseId}`
    expect(await main(scrutineer, release)).toContain(releaseAnswer().title)
    await scrutineer.submit(release, { words: 'Why is a table withheld?' })
    expect(services.sent('challenge.raise')).toMatchObject({ subject: { kind: 'release', releaseId } })
    expect(await main(scrutineer, `/releases/${releaseId}`)).toContain(release)
    services.refuse('release.read', 'not-found')
    expect((await scrutineer.get(release)).status).toBe(404)
    expect((await scrutineer.get('/challenges/new?recommendation=nothing')).status).toBe(404)
    expect((await coordinator.get('/challenges/new')).status).toBe(403)
  })

  test('shows what was said, takes the answer of the area while it is owed, and the word of the scrutineer after it', async () => {
    const judged = await main(scrutineer, path)
    expect(judged).toContain('Why &amp; when?')
    expect(judged).toContain('In May.')
    expect(judged).toContain('Is the answer enough?')
    expect(await main(coordinator, path)).not.toContain('<form')
    const version = '2'
    const nothing = await scrutineer.submit(path, { version, judged: '', words: '' })
    expect(nothing.body).toContain('Select whether the answer is enough')
    const without = await scrutineer.submit(path, { version, judged: 'press', words: '' })
    expect(without.body).toContain('Enter what is not answered yet')
    await scrutineer.submit(path, { version, judged: 'press', words: 'By whom?' })
    expect(services.sent('challenge.press')).toMatchObject({ challengeId, version: 2, words: 'By whom?' })
    await scrutineer.submit(path, { version, judged: 'accept', words: '' })
    expect(services.sent('challenge.accept')).toMatchObject({ version: 2, words: null })
    services.answer('challenge.read', read('open', true))
    expect(await main(scrutineer, path)).not.toContain('<form')
    expect(await main(coordinator, path)).toContain('What does the area answer?')
    await coordinator.submit(path, { version, _action: 'answer', words: 'By midwifery.' })
    expect(services.sent('challenge.answer')).toMatchObject({ version: 2, words: 'By midwifery.' })
    services.refuse('challenge.answer', 'identifiers-in-note', ['name'])
    const refused = await coordinator.submit(path, { version, _action: 'answer', words: 'Ottoline' })
    expect(refused.status).toBe(400)
    expect(refused.body).toContain('Ottoline')
    services.answer('challenge.read', read('accepted'))
    for (const browser of [scrutineer, coordinator]) expect(await main(browser, path)).not.toContain('<form')
  })
})

describe('the statement on a year', () => {
  const at = '/assurance/2024-25'

  test('is shown to be there or not on the list of years, beside the areas and on a release', async () => {
    expect(await main(coordinator, '/assurance')).toContain('Signed on 3 June 2025, version 2')
    expect(await main(coordinator, '/assurance')).toContain('Not signed yet')
    expect(await main(scrutineer, '/scrutiny')).toContain('Signed on 3 June 2025, version 2')
    expect(await main(scrutineer, `/releases/${releaseId}`)).toContain('Signed on 3 June 2025, version 2')
    services.answer('assurance.list', { signed: [] })
    expect(await main(scrutineer, `/releases/${releaseId}`)).toContain('Not signed yet')
  })

  test('is signed with the challenges that stood there, by the scrutineer alone', async () => {
    expect(await main(coordinator, at)).not.toContain('<form')
    expect(await main(coordinator, at)).toContain('has not signed a statement')
    expect((await scrutineer.submit(at, { version: '0', words: '' })).body).toContain('Enter what you state')
    const { location } = await scrutineer.submit(at, {
      version: '0',
      challenge: challengeId,
      words: 'Followed.',
    })
    expect(location).toMatch(/assurance\/2024-25$/)
    expect(services.sent('assurance.sign')).toMatchObject({
      areaId: leeds,
      year,
      version: 0,
      words: 'Followed.',
      reason: null,
      openChallenges: [challengeId],
    })
  })

  test('is corrected with a reason, and earlier versions stay on the page', async () => {
    const signed = {
      year,
      version: 1,
      words: 'Followed & seen.',
      reason: null,
      openChallenges: [named],
      signedBy: somebody,
      signedOn: day('2025-05-03'),
      signedAt: Instant.parse('2025-05-03T10:00:00.000Z'),
    }
    services.answer('assurance.read', {
      statements: [{ ...signed, version: 2, words: 'Corrected.', reason: 'A figure.' }, signed],
      unsettled: [],
    })
    const shown = await main(coordinator, at)
    for (const written of ['Followed &amp; seen.', 'Corrected.', 'A figure.', 'Version 1', 'C-2026-001']) {
      expect(shown).toContain(written)
    }
    const without = await scrutineer.submit(at, { version: '2', words: 'Again.', reason: '' })
    expect(without.body).toContain('Enter why the statement is corrected')
    await scrutineer.submit(at, { version: '2', words: 'Again.', reason: 'Another.' })
    expect(services.sent('assurance.sign')).toMatchObject({
      version: 2,
      reason: 'Another.',
      openChallenges: [],
    })
  })

  test('is there for no year that still runs, and for nobody who may not read it', async () => {
    expect((await scrutineer.get('/assurance/2025-26')).status).toBe(404)
    expect((await scrutineer.get('/assurance/never')).status).toBe(404)
    const member = testBrowser(portal.app)
    await member.signIn('tom.harrow@lds.example')
    for (const path of ['/assurance', at]) expect((await member.get(path)).status).toBe(403)
  })
})
