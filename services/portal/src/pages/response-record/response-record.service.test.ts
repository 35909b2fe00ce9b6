import { CaseId, Instant, PlainDate, ResponseActionId, ResponseMeetingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../layout/testing/browser.ts'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { axeFindings, openedPage } from '../../testing/opened-pages.ts'
import { responseId, responseServices, waitingResponse } from '../../testing/response-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { ShownRecord } from './view.ts'

const services = responseServices()
const path = `/responses/${responseId}/record`
const at = (typed: string) => Instant.parse(typed)
const planning = ResponseMeetingId.parse('0190a500-0000-7000-8000-000000000001')
const visit = ResponseMeetingId.parse('0190a500-0000-7000-8000-000000000002')
const responseActionId = ResponseActionId.parse('0190a600-0000-7000-8000-000000000001')
const conflicted = CaseId.parse('0190a700-0000-7000-8000-000000000001')
let portal: GivenPortal
let lead: TestBrowser
let record: ShownRecord

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  lead = testBrowser(portal.app)
  await lead.signIn('priya.dale@lds.example')
})
afterAll(() => portal.drop())

const idOf = (name: string) => {
  const found = portal.people.get(`${name}@lds.example`)
  if (found === undefined) throw new Error('nobody of this name')
  return found
}

beforeEach(() => {
  services.forget()
  const leadId = idOf('priya.dale')
  services.answer('response.read', { ...waitingResponse, state: 'started', leadId })
  const recorded = { responseId, version: 2, sequence: 1, recordedBy: leadId, notHeldReason: null }
  record = {
    responseId,
    state: 'started',
    leadId,
    caseId: null,
    startedAt: at('2026-03-02T10:00:00.000Z'),
    clocks: [
      { kind: 'initial-planning', dueOn: PlainDate.parse('2026-03-04'), state: 'open' },
      { kind: 'scene-visit', dueAt: at('2026-03-03T10:00:00.000Z'), state: 'done-in-time' },
    ],
    meetings: [
      {
        ...recorded,
        responseMeetingId: planning,
        kind: 'initial-planning',
        state: 'arranged',
        startsAt: at('2026-07-03T13:00:00.000Z'),
        endsAt: at('2026-07-03T14:00:00.000Z'),
        recordedAt: at('2026-03-02T11:00:00.000Z'),
        place: 'Seminar room <3>',
        notHeldNote: null,
        notes: null,
      },
      {
        ...recorded,
        responseMeetingId: visit,
        kind: 'scene-visit',
        state: 'held',
        startsAt: at('2026-03-02T23:00:00.000Z'),
        endsAt: at('2026-03-03T00:15:00.000Z'),
        recordedAt: at('2026-03-03T09:00:00.000Z'),
        place: null,
        notHeldNote: null,
        notes: {
          entry: 2,
          attendees: [{ role: 'police', name: 'Isolde Fennimore', organisation: 'Invented Constabulary' }],
          notes: 'The cot stood\nbeside the window',
          recordedBy: leadId,
          recordedAt: at('2026-03-03T09:00:00.000Z'),
        },
      },
    ],
    actions: [
      {
        responseActionId,
        responseId,
        what: 'Ask for the ambulance record',
        owner: 'Isolde Fennimore, police',
        dueOn: PlainDate.parse('2026-03-10'),
        addedBy: leadId,
        addedAt: at('2026-03-03T09:00:00.000Z'),
        doneOn: null,
      },
    ],
    checks: [],
  }
  services.answer('case.withheld', [])
  services.answer('responseRecord.read', record)
  services.answer('responseRecord.recordHeld', { responseMeetingId: visit })
  services.answer('responseRecord.recordNotHeld', { responseMeetingId: visit })
  services.answer('responseRecord.arrange', { responseMeetingId: planning })
  services.answer('responseRecord.amendNotes', undefined)
  services.answer('responseRecord.finishAction', undefined)
  services.answer('responseRecord.takeLead', undefined)
  services.answer('responseRecord.addAction', { responseActionId })
})

const when = { 'heldOn-day': '1', 'heldOn-month': '3', 'heldOn-year': '2026' }
const hours = { ...when, startsAt: '23:10', endsAt: '23:50' }
const who = { roles: 'police', 'people-police': 'Isolde Fennimore, Invented Constabulary', notes: '' }

describe('the record of a response', () => {
  test('says in words how its limits stand, what took place, who was there and what is to be done', async () => {
    const main = mainOf((await lead.get(path)).body)
    expect(main).toContain('Due by the end of 4 March 2026')
    expect(main).toContain('Done in time: it was due by 3 March 2026 at 10:00am')
    expect(main).toMatch(/Arranged: 3 July 2026 at 2:00pm[\s\S]*Seminar room &lt;3&gt;/)
    expect(main).toMatch(/Police: Isolde Fennimore, Invented Constabulary[\s\S]*The cot stood/)
    expect(main).toContain('What was written before is kept')
    expect(main).toMatch(/Ask for the ambulance record[\s\S]*by 10 March 2026/)
    expect(main).toContain('The designated doctor has not said yet')
  })

  test('is left to its lead: another lead is offered the lead and sees nothing', async () => {
    const leadId = idOf('asha.linden')
    services.answer('response.read', { ...waitingResponse, state: 'started', leadId })
    const main = mainOf((await lead.get(path)).body)
    expect(main).toContain('Somebody else leads this response')
    expect(main).not.toContain('Isolde')
    expect(services.calls.map(({ procedure }) => procedure)).not.toContain('responseRecord.read')
    await lead.submit(path, { _action: 'take-lead', from: leadId })
    expect(services.sent('responseRecord.takeLead')).toMatchObject({
      areaId: leeds,
      responseId,
      from: leadId,
    })
  })

  test('is asked for and kept with case-review’s word on what is withheld from whoever asks', async () => {
    services.answer('case.withheld', [conflicted])
    await lead.get(path)
    expect(services.sent('responseRecord.read')).toMatchObject({ withheld: [conflicted] })
    await lead.submit(path, { _action: 'take-lead', from: '' })
    expect(services.sent('responseRecord.takeLead')).toMatchObject({ withheld: [conflicted] })
  })

  test('leads on to the form of what is to be recorded', async () => {
    const begun = await lead.submit(path, { _action: 'begin', kind: 'final-discussion', step: 'held' })
    expect(begun.location).toMatch(new RegExp(`${path}/final-discussion/held$`))
    const nothing = await lead.submit(path, { _action: 'begin' })
    for (const message of ['Select which meeting or visit it is', 'Select what you want to record']) {
      expect(nothing.body.split(message).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('takes an action and that it was done', async () => {
    const due = { 'dueOn-day': '1', 'dueOn-month': '1', 'dueOn-year': '2099' }
    const added = await lead.submit(path, { _action: 'add-action', what: 'Call', owner: 'Ward 4', ...due })
    expect(added.status).toBe(303)
    expect(services.sent('responseRecord.addAction')).toMatchObject({ what: 'Call', dueOn: '2099-01-01' })
    await lead.submit(path, { _action: 'finish', responseAction: responseActionId })
    expect(services.sent('responseRecord.finishAction')).toMatchObject({ responseActionId })
  })

  test.each([
    [{ what: '', owner: 'Ward 4' }, 'Enter what is to be done'],
    [{ what: 'x'.repeat(1_001), owner: 'Ward 4' }, 'What is to be done must be 1,000 characters or fewer'],
    [{ what: 'Call', owner: '' }, 'Enter who does it'],
    [{ what: 'Call', owner: 'x'.repeat(201) }, 'Who does it must be 200 characters or fewer'],
    [
      { what: 'Call', owner: 'x', 'dueOn-day': '1', 'dueOn-month': '1', 'dueOn-year': '2020' },
      'The date it is to be done by must be today or in the future',
    ],
  ])('an action with %j is refused with "%s"', async (fields, message) => {
    const due = { 'dueOn-day': '1', 'dueOn-month': '1', 'dueOn-year': '2099' }
    const answer = await lead.submit(path, { _action: 'add-action', ...due, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('is not for anybody who has nothing to do with responses', async () => {
    const other = testBrowser(portal.app)
    await other.signIn('tom.harrow@lds.example')
    expect((await other.get(path)).status).toBe(403)
    expect((await other.get(`${path}/scene-visit/held`)).status).toBe(403)
  })
})

describe('a meeting or visit', () => {
  test('that was not arranged is recorded with who was there, past midnight too', async () => {
    const answer = await lead.submit(`${path}/scene-visit/held`, { ...hours, endsAt: '0:20', ...who })
    expect(answer.status).toBe(303)
    expect(services.sent('responseRecord.recordHeld')).toMatchObject({
      kind: 'scene-visit',
      arranged: null,
      startsAt: '2026-03-01T23:10:00.000Z',
      endsAt: '2026-03-02T00:20:00.000Z',
      attendees: [{ role: 'police', name: 'Isolde Fennimore', organisation: 'Invented Constabulary' }],
      notes: null,
    })
  })

  test('is arranged by the clock on the wall, and moved as it was seen', async () => {
    const moved = { 'heldOn-day': '4', 'heldOn-month': '7', 'heldOn-year': '2026' }
    const fields = { ...moved, startsAt: '9:00', endsAt: '10:00', place: 'Room 4', version: '2' }
    expect((await lead.submit(`${path}/${planning}/arrange`, fields)).status).toBe(303)
    expect(services.sent('responseRecord.arrange')).toMatchObject({
      kind: 'initial-planning',
      arranged: { responseMeetingId: planning, version: 2 },
      startsAt: '2026-07-04T08:00:00.000Z',
      place: 'Room 4',
    })
    services.refuse('responseRecord.arrange', 'identifiers-in-summary', ['name'])
    const named = await lead.submit(`${path}/multi-agency/arrange`, fields)
    expect(named.status).toBe(422)
    expect(named.body).toContain('name')
  })

  test('has its notes written anew, and shows what stands there', async () => {
    const shown = mainOf((await lead.get(`${path}/${visit}/held`)).body)
    expect(shown).toContain('Isolde Fennimore, Invented Constabulary')
    await lead.submit(`${path}/${visit}/held`, { ...who, notes: 'Corrected', version: '2' })
    expect(services.sent('responseRecord.amendNotes')).toMatchObject({ version: 2, notes: 'Corrected' })
  })

  test('that somebody saved meanwhile shows both, and a second click overwrites nothing unless that is chosen', async () => {
    services.refuse('responseRecord.amendNotes', 'stale')
    const at = `${path}/${visit}/held`
    const typed = { ...who, notes: 'As I typed', version: '1' }
    const { status, body } = await lead.submit(at, typed)
    expect(status).toBe(409)
    expect(mainOf(body)).toContain('What is saved now')
    expect(mainOf(body)).toContain('The cot stood')
    expect(mainOf(body)).toContain('As I typed')
    expect(body).toContain('name="version" value="1"')
    await lead.submit(at, { ...typed, inPlaceOf: '2' })
    expect(services.sent('responseRecord.amendNotes')).toMatchObject({ version: 2, notes: 'As I typed' })
    services.refuse('responseRecord.arrange', 'stale')
    const moved = { 'heldOn-day': '4', 'heldOn-month': '7', 'heldOn-year': '2026', startsAt: '9:00' }
    const again = await lead.submit(`${path}/${planning}/arrange`, {
      ...moved,
      endsAt: '10:00',
      place: 'Room 4',
      version: '1',
    })
    expect(mainOf(again.body)).toContain('Seminar room &lt;3&gt;')
    expect(again.body).toContain('name="version" value="1"')
  })

  test('does not take place for a reason', async () => {
    const at = `${path}/${planning}/not-held`
    await lead.submit(at, { version: '2', reason: 'put-off', note: '' })
    expect(services.sent('responseRecord.recordNotHeld')).toMatchObject({ reason: 'put-off', note: null })
    const other = await lead.submit(at, { version: '2', reason: 'other', note: '' })
    expect(other.body.split('Enter the reason in the note').length).toBeGreaterThanOrEqual(3)
    const none = await lead.submit(at, { version: '2' })
    expect(none.body.split('Select why it does not take place').length).toBeGreaterThanOrEqual(3)
  })

  test.each([
    [{ ...when, 'heldOn-day': '' }, 'The date must include a day'],
    [{ 'heldOn-year': '2099' }, 'The date must be today or in the past'],
    [{ startsAt: 'late' }, 'The time it began must be a time by the 24-hour clock'],
    [{ endsAt: '23:10' }, 'The time it ended must be after the time it began'],
    [{ roles: '' }, 'Select who was there'],
  ])('held with %j is refused with "%s"', async (fields, message) => {
    const answer = await lead.submit(`${path}/initial-planning/held`, { ...hours, ...who, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('has a calendar file whose name says nothing', async () => {
    services.answer('responseRecord.calendar', { calendar: 'BEGIN:VCALENDAR\r\n' })
    const file = await lead.get(`${path}/${planning}/calendar`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="response-meeting.ics"')
  })

  test.each(['scene-visit/calendar', 'scene-visit/other', 'nothing/held', `${responseId}/held`])(
    '%s is not found',
    async (rest) => {
      expect((await lead.get(`${path}/${rest}`)).status).toBe(404)
    },
  )
})

test('the pages keep the page rules at 320 pixels', async () => {
  const chromium = await openBrowser()
  const page = await openedPage(chromium, portal.app, lead, { width: 320 })
  for (const address of [path, `${path}/scene-visit/held`, `${path}/${planning}/arrange`]) {
    await page.goto(`http://localhost:3000${address}`)
    expect(await axeFindings(page), address).toEqual([])
    const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(wider)).toBeLessThanOrEqual(0)
  }
  await chromium.close()
})
