import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import { defaultAreaSettings, defaultTonightContacts, RequestId, type Role } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCalls } from '../../page/own-calls.ts'
import { mainOf, nobodyElse } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds, wakefield } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import { tonightContacts } from '../../tonight/tonight-contacts.ts'

let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal()
  browser = testBrowser(portal.app)
  await browser.signIn('nadia.birch@lds.example')
})
afterAll(() => portal.drop())

const asRole = (role: Role, areaId = leeds) => ownCalls(portal.parts, givenPerson([role], areaId))
const shownTonight = (areaId = leeds) =>
  tonightContacts({ parts: portal.parts, requestId: RequestId.parse(randomUUID()) }, areaId)
const numbers = {
  'on-call-lead': '01632 960 201',
  police: '01632 960202',
  'childrens-duty-team': '',
  coroner: '01632 960204',
}
const times = {
  notifyWithinHours: '24',
  tellNationalWithinHours: '36',
  pageDeputyAfterMinutes: '10',
  childLivedRecordMonths: '12',
  sceneVisitWithinHours: '36',
  planWithinWorkingDays: '3',
}

describe('the area settings', () => {
  test('show the defaults, and say that they are', async () => {
    const main = mainOf((await browser.get('/area-settings')).body)
    expect(main).toMatch(/Police[\s\S]*101/)
    expect(main).toContain('48 hours (default 48)')
    expect(main).toMatch(/Default\. <a[^>]*>Change the numbers/)
    expect(await shownTonight()).toEqual(defaultTonightContacts)
  })

  test('numbers are changed, with who did it and when, and shown to whoever notifies from then on', async () => {
    const saved = await browser.submit('/area-settings/numbers', { version: '0', ...numbers })
    expect(saved.location).toMatch(/\/area-settings$/)
    const main = mainOf((await browser.get('/area-settings')).body)
    expect(main).toContain('01632 960 201')
    expect(main).toContain('Not given')
    expect(main).toContain('Changed by Nadia Birch on 2 March 2026 at 10:00am')
    expect(await shownTonight()).toEqual({ ...numbers, 'childrens-duty-team': null })
    expect(await shownTonight(wakefield)).toEqual(defaultTonightContacts)
  })

  test('the receipt of a notification says whom to phone', async () => {
    const coordinator = testBrowser(portal.app)
    await coordinator.signIn('asha.linden@lds.example')
    const main = mainOf((await coordinator.get(`/notifications/${randomUUID()}/received`)).body)
    expect(main).toContain('This form alerts nobody tonight')
    expect(main).toContain('href="tel:01632960201"')
    expect(main).toContain('Ask your hospital switchboard')
  })

  test('an earlier version can be put back', async () => {
    const earlier = await browser.get('/area-settings/numbers?version=0')
    expect(earlier.body).toContain('name="version" value="1"')
    await browser.post('/area-settings/numbers', {
      ...earlier.hidden,
      version: '1',
      'on-call-lead': '',
      police: '101',
      'childrens-duty-team': '',
      coroner: '',
    })
    expect(await shownTonight()).toEqual(defaultTonightContacts)
    expect((await browser.get('/area-settings')).body).toContain('Look at it and put it back')
  })

  test('two administrators at once: the later is told, and nothing is lost', async () => {
    const late = await browser.submit('/area-settings/numbers', { version: '0', ...numbers })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Somebody else changed this')
    expect(late.body).toContain('value="01632 960 201"')
  })

  test('times are changed and told to the services that keep to them, once for a second click', async () => {
    const form = await browser.get('/area-settings/times')
    const fields = { ...form.hidden, version: '0', ...times }
    expect((await browser.post('/area-settings/times', fields)).status).toBe(303)
    expect((await browser.post('/area-settings/times', fields)).status).toBe(303)
    const events = await portal.test.look`
      select payload from portal.events where type = 'area-settings.changed.v1'
    `
    expect(events).toEqual([
      {
        payload: {
          areaId: leeds,
          settings: {
            notifyWithinHours: 24,
            tellNationalWithinHours: 36,
            pageDeputyAfterMinutes: 10,
            childLivedRecordMonths: 12,
            sceneVisitWithinHours: 36,
            planWithinWorkingDays: 3,
          },
        },
      },
    ])
    expect(mainOf((await browser.get('/area-settings')).body)).toContain('10 minutes (default 15)')
  })

  test.each([
    ['/area-settings/numbers', { ...numbers, police: 'ask the ward' }, 'Police: enter a phone number'],
    [
      '/area-settings/numbers',
      { ...numbers, coroner: '0'.repeat(40) },
      'Coroner’s office: enter a phone number',
    ],
    ['/area-settings/times', { ...times, notifyWithinHours: '' }, 'Hours to notify a death must be'],
    ['/area-settings/times', { ...times, tellNationalWithinHours: '169' }, 'Hours to tell the national'],
    [
      '/area-settings/times',
      { ...times, pageDeputyAfterMinutes: '1' },
      'Minutes before the deputy is paged must',
    ],
    ['/area-settings/times', { ...times, childLivedRecordMonths: '6.5' }, 'Months a response is kept'],
    [
      '/area-settings/times',
      { ...times, sceneVisitWithinHours: '0' },
      'Hours to visit the home or scene must',
    ],
    [
      '/area-settings/times',
      { ...times, planWithinWorkingDays: '11' },
      'Working days to the planning meeting',
    ],
  ])('%s says what is wrong, beside the field and above', async (path, fields, message) => {
    const answer = await browser.submit(path, { version: '1', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>Error: ')
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test.each(nobodyElse.filter((who) => !who.startsWith('nadia')))('cannot be changed by %s', async (who) => {
    const other = testBrowser(portal.app)
    await other.signIn(who)
    for (const path of ['/area-settings', '/area-settings/numbers', '/area-settings/times']) {
      expect((await other.get(path)).status).toBe(403)
    }
  })

  test('belong to the area: another’s administrator reads and sets nothing', async () => {
    const stranger = asRole('administrator', wakefield)
    const change = { areaId: leeds, version: 2, key: randomUUID() }
    await expect(stranger.area.settings({ areaId: leeds })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(stranger.area.setTimes({ ...change, settings: defaultAreaSettings })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(
      stranger.area.setTonightContacts({ ...change, contacts: defaultTonightContacts }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      asRole('coordinator').area.setTimes({ ...change, settings: defaultAreaSettings }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
