import { Instant, type PersonId, PlainDate, PlainTime, usualQuorum } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../layout/testing/browser.ts'
import { addPanelMails, markPanelMailSent } from '../../panel-invitation/panel-mail-store.ts'
import { type GivenPortal, givenPortal, leeds, operator, PORTAL_URL } from '../../testing/given-portal.ts'
import { axeFindings, openedPage } from '../../testing/opened-pages.ts'
import { meeting, noApologies, panelMeetingId, progress } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}`
let portal: GivenPortal
let coordinator: TestBrowser
let chair: TestBrowser
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  chair = testBrowser(portal.app)
  member = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  await chair.signIn('helen.marsh@lds.example')
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())

const planned = {
  ...meeting,
  heldOn: PlainDate.parse('2126-06-11'),
  startsAt: PlainTime.parse('09:30'),
  endsAt: PlainTime.parse('12:00'),
}
const invitedAt = Instant.parse('2026-02-03T10:00:00.000Z')
const personOf = (name: string): PersonId => {
  const personId = portal.people.get(`${name}@lds.example`)
  if (personId === undefined) throw new Error(`nobody is called ${name}`)
  return personId
}
const invitedAs = (...names: string[]) => ({
  rows: names.map((name) => ({
    personId: personOf(name),
    invitedBy: personOf('asha.linden'),
    invitedAt,
  })),
})

beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', planned)
  services.answer('panelStatement.list', { rows: [] })
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
  services.answer('panelInvitation.invite', undefined)
})

/** What the list of those invited says of somebody, as text. */
const rowOf = (body: string, name: string) => {
  const [, list = ''] = body.split('Who was invited</caption>')
  const [, row = ''] = new RegExp(`<th[^>]*>${name}</th>([\\s\\S]*?)</tr>`).exec(list) ?? []
  return row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('inviting the panel to one meeting', () => {
  test('offers everybody on the panel who was not invited, and sends whom was ticked', async () => {
    services.answer('panelInvitation.read', invitedAs('tom.harrow'))
    const { body } = await coordinator.get(`${here}/invite`)
    expect(body).not.toContain(`value="${personOf('tom.harrow')}"`)
    expect(body).not.toContain(`value="${personOf('owen.pryce')}"`)
    expect(body).toContain('No case is named.')
    const people = personOf('grace.okello')
    const answer = await coordinator.submit(`${here}/invite`, { people })
    expect(answer.status).toBe(303)
    expect(services.sent('panelInvitation.invite')).toMatchObject({
      ...{ areaId: leeds, panelMeetingIds: [panelMeetingId], personIds: [people] },
    })
  })

  test('of nobody, or with what the page never offered, is not done', async () => {
    const { status, body } = await coordinator.submit(`${here}/invite`, {})
    expect(status).toBe(422)
    expect(body).toContain('<a href="#people">Select who is invited</a>')
    expect((await coordinator.submit(`${here}/invite`, { people: 'everybody' })).status).toBe(400)
    expect(services.sent('panelInvitation.invite')).toBeUndefined()
  })

  test('is offered where the meeting is to come and has times', async () => {
    expect((await coordinator.get(here)).body).toContain(`href="${here}/invite"`)
    for (const without of [
      { startsAt: null, endsAt: null },
      { heldOn: PlainDate.parse('2020-06-11') },
      { cancelled: { reason: 'no-chair' as const, at: invitedAt } },
    ]) {
      services.answer('panelMeeting.read', { ...planned, ...without })
      expect((await coordinator.get(here)).body).not.toContain(`${here}/invite`)
      expect((await coordinator.get(`${here}/invite`)).status).toBe(303)
    }
  })

  test('is for whoever arranges meetings; the chair sees who was invited, a member does not', async () => {
    services.answer('panelInvitation.read', invitedAs('grace.okello'))
    for (const browser of [chair, member]) {
      expect((await browser.get(`${here}/invite`)).status).toBe(403)
      expect((await browser.get('/panel-meetings/invite')).status).toBe(403)
    }
    const toChair = (await chair.get(here)).body
    expect(toChair).toContain('Who was invited')
    expect(toChair).not.toContain(`${here}/invite`)
    services.forget()
    expect((await member.get(here)).body).not.toContain('Who was invited')
    expect(services.calls.map(({ procedure }) => procedure)).not.toContain('panelInvitation.read')
  })
})

describe('the page of a meeting', () => {
  test('says of everybody who was invited whether the mail has left, what waits, and who cannot come', async () => {
    const [tom, grace, ruth] = [personOf('tom.harrow'), personOf('grace.okello'), personOf('ruth.ashdown')]
    services.answer(
      'panelInvitation.read',
      invitedAs('tom.harrow', 'grace.okello', 'ruth.ashdown', 'owen.pryce'),
    )
    services.answer('panelApology.read', { ...noApologies, all: [ruth] })
    await portal.parts.database.transaction(operator(leeds), async (tx) => {
      const first = { areaId: leeds, panelMeetingId, sequence: 1 }
      await addPanelMails(tx, first, { personIds: [tom, grace, ruth], askedAt: invitedAt })
      for (const personId of [tom, grace]) await markPanelMailSent(tx, { ...first, personId }, invitedAt)
      await addPanelMails(tx, { ...first, sequence: 2 }, { personIds: [grace], askedAt: invitedAt })
    })
    const { body } = await coordinator.get(here)
    expect(body).toContain('PM-00000001')
    expect(rowOf(body, 'Tom Harrow')).toContain('3 February 2026 Left on 3 February 2026 None')
    expect(rowOf(body, 'Grace Okello')).toContain(
      'The change waits to be sent. The mail before it left on 3 February 2026',
    )
    expect(rowOf(body, 'Ruth Ashdown')).toContain('Waits to be sent Cannot come')
    expect(rowOf(body, 'Owen Pryce')).toContain('Not mailed any more: no longer on the panel')
    services.answer('panelMeeting.read', { ...planned, cancelled: { reason: 'no-chair', at: invitedAt } })
    const cancelled = (await coordinator.get(here)).body
    expect(rowOf(cancelled, 'Ruth Ashdown')).toContain('Not sent: the meeting was cancelled first')
  })
})

describe('every page that invites, or says who was invited', () => {
  test('keeps the rules of a page, also with mistakes on it, and reads on a narrow screen without JavaScript', async () => {
    services.answer('panelInvitation.read', invitedAs('tom.harrow', 'owen.pryce'))
    const quorumRule = { rule: usualQuorum.standard, validFrom: null }
    const { heldOn, startsAt } = planned
    services.answer('panelMeeting.list', {
      rows: [{ panelMeetingId, kind: 'neonatal', heldOn, startsAt, quorumRule, stage: 'planned', cases: 0 }],
    })
    const chromium = await openBrowser()
    const sidewaysBy = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    for (const path of [here, `${here}/invite`, '/panel-meetings/invite']) {
      const page = await openedPage(chromium, portal.app, coordinator)
      await page.goto(PORTAL_URL + path)
      expect(await axeFindings(page)).toEqual([])
      if (path !== here) {
        for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
        await page.getByRole('button', { name: 'Send invitations' }).click()
        await page.waitForLoadState()
        expect(await page.title()).toMatch(/^Error: /)
        expect(await axeFindings(page)).toEqual([])
      }
      const narrow = { width: 320, javaScriptEnabled: false }
      const small = await openedPage(chromium, portal.app, coordinator, narrow)
      await small.goto(PORTAL_URL + path)
      expect(await small.locator('h1').count()).toBe(1)
      expect(await small.evaluate(sidewaysBy)).toBeLessThanOrEqual(0)
    }
    await chromium.close()
  }, 60_000)
})

describe('inviting the panel to the meetings of a year', () => {
  const row = (heldOn: string, more: object = {}) => ({
    ...{ panelMeetingId, kind: 'standard' as const, heldOn: PlainDate.parse(heldOn) },
    ...{ quorumRule: { rule: usualQuorum.standard, validFrom: null }, cases: 0 },
    ...{ startsAt: PlainTime.parse('09:30'), stage: 'planned' as const },
    ...more,
  })

  test('is one act for everybody on the panel; those over, cancelled or without times are not offered', async () => {
    services.answer('panelMeeting.list', {
      rows: [
        row('2126-06-11'),
        row('2020-06-11'),
        row('2126-07-09', { stage: 'cancelled' }),
        row('2126-09-10', { startsAt: null }),
      ],
    })
    const { body } = await coordinator.get('/panel-meetings/invite')
    expect(body).toContain('Tuesday 11 June 2126 at 09:30')
    expect(body).not.toMatch(/11 June 2020|9 July 2126|10 September 2126/)
    expect(body).toContain('1 meeting to come cannot be in a calendar yet')
    const answer = await coordinator.submit('/panel-meetings/invite', { meetings: panelMeetingId })
    expect(answer.status).toBe(303)
    const panel = [
      'tom.harrow',
      'grace.okello',
      'ruth.ashdown',
      'imran.vale',
      'clemency.ilsley',
      'helen.marsh',
      'joan.tellwright',
    ]
    const sent = services.sent('panelInvitation.invite')
    expect(sent).toMatchObject({ panelMeetingIds: [panelMeetingId] })
    const { personIds } = sent as { personIds: PersonId[] }
    expect([...personIds].sort()).toEqual(panel.map(personOf).sort())
  })

  test('of no meeting is not done', async () => {
    services.answer('panelMeeting.list', { rows: [row('2126-06-11')] })
    const { status, body } = await coordinator.submit('/panel-meetings/invite', {})
    expect(status).toBe(422)
    expect(body).toContain('<a href="#meetings">Select the meetings to invite the panel to</a>')
  })
})
