import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { caseId, meeting, panelMeetingId, reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const at = `/panel-meetings/${panelMeetingId}`
const here = `${at}/cases/${caseId}/note`
const endsOn = PlainDate.parse('2026-03-23')
const written = {
  text: 'Ask about <sleep>.',
  version: 2,
  writtenAt: Instant.parse('2026-02-20T09:30:00.000Z'),
}
let portal: GivenPortal
let member: TestBrowser
let coordinator: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  member = testBrowser(portal.app)
  coordinator = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
  await coordinator.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('privateNote.read', { note: null, endsOn, held: false })
  services.answer('privateNoteHold.read', { heldOn: meeting.heldOn, endsOn, entries: [] })
})

describe('private notes', () => {
  test('say before anything is written that they may be disclosed, and when they are destroyed', async () => {
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    expect(body).toMatch(/may have to be disclosed[\s\S]*destroyed on 23 March 2026[\s\S]*<textarea/)
  })

  test('are written from the version that was shown, and emptied they are deleted', async () => {
    services.answer('privateNote.read', { note: written, endsOn, held: false })
    expect((await member.get(here)).body).toContain('Ask about &lt;sleep&gt;.')
    services.answer('privateNote.write', { version: 3 })
    const saved = await member.submit(here, { note: ' Ask again. ', _version: '2' })
    expect(saved.status).toBe(303)
    expect(services.sent('privateNote.write')).toMatchObject({
      areaId: leeds,
      caseId,
      panelMeetingId,
      text: 'Ask again.',
      version: 2,
    })
    expect((await member.follow(saved)).body).toContain('Your notes are saved.')
    await member.submit(here, { note: '  ', _version: '2' })
    expect(services.sent('privateNote.write')).toMatchObject({ text: null })
    expect((await member.submit(here, { note: 'x', _version: 'two' })).status).toBe(400)
  })

  test('come back as they were typed when they are too long, or written elsewhere meanwhile', async () => {
    const long = await member.submit(here, { note: 'n'.repeat(10_001), _version: '0' })
    expect(long.status).toBe(422)
    expect(long.body).toContain('The note must be 10,000 characters or fewer')
    services.refuse('privateNote.write', 'stale')
    services.answer('privateNote.read', { note: written, endsOn, held: false })
    const stale = await member.submit(here, { note: 'Typed for an hour.', _version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.body).toMatch(
      /What you saved meanwhile[\s\S]*Ask about &lt;sleep&gt;[\s\S]*Typed for an hour\./,
    )
  })

  test('under a legal hold say so', async () => {
    services.answer('privateNote.read', { note: written, endsOn, held: true })
    const { body } = await member.get(here)
    expect(body).toContain('A legal hold keeps the private notes of this meeting as they are.')
    expect(body).not.toContain('They are destroyed on')
  })

  test('are taken along as a file, whose name says nothing of a case', async () => {
    services.answer('privateNote.export', {
      heldOn: meeting.heldOn,
      endsOn,
      notes: [{ ...written, caseId, reference }],
    })
    const { status, body, headers } = await member.get(`${at}/private-notes.txt`)
    expect(status).toBe(200)
    expect(body).toMatch(new RegExp(`Case ${reference}[\\s\\S]*Ask about <sleep>\\.`))
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="private-notes-2026-02-23.txt"')
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('are not for the coordinator, nor of a case that is not on the agenda for them', async () => {
    expect((await coordinator.get(here)).status).toBe(403)
    expect((await coordinator.get(`${at}/private-notes.txt`)).status).toBe(403)
    services.answer('panelMeeting.read', { ...meeting, agenda: [] })
    expect((await member.get(here)).status).toBe(404)
  })
})

describe('a legal hold on private notes', () => {
  const hold = `${at}/private-notes`

  test('is put on with a reason, and taken off again', async () => {
    expect((await coordinator.get(hold)).body).toContain('They are destroyed on 23 March 2026')
    services.answer('privateNoteHold.record', undefined)
    const put = { _action: 'put-on', _entry: '0', reason: 'A solicitor asked.' }
    expect((await coordinator.submit(hold, put)).status).toBe(303)
    expect(services.sent('privateNoteHold.record')).toMatchObject({
      panelMeetingId,
      holds: true,
      entry: 0,
      reason: 'A solicitor asked.',
    })
    const recordedBy = PersonId.parse('0190f000-0000-4000-8000-0000000000ff')
    const entry = { entry: 1, holds: true, reason: 'A <b>solicitor</b> asked.', recordedBy }
    services.answer('privateNoteHold.read', {
      heldOn: meeting.heldOn,
      endsOn,
      entries: [{ ...entry, recordedAt: written.writtenAt }],
    })
    const { body } = await coordinator.get(hold)
    expect(body).toContain('Take the legal hold off')
    expect(body).toContain('a former colleague on 20 February 2026 at 9:30am: A &lt;b&gt;solicitor')
  })

  test('needs a reason, a button, and a coordinator', async () => {
    const empty = await coordinator.submit(hold, { _action: 'put-on', _entry: '0', reason: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Enter the reason')
    const long = { _action: 'put-on', _entry: '0', reason: 'r'.repeat(1_001) }
    expect((await coordinator.submit(hold, long)).body).toContain(
      'The reason must be 1,000 characters or fewer',
    )
    expect((await coordinator.submit(hold, { reason: 'x', _entry: '0' })).status).toBe(400)
    expect((await member.get(hold)).status).toBe(403)
  })
})
