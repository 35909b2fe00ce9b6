import { Instant, PersonId, usualQuorum } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds, PORTAL_URL } from '../../testing/given-portal.ts'
import {
  analysisAnswers,
  analysisForm,
  caseId,
  meeting,
  panelMeetingId,
  quorate,
  reference,
} from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}/cases/${caseId}/live`
let portal: GivenPortal
let chair: TestBrowser
let member: TestBrowser
let coordinator: TestBrowser

const stranger = PersonId.parse('0190f000-0000-4000-8000-000000000009')
const rowsOf = new Map(summary(analysisForm, analysisAnswers).map(({ linkId, rows }) => [linkId, rows]))
const items = analysisForm.pages.map(({ linkId, title }, at) => ({
  item: linkId,
  title,
  optional: false,
  state: at === 0 ? ('agreed' as const) : ('open' as const),
  version: at === 0 ? 1 : 0,
  lapsed: false,
  disagreed: at === 0 ? 1 : 0,
}))
const [first, second, third] = items
if (first === undefined || second === undefined || third === undefined)
  throw new Error('a form of three items')
const room = { state: 'open' as const, current: second.item, token: '1.3.3' }
const followed: PanelAnswers['livePanel.read'] = {
  ...room,
  here: 5,
  items: items.map((one) => ({ ...one, rows: rowsOf.get(one.item) ?? [] })),
}
const led: PanelAnswers['livePanel.lead'] = {
  ...room,
  version: 3,
  here: 5,
  analysisAgreed: false,
  items: followed.items.map((one, at) => ({
    ...one,
    answered: true,
    digest: `digest-${at}`,
    decidedBy: at === 0 ? stranger : null,
    decidedAt: at === 0 ? Instant.parse('2026-02-23T10:00:00.000Z') : null,
    whoDisagreed: at === 0 ? [stranger] : [],
    words: at === 0 ? 'Not <so>' : null,
  })),
}
const seat: PanelAnswers['livePanel.seat'] = {
  reference,
  ageBand: '28-364d',
  heldOn: meeting.heldOn,
  around: null,
  pass: 'a-pass',
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
  member = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())

const tom = () => {
  const personId = portal.people.get('tom.harrow@lds.example')
  if (personId === undefined) throw new Error('Tom is of the demonstration')
  return personId
}
beforeEach(() => {
  services.forget()
  const { counted, more, missing } = quorate
  services.answer('livePanel.seat', {
    ...seat,
    around: {
      kind: 'standard',
      quorumRule: { rule: usualQuorum.standard, validFrom: null },
      quorum: { quorate: true, counted, more, missing },
      attendance: [{ personId: tom(), agency: 'health', attendedAs: 'primary' }],
      conflicted: [stranger],
      forFacts: [],
      familyQuestions: { asked: 0, open: 0 },
    },
  })
  services.answer('livePanel.keepSeat', { pass: 'a-pass' })
  services.answer('livePanel.read', followed)
  services.answer('livePanel.screen', { ...room, items })
  services.answer('livePanel.lead', led)
  services.answer('livePanel.stillHere', { here: 5 })
  services.answer('livePanel.follow', { token: '1.3.3', here: 5 })
})

describe('following the live panel', () => {
  test('shows the item the panel is at with its answer, every decision, and how many are there', async () => {
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    for (const part of [second.title, '5 here', '1 member disagreed', 'Not decided', reference]) {
      expect(body).toContain(part)
    }
    expect(/<title>([^<]*)<\/title>/.exec(body)?.[1]).not.toContain(reference)
    expect(body).not.toContain('Lead the live panel')
    expect((await chair.get(here)).body).toContain('Lead the live panel')
  })

  test('loads itself anew without scripts, at an address that prolongs no session', async () => {
    const { body } = await member.get(here)
    expect(body).toContain(`<noscript><meta http-equiv="refresh" content="10; url=${here}/again"></noscript>`)
    expect((await member.get(`${here}/again`)).body).toContain('5 here')
  })

  test('says so before it was begun and after it ended, without an answer', async () => {
    for (const [state, words] of [
      ['not-begun', 'The chair has not begun yet.'],
      ['ended', 'The chair has ended the live panel.'],
      ['agreed', 'The panel has agreed the whole analysis.'],
    ] as const) {
      services.answer('livePanel.read', { ...followed, state, current: null })
      const { body } = await member.get(here)
      expect(body).toContain(words)
      expect(body).not.toContain('cdop-live__now')
    }
  })

  test('is nobody’s who may not, and a case that is not theirs is not there', async () => {
    expect((await coordinator.get(here)).status).toBe(403)
    expect((await member.get(`${here}/lead`)).status).toBe(403)
    services.refuse('livePanel.seat', 'not-found')
    for (const path of [here, `${here}/screen`, `${here}/again`]) {
      expect((await member.get(path)).status).toBe(404)
    }
  })
})

describe('the presentation to a room', () => {
  test('names the case by its reference and age band, and nobody: not whoever is signed in, nor who disagreed', async () => {
    for (const browser of [chair, coordinator]) {
      const { status, body } = await browser.get(`${here}/screen`)
      expect(status).toBe(200)
      for (const part of [reference, second.title, '28 days to under 1 year', 'cdop-projected']) {
        expect(body).toContain(part)
      }
      for (const hidden of ['Helen Marsh', 'Asha Linden', 'Leeds', 'Sign out', 'Not &lt;so', 'November']) {
        expect(body, hidden).not.toContain(hidden)
      }
    }
    expect(services.calls.map(({ procedure }) => procedure)).not.toContain('livePanel.lead')
  })
})

describe('leading the live panel', () => {
  test('shows quorum, who is there and who is in conflict beside the items, and what is still to agree', async () => {
    const { body } = await chair.get(`${here}/lead`)
    for (const part of ['Quorate with 6 members', 'Tom Harrow', 'Former member', 'Still to agree']) {
      expect(body).toContain(part)
    }
    services.answer('livePanel.lead', {
      ...led,
      items: led.items.map((one) => ({ ...one, state: 'agreed' as const })),
    })
    expect((await chair.get(`${here}/lead`)).body).toContain('Check and agree the analysis')
  })

  test('begins it, goes to an item, and ends it as it was seen', async () => {
    services.answer('livePanel.lead', { ...led, state: 'not-begun', current: null })
    services.answer('livePanel.open', { item: first.item })
    const begun = await chair.submit(`${here}/lead`, { _action: 'begin' })
    expect(begun.location).toContain(`${here}/lead/${first.item}`)
    services.answer('livePanel.lead', led)
    services.answer('livePanel.end', { ended: true })
    expect((await chair.submit(`${here}/lead`, { _action: 'end', version: '3' })).status).toBe(303)
    expect(services.sent('livePanel.end')).toMatchObject({ areaId: leeds, caseId, version: 3 })
    expect((await chair.submit(`${here}/lead`, { _action: 'end', version: 'x' })).status).toBe(400)
  })

  test('records a decision about what was seen, with who disagreed and what they said', async () => {
    services.answer('livePanel.decide', { state: 'agreed', version: 1 })
    const page = `${here}/lead/${second.item}`
    const { body } = await chair.get(page)
    expect(body).toContain('name="digest" value="digest-1"')
    expect(body).toContain(`Previous: ${first.title}`)
    const press = { _action: 'decide', version: '0', digest: 'digest-1', decision: 'agree' }
    const said = { disagreed: tom(), words: 'Not the housing' }
    expect((await chair.submit(page, { ...press, ...said })).status).toBe(303)
    expect(services.sent('livePanel.decide')).toMatchObject({
      item: second.item,
      version: 0,
      digest: 'digest-1',
      decision: 'agree',
      disagreed: [tom()],
      words: 'Not the housing',
    })
    const alone = await chair.submit(page, { ...press, words: 'Said by whom' })
    expect(alone.status).toBe(422)
    expect(alone.body).toContain('Select who disagreed')
    expect(alone.body).toContain('Said by whom')
    expect((await chair.submit(page, { ...press, decision: '' })).body).toContain(
      'Select what the panel decided',
    )
    const long = await chair.submit(page, { ...press, ...said, words: 'x'.repeat(2_001) })
    expect(long.body).toContain('What was said must be 2000 characters or fewer')
    expect(
      (await chair.submit(`${here}/lead/${first.item}`, { ...press, ...said, decision: 'open-again' })).body,
    ).toContain('Opening an item again records no disagreement')
  })

  test('tells the chair that something was decided meanwhile, and keeps what was typed', async () => {
    services.refuse('livePanel.decide', 'stale')
    const press = {
      _action: 'decide',
      version: '0',
      digest: 'old',
      decision: 'defer',
      words: 'Typed',
      disagreed: tom(),
    }
    const { status, body } = await chair.submit(`${here}/lead/${second.item}`, press)
    expect(status).toBe(409)
    expect(body).toContain('Somebody else changed this')
    expect(body).toContain('Typed')
    expect(body).toContain('name="digest" value="digest-1"')
    services.refuse('livePanel.decide', 'disagreement-not-of-panel')
    expect((await chair.submit(`${here}/lead/${second.item}`, press)).body).toContain('href="#disagreed"')
  })

  test('turns everybody’s page, and has no item the form has not', async () => {
    services.answer('livePanel.show', { item: third.item })
    const turned = await chair.submit(`${here}/lead/${second.item}`, { _action: 'show', item: third.item })
    expect(turned.location).toContain(`${here}/lead/${third.item}`)
    expect((await chair.get(`${here}/lead/nowhere`)).status).toBe(404)
    expect((await chair.submit(`${here}/lead/${second.item}`, { _action: 'decide' })).status).toBe(400)
  })

  test('shows who disagreed and their words to the chair, escaped', async () => {
    const { body } = await chair.get(`${here}/lead/${first.item}`)
    expect(body).toContain('Not &lt;so&gt;')
    expect(body).toContain('Open it again')
    expect(body).not.toContain('value="agree"')
  })
})

describe('the stream of changes', () => {
  const opened = async (browser: TestBrowser, after = '') => {
    const cookies = [...(browser.jar.get(PORTAL_URL) ?? [])].map(([name, value]) => `${name}=${value}`)
    const headers = { cookie: cookies.join('; '), ...(after !== '' && { 'last-event-id': after }) }
    return portal.app.request(`${here}/changes`, { headers })
  }
  async function heardOf(answer: Response, until: RegExp): Promise<string> {
    const reader = answer.body?.getReader()
    let text = ''
    for (;;) {
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return text
      text += new TextDecoder().decode(piece.value)
      if (until.test(text)) {
        await reader?.cancel()
        return text
      }
    }
  }
  const toTheEnd = (answer: Response) => answer.text()

  test('names a version and a count, and nothing of the case', async () => {
    const answer = await opened(member)
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const heard = await heardOf(answer, /event: here/)
    expect(heard).toBe('retry: 2000\n\nid: 1.3.3\nevent: change\ndata: 1.3.3\n\nevent: here\ndata: 5\n\n')
    const again = await heardOf(await opened(member, '1.3.3'), /event: here/)
    expect(again).not.toContain('event: change')
  })

  test('ends when a conflict is declared', async () => {
    const answer = await opened(member)
    services.refuse('livePanel.keepSeat', 'not-found')
    expect(await toTheEnd(answer)).toContain('event: end')
    expect((await opened(member)).status).toBe(404)
  })

  test('ends when somebody signs out in another window', async () => {
    const leaving = testBrowser(portal.app)
    await leaving.signIn('tom.harrow@lds.example')
    const answer = await opened(leaving)
    const { hidden } = await leaving.get('/')
    await leaving.post('/sign-out', hidden)
    expect(await toTheEnd(answer)).toContain('event: end')
  })

  test('is not opened a fifth time by one person', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => opened(member)))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await opened(member)).status).toBe(429)
    for (const one of all) await one.body?.cancel()
    const back = await opened(member)
    expect(back.status).toBe(200)
    await back.body?.cancel()
  })
})
