import { CaseId, CaseReference, Instant, PersonId, PlainDate, UrgentAlertId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseAnswers } from '../../testing/case-services.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const alertId = UrgentAlertId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const caseId = CaseId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02')
const somebody = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c03')
const reference = CaseReference.parse('LDS-2026-4F7M2H-Q')
const path = `/alerts/${alertId}`
type Read = CaseAnswers['urgentAlert.read']
const alert: Read['alert'] = {
  alertId,
  reference: 'A-2026-001',
  kind: 'product',
  source: 'joint-agency-response',
  words: { what: 'A pillow & a cot.', doNow: 'Tell families.' },
  raisedBy: somebody,
  raisedAt: Instant.parse('2026-03-02T09:00:00.000Z'),
  acknowledgeBy: Instant.parse('2026-03-03T17:00:00.000Z'),
  waiting: ['designated-doctor', 'public-health'],
  overdue: false,
  remindedAt: null,
  closed: null,
}
const readAs = (change: Partial<Read['alert']> = {}, rest: Partial<Read> = {}): Read => ({
  alert: { ...alert, ...change },
  acknowledgements: [],
  bodies: [],
  cases: [{ caseId, reference }],
  ...rest,
})

let given: GivenCoordinator
const browsers = new Map<string, TestBrowser>()
beforeAll(async () => {
  given = await givenCoordinator()
  for (const name of ['edmund.frost', 'tom.harrow', 'imran.vale', 'helen.marsh']) {
    const browser = testBrowser(given.portal.app)
    await browser.signIn(`${name}@lds.example`)
    browsers.set(name, browser)
  }
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('urgentAlert.list', { rows: [alert] })
  services.answer('urgentAlert.read', readAs())
  services.answer('urgentAlert.raise', { alertId })
  services.answer('urgentAlert.acknowledge', { waiting: [] })
  services.answer('urgentAlert.recordBodyTold', { alertId })
  services.answer('urgentAlert.close', { alertId })
})
const browserOf = (name: string): TestBrowser => browsers.get(name) ?? given.browser
const main = async (at: string, name = 'asha.linden') => mainOf((await browserOf(name).get(at)).body)
const written = { kind: 'product', what: 'A pillow.', doNow: 'Tell families.', source: 'notification' }

describe('urgent alerts', () => {
  test('say in the list who has not acknowledged them, and until when', async () => {
    const shown = await main('/alerts')
    expect(shown).toContain('A pillow &amp; a cot.')
    expect(shown).toContain('Not acknowledged by the designated doctor and public health')
    expect(shown).toContain('To be by 3 March 2026 at 5:00pm')
  })

  test('are raised from a case, whatever stage it is at, by those who may alone', async () => {
    given.services.answer('case.admit', {
      rows: [
        { caseId, reference, state: 'gathering', ageBand: '1-4y', diedOn: PlainDate.parse('2026-01-01') },
      ],
      pass: null,
    })
    expect(await main(`/alerts/new?case=${caseId}&kind=product`)).toContain(`It comes from case ${reference}`)
    const { location } = await given.browser.submit(`/alerts/new?case=${caseId}`, written)
    expect(location).toMatch(new RegExp(`${path}$`))
    expect(given.services.sent('urgentAlert.raise')).toMatchObject({
      areaId: leeds,
      kind: 'product',
      caseIds: [caseId],
      words: { what: 'A pillow.', doNow: 'Tell families.' },
    })
    expect((await browserOf('tom.harrow').get('/alerts/new')).status).toBe(403)
    expect(await given.statusFor('owen.pryce@lds.example', '/alerts')).toBe(403)
  })

  test.each([
    [{ kind: '' }, 'kind', 'Select what the alert is about'],
    [{ what: ' ' }, 'what', 'Enter what seems to be dangerous'],
    [{ doNow: '' }, 'doNow', 'Enter what to do now'],
    [{ doNow: 'x'.repeat(2_001) }, 'doNow', 'must be 2,000 characters or fewer'],
    [{ source: 'rumour' }, 'source', 'Select where it comes from'],
  ])('are not raised with %o, and what was typed stays', async (change, id, message) => {
    const { status, body } = await given.browser.submit('/alerts/new', { ...written, ...change })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
    expect(given.services.calls.some(({ procedure }) => procedure === 'urgentAlert.raise')).toBe(false)
  })

  test('are acknowledged by the designated doctor and by public health with one button, by nobody for the other', async () => {
    await browserOf('edmund.frost').submit(path, { _action: 'know', side: 'designated-doctor' })
    expect(given.services.sent('urgentAlert.acknowledge')).toMatchObject({
      side: 'designated-doctor',
      name: null,
    })
    await browserOf('tom.harrow').submit(path, { _action: 'know', side: 'public-health' })
    expect(given.services.sent('urgentAlert.acknowledge')).toMatchObject({ side: 'public-health' })
    given.services.calls.length = 0
    expect(await main(path, 'imran.vale')).not.toContain('I know of this')
    const refused = await browserOf('imran.vale').submit(path, { _action: 'know', side: 'public-health' })
    expect(refused.status).toBe(403)
    expect(given.services.calls.some(({ procedure }) => procedure === 'urgentAlert.acknowledge')).toBe(false)
  })

  test('are acknowledged by name for whoever was telephoned', async () => {
    const again = await given.browser.submit(path, { _action: 'telephoned', side: 'public-health', name: '' })
    expect(again.body).toMatch(/<a href="#name">Enter the name/)
    await given.browser.submit(path, { _action: 'telephoned', side: 'public-health', name: 'Dr Ember' })
    expect(given.services.sent('urgentAlert.acknowledge')).toMatchObject({ name: 'Dr Ember' })
  })

  test('keep which body was told, those usual for the kind first', async () => {
    const shown = await main(path)
    expect(shown.indexOf('value="opss"')).toBeLessThan(shown.indexOf('value="mhra-yellow-card"'))
    const on = { 'toldOn-day': '2', 'toldOn-month': '3', 'toldOn-year': '2026' }
    await given.browser.submit(path, { _action: 'told', body: 'opss', ...on })
    expect(given.services.sent('urgentAlert.recordBodyTold')).toMatchObject({
      body: 'opss',
      toldOn: '2026-03-02',
    })
  })

  test('are closed by a second person once everybody knows of them', async () => {
    expect(await main(path)).not.toContain('value="close"')
    given.services.answer('urgentAlert.read', readAs({ waiting: [] }))
    expect(await main(path)).toContain('value="close"')
    const own = given.portal.people.get('asha.linden@lds.example') ?? somebody
    given.services.answer('urgentAlert.read', readAs({ waiting: [], raisedBy: own }))
    expect(await main(path)).not.toContain('value="close"')
    given.services.answer('urgentAlert.read', readAs({ waiting: [] }))
    expect((await given.browser.submit(path, { _action: 'close', outcome: '', words: '' })).body).toMatch(
      /<a href="#outcome">Select what came of it/,
    )
    await given.browser.submit(path, { _action: 'close', outcome: 'acted-on', words: 'Recalled.' })
    expect(given.services.sent('urgentAlert.close')).toMatchObject({
      outcome: 'acted-on',
      words: 'Recalled.',
    })
  })

  test('stand on the start page of whom they wait for, and of coordinators and chairs once their time is over', async () => {
    given.services.answer('urgentAlert.waiting', { designatedDoctor: 1, publicHealth: 2, overdue: 1 })
    expect(await main('/', 'tom.harrow')).toContain('2 urgent alerts wait for you')
    expect(await main('/', 'imran.vale')).not.toContain('urgent alerts wait')
    expect(await main('/', 'helen.marsh')).toContain('Not everybody has acknowledged an urgent alert in time')
    given.services.breakDown('urgentAlert.waiting')
    expect((await browserOf('helen.marsh').get('/')).status).toBe(200)
  })
})
