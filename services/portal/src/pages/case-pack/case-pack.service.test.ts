import { Instant, PackPlace, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  caseId,
  meeting,
  noApologies,
  noFamilyTexts,
  pack,
  panelMeetingId,
  progress,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
let portal: GivenPortal
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  member = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
  services.answer('pack.open', pack)
})

describe('reading a case for the panel', () => {
  test('shows summary and returned answers by kind of organisation, and warns that it is not anonymous', async () => {
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    for (const part of [
      'This pack is de-identified, not anonymous.',
      'A baby found unresponsive in the morning.',
      'Hospital',
      'Was the child known to your agency?',
      'Transcribed: the agency told it by telephone',
      'November 2025',
      reference,
    ]) {
      expect(body).toContain(part)
    }
    expect(/<title>([^<]*)<\/title>/.exec(body)?.[1]).not.toContain(reference)
    expect(body).not.toContain('/analysis')
  })

  test('shows the de-identified texts of a released pack with who reads them, and not those that changed', async () => {
    expect((await member.get(here)).body).toContain('No agency wrote anything a panel reads.')
    const wrote = { organisationKind: 'hospital' as const, label: 'Summary of your agency’s involvement' }
    const texts = [
      { organisationKind: null, label: 'Summary', text: 'Not shown twice.' },
      { ...wrote, text: '[the child] was seen at [hospital K37].\n<b>Twice</b>.' },
      { ...wrote, label: 'What has your agency learnt?', text: null },
    ]
    const narratives = {
      opensUntil: PlainDate.parse('2026-03-23'),
      copiesAllowed: false,
      family: noFamilyTexts,
      texts,
    }
    services.answer('pack.open', { ...pack, narratives })
    const { body } = await member.get(here)
    for (const part of [
      '[the child] was seen at [hospital K37].',
      '&lt;b&gt;Twice',
      'It can be read until 23 March 2026',
      'This changed since the pack was released',
    ])
      expect(body).toContain(part)
    expect(body).toMatch(/Read by [A-Z][^<]+ on \d+ [A-Z][a-z]+ \d{4} at/)
    expect(body).not.toContain('Not shown twice')
    const changed = { ...pack.pack, summary: null }
    services.answer('pack.open', { ...pack, pack: changed, narratives: { ...narratives, texts: [] } })
    expect((await member.get(here)).body).toContain('This changed since the pack was released')
  })

  test.each([
    ['not-released', '2026-02-16', 'has not been released yet. It was due on 16 February 2026.'],
    ['not-released', '2126-02-18', 'has not been released yet. It is due on 18 February 2126.'],
    ['withdrawn', '2026-02-16', 'The pack of this meeting was withdrawn.'],
    ['over', '2026-02-16', 'The pack of this meeting has expired.'],
  ] as const)('that is %s, due on %s, says so and asks for nothing of it', async (opening, due, says) => {
    const agenda = meeting.agenda.map((item) => ({ ...item, pack: opening }))
    services.answer('panelMeeting.read', { ...meeting, agenda, packDueOn: PlainDate.parse(due) })
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    expect(body).toContain(says)
    for (const part of [reference, 'Age at death', 'November 2025', 'Declare a conflict of interest'])
      expect(body).toContain(part)
    for (const part of ['Sex', 'Summary', '/analysis', '/live"']) expect(body).not.toContain(part)
    expect(services.sent('pack.open')).toBeUndefined()
    services.answer('conflict.declare', undefined)
    expect((await member.submit(here, { _action: 'declare-conflict' })).status).toBe(303)
  })

  test('of a pack that is not open leads from every page behind it to what its agenda names', async () => {
    for (const refused of ['pack.open', 'privateNote.read', 'livePanel.seat'] as const)
      services.refuse(refused, 'pack-not-open')
    for (const behind of ['copy', 'note', 'live']) {
      const { status, location } = await member.get(`${here}/${behind}`)
      expect(status).toBe(303)
      expect(location?.endsWith(here)).toBe(true)
    }
  })

  test('says so when no agency returned anything', async () => {
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, returns: [] } })
    expect((await member.get(here)).body).toContain('No agency has returned a form.')
  })

  test('says which kind of agency has not answered', async () => {
    const police = { organisationKind: 'police' as const, effect: 'some-questions-open' as const }
    const noAnswer = [
      { ...police, part: false },
      { ...police, organisationKind: 'hospital' as const, part: true },
    ]
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, noAnswer } })
    const { body } = await member.get(here)
    expect(body).toMatch(/No answer from: Police. Expected effect:\s+some questions/)
    expect(body).toContain('Only a part of the answer from: Hospital')
  })

  test('escapes what was written, however long', async () => {
    const summary = `<script>alert(1)</script>\n${'Long words '.repeat(900)}`
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, summary } })
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    expect(body).toContain('&lt;script&gt;alert(1)')
  })

  test('is not there on another agenda, for a wrong id, or when case-review says no', async () => {
    services.answer('panelMeeting.read', { ...meeting, agenda: [] })
    expect((await member.get(here)).status).toBe(404)
    expect(services.sent('pack.open')).toBeUndefined()
    services.answer('panelMeeting.read', meeting)
    services.refuse('pack.open', 'not-found')
    expect((await member.get(here)).status).toBe(404)
    expect((await member.get(`/panel-meetings/${panelMeetingId}/cases/nonsense`)).status).toBe(404)
  })

  test('is not for the coordinator, who knows the child’s name', async () => {
    const coordinator = testBrowser(portal.app)
    await coordinator.signIn('asha.linden@lds.example')
    expect((await coordinator.get(here)).status).toBe(403)
    expect(services.calls).toEqual([])
  })
})

describe('reading on a train', () => {
  const read = { ...pack.reading, readAt: Instant.parse('2026-02-20T09:30:00.000Z'), readBefore: true }
  const withSummary = (summary: string) => ({ ...pack, pack: { ...pack.pack, summary } })

  test('begins with the case on one page, how long it takes and what the panel must decide', async () => {
    services.answer('pack.open', withSummary('word '.repeat(600)))
    const { body, headers } = await member.get(here)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(body).toMatch(/The case on one page[\s\S]*What the panel must decide[\s\S]*Summary/)
    expect(body).toContain('About 4 minutes')
    expect(body).toContain('What it answers the family')
    expect(body).not.toContain('Whether it can decide without')
  })

  test('explains abbreviations in words where each is met first', async () => {
    services.answer('pack.open', withSummary('The GP was told.\nThe GP wrote <b>.'))
    const { body } = await member.get(here)
    const gp = '<abbr title="general practitioner">GP</abbr>'
    expect(body).toContain(`The ${gp} (general practitioner) was told.`)
    expect(body).toContain(`The ${gp} wrote &lt;b&gt;.`)
  })

  test('folds passages that may distress until they are asked for', async () => {
    services.answer('pack.open', withSummary('She was well.\nBruising was seen.'))
    const folded = /<details[\s\S]*A passage about injuries[\s\S]*Bruising was seen/
    const { body } = await member.get(here)
    expect(body).toMatch(folded)
    const shown = await member.get(`${here}?passages=shown`)
    expect(shown.body).not.toMatch(folded)
    expect(shown.body).toContain('Bruising was seen.')
  })

  test('says what is new since, where they stopped, and leads back there', async () => {
    services.answer('pack.open', {
      ...pack,
      reading: { ...read, fresh: ['summary'], gone: 1, place: 'summary-2' },
    })
    const { body } = await member.get(here)
    expect(body).toContain('You marked this case as read on 20 February 2026 at 9:30am')
    expect(body).toMatch(/1 part is new or changed, and marked below; 1 part is no longer here/)
    expect(body).toMatch(/<h2[^>]*id="summary"[^>]*>Summary[^<]*<strong[^>]*>\s*New or changed/)
    expect(body).toContain('href="#summary-2"')
    expect(body).toContain('id="summary-2"')
  })

  test('counts on the agenda what they have read, and marks a case as it was shown to them', async () => {
    services.answer('reading.mark', undefined)
    const answer = await member.submit(here, { _action: 'mark-read', _version: 'a'.repeat(64) })
    expect(answer.status).toBe(303)
    expect(services.sent('reading.mark')).toMatchObject({
      areaId: leeds,
      caseId,
      panelMeetingId,
      version: 'a'.repeat(64),
    })
    services.answer('reading.progress', {
      cases: [{ caseId, readAt: Instant.parse('2026-02-20T09:30:00.000Z'), place: null }],
    })
    expect((await member.follow(answer)).body).toContain('You have read 1 of 1 case.')
    services.answer('pack.open', { ...pack, reading: read })
    expect((await member.get(here)).body).toContain('Mark as not read')
    services.answer('reading.unmark', undefined)
    expect((await member.submit(here, { _action: 'mark-unread' })).status).toBe(303)
    services.refuse('reading.mark', 'stale')
    const stale = await member.submit(here, { _action: 'mark-read', _version: 'a'.repeat(64) })
    expect(stale.status).toBe(409)
  })

  test('keeps the paragraph they are at, and nothing that is none', async () => {
    services.answer('reading.keepPlace', undefined)
    expect((await member.submit(here, { _action: 'keep-place', _place: 'summary-2' })).status).toBe(204)
    expect(services.sent('reading.keepPlace')).toMatchObject({ place: 'summary-2' })
    expect((await member.submit(here, { _action: 'keep-place', _place: '<script>' })).status).toBe(400)
    services.answer('reading.progress', {
      cases: [{ caseId, readAt: null, place: PackPlace.parse('summary-2') }],
    })
    expect((await member.get(`/panel-meetings/${panelMeetingId}`)).body).toContain(`href="${here}#summary-2"`)
  })

  test('is one tap away from a page that says nothing of it', async () => {
    const { body } = await member.get(here)
    expect(body).toMatch(/<a [^>]*href="\/hidden" data-module="cdop-hide-screen"/)
    const hidden = await member.get('/hidden')
    expect(hidden.body).toContain('Nothing is shown')
    expect(hidden.body).not.toContain(reference)
  })
})

describe('declaring a conflict of interest', () => {
  test('takes one button, and leads back to the agenda, which says so', async () => {
    services.answer('conflict.declare', undefined)
    const answer = await member.submit(here, { _action: 'declare-conflict' })
    expect(answer.status).toBe(303)
    expect(services.sent('conflict.declare')).toMatchObject({ areaId: leeds, caseId })
    services.answer('panelMeeting.read', { ...meeting, agenda: [] })
    const agenda = await member.follow(answer)
    expect(agenda.body).toContain('You declared a conflict of interest')
    expect((await member.get(here)).status).toBe(404)
  })

  test('without the button is refused', async () => {
    expect((await member.submit(here, {})).status).toBe(400)
    expect(services.sent('conflict.declare')).toBeUndefined()
  })
})
