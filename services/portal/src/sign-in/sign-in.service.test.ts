import { randomUUID } from 'node:crypto'
import { InformationRequestId, SYSTEM_AREA } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSession } from '../session/open-session.ts'
import { liveSession } from '../session/session-store.ts'
import { tokenHash } from '../session/token.ts'
import {
  type GivenPortal,
  givenPortal,
  leeds,
  operator,
  ownCallsAs,
  PORTAL_URL,
  wakefield,
} from '../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../testing/test-browser.ts'

let portal: GivenPortal
let browser: TestBrowser
const SESSION = '__Host-session'

beforeAll(async () => {
  portal = await givenPortal()
})
afterAll(() => portal.drop())
beforeEach(() => {
  portal.clock.set('2026-03-02T10:00:00.000Z')
  browser = testBrowser(portal.app)
})

async function actionsIn(areaId: string) {
  const rows = await portal.test.look<{ entry: Record<string, unknown> }[]>`
    select entry from portal.audit_entries where area_id = ${areaId}
  `
  return rows.map(({ entry }) => ({
    action: entry['action'],
    decision: entry['decision'],
    object: entry['object'],
  }))
}

describe('signing in', () => {
  test('leads from the sign-in page through the identity provider to the start page of the area', async () => {
    const start = await browser.signIn('asha.linden@lds.example')

    expect(start.status).toBe(200)
    expect(start.body).toContain('Child death reviews in Leeds')
    expect(start.body).toContain('Asha Linden')
    expect(start.body).toContain('Everyone here is invented')
  })

  test('is written down in the audit of the system area, by id and without a name', async () => {
    await browser.signIn('owen.pryce@lds.example')

    const personId = portal.people.get('owen.pryce@lds.example')
    expect(await actionsIn(SYSTEM_AREA)).toContainEqual({
      action: 'session.start',
      decision: 'allowed',
      object: { kind: 'person', id: personId },
    })
  })

  test('gives a token nobody knew before, so that one planted in the browser opens nothing', async () => {
    const planted = 'p'.repeat(43)
    browser.setCookie(SESSION, planted)
    await browser.signIn('asha.linden@lds.example')

    expect(browser.cookie(SESSION)).not.toBe(planted)
    const thief = testBrowser(portal.app)
    thief.setCookie(SESSION, planted)
    expect((await thief.get('/')).location).toBe(`${PORTAL_URL}/sign-in?next=%2F`)
  })

  test('again ends the session the browser had', async () => {
    await browser.signIn('asha.linden@lds.example')
    const first = browser.cookie(SESSION) ?? ''
    // Another tab signs in while this one is open.
    const page = await browser.get('/signed-out')
    expect(page.status).toBe(200)
    const tab = testBrowser(portal.app)
    tab.setCookie('__Host-visit', 'v'.repeat(43))
    const opened = await tab.get('/sign-in')
    const leaving = await tab.post('/sign-in', { ...opened.hidden, next: '/' })
    const asked = await tab.get(leaving.location)
    const chosen = await tab.post(asked.location, { person: 'owen.pryce@lds.example' })
    tab.setCookie(SESSION, first)
    await tab.follow(chosen)

    const old = testBrowser(portal.app)
    old.setCookie(SESSION, first)
    expect((await old.get('/')).status).toBe(303)
    expect((await tab.get('/')).body).toContain('Owen Pryce')
  })

  test('keeps only a hash of the token', async () => {
    await browser.signIn('asha.linden@lds.example')
    const token = browser.cookie(SESSION) ?? 'none'

    const rows = await portal.test.look`select encode(token_hash, 'escape') as kept from portal.sessions`
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('uses a cookie that belongs to this host alone and that no script can read', async () => {
    const page = await browser.get('/sign-in')
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-visit=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ])
  })

  test('returns to the page that was asked for, and never to another site', async () => {
    const administrator = await browser.signIn('nadia.birch@lds.example', '/sign-in?next=%2Fusers')
    expect(administrator.body).toContain('Invite a person')

    const other = testBrowser(portal.app)
    const start = await other.signIn('asha.linden@lds.example', '/sign-in?next=%2F%2Fevil.example%2F')
    expect(start.body).toContain('Child death reviews in Leeds')
  })

  test('in another browser than the one that began it is refused', async () => {
    const page = await browser.get('/sign-in')
    const leaving = await browser.post('/sign-in', { ...page.hidden, next: '/' })
    const asked = await browser.get(leaving.location)
    const resumed = await browser.get(
      (await browser.post(asked.location, { person: 'asha.linden@lds.example' })).location,
    )
    expect(resumed.location).toContain('/sign-in/callback?code=')

    const victim = testBrowser(portal.app)
    await victim.get('/sign-in')
    const refused = await victim.get(resumed.location)

    expect(refused.body).toContain('You are not signed in')
    expect(victim.cookie(SESSION)).toBeUndefined()
  })

  test('works once: the address of the answer opens nothing a second time', async () => {
    const page = await browser.get('/sign-in')
    const visit = browser.cookie('__Host-visit') ?? ''
    const leaving = await browser.post('/sign-in', { ...page.hidden, next: '/' })
    const asked = await browser.get(leaving.location)
    const resumed = await browser.get(
      (await browser.post(asked.location, { person: 'asha.linden@lds.example' })).location,
    )
    await browser.get(resumed.location)

    const again = testBrowser(portal.app)
    again.setCookie('__Host-visit', visit)
    expect((await again.get(resumed.location)).body).toContain('You are not signed in')
  })

  test('that took more than ten minutes must begin again', async () => {
    const page = await browser.get('/sign-in')
    const leaving = await browser.post('/sign-in', { ...page.hidden, next: '/' })
    const asked = await browser.get(leaving.location)
    portal.clock.set('2026-03-02T10:10:01.000Z')
    const late = await browser.follow(
      await browser.post(asked.location, { person: 'asha.linden@lds.example' }),
    )

    expect(late.body).toContain('You are not signed in')
  })

  test('shows a plain page to somebody nobody invited, and writes the refusal down', async () => {
    await portal.test.look`
      update portal.users set email = 'somebody.else@lds.example' where email = 'ruth.ashdown@lds.example'
    `
    const page = await browser.signIn('ruth.ashdown@lds.example')

    expect(page.body).toContain('You do not have access')
    expect(browser.cookie(SESSION)).toBeUndefined()
    expect(await actionsIn(SYSTEM_AREA)).toContainEqual({
      action: 'session.start',
      decision: 'refused',
      object: { kind: 'person', id: 'unknown' },
    })
  })

  test('with the same address as somebody else signed in before opens nothing', async () => {
    await testBrowser(portal.app).signIn('mei.fairfax@wyb.example')
    await portal.test.look`
      update portal.users set subject = 'somebody-else' where email = 'mei.fairfax@wyb.example'
    `
    expect((await browser.signIn('mei.fairfax@wyb.example')).body).toContain('You do not have access')
    await portal.test.look`
      update portal.users set subject = 'mei.fairfax@wyb.example' where email = 'mei.fairfax@wyb.example'
    `
  })
})

describe('a session', () => {
  test('ends when the person signs out: the old cookie is refused and the browser told to forget', async () => {
    const start = await browser.signIn('asha.linden@lds.example')
    const token = browser.cookie(SESSION) ?? ''
    const out = await browser.post('/sign-out', { _csrf: start.hidden._csrf })

    expect(out.status).toBe(303)
    expect(out.headers.get('clear-site-data')).toContain('"cookies"')
    expect(browser.cookie(SESSION)).toBeUndefined()
    const thief = testBrowser(portal.app)
    thief.setCookie(SESSION, token)
    expect((await thief.get('/')).location).toBe(`${PORTAL_URL}/sign-in?next=%2F`)
  })

  test('of a mailed link in the same browser ends with the person’s at sign-out', async () => {
    const start = await browser.signIn('asha.linden@lds.example')
    const { parts } = portal
    const informationRequestId = InformationRequestId.parse(randomUUID())
    const token = await parts.database.withoutActor((tx) =>
      openSession(tx, parts.clock, { kind: 'link', areaId: leeds, informationRequestId }, null),
    )
    browser.setCookie('__Host-link', token)
    await browser.post('/sign-out', { _csrf: start.hidden._csrf })
    const { sql } = parts.database
    expect(await liveSession(sql, tokenHash(token), parts.clock.now())).toBeNull()
  })

  test('ends after 15 minutes without a request, and after 30 with a form open', async () => {
    await browser.signIn('nadia.birch@lds.example')
    portal.clock.set('2026-03-02T10:14:59.000Z')
    expect((await browser.get('/users')).status).toBe(200)
    portal.clock.set('2026-03-02T10:29:58.000Z')
    expect((await browser.get('/users/invite')).status).toBe(200)
    portal.clock.set('2026-03-02T10:59:57.000Z')
    expect((await browser.get('/users')).status).toBe(200)
    portal.clock.set('2026-03-02T11:14:58.000Z')
    expect((await browser.get('/users')).status).toBe(303)
  })

  test('ends ten hours after sign-in, however busy the person was', async () => {
    await browser.signIn('asha.linden@lds.example')
    for (let minutes = 10; minutes < 600; minutes += 10) {
      portal.clock.set(new Date(Date.parse('2026-03-02T10:00:00.000Z') + minutes * 60_000).toISOString())
      expect((await browser.get('/')).status).toBe(200)
    }
    portal.clock.set('2026-03-02T20:00:00.000Z')
    expect((await browser.get('/')).status).toBe(303)
  })

  test('is over on the next request once the person’s access was ended', async () => {
    await browser.signIn('grace.okello@lds.example')
    const personId = portal.people.get('grace.okello@lds.example')
    if (personId === undefined) throw new Error('not invited')
    await ownCallsAs(portal.parts, operator(leeds)).user.disable({
      areaId: leeds,
      personId,
      key: 'end-grace',
    })

    expect((await browser.get('/')).location).toContain('/sign-in')
    expect((await testBrowser(portal.app).signIn('grace.okello@lds.example')).body).toContain(
      'You do not have access',
    )
  })

  test('knows changed roles on the next request', async () => {
    const before = await browser.signIn('tom.harrow@lds.example')
    expect(before.body).not.toContain('href="/users"')
    const personId = portal.people.get('tom.harrow@lds.example')
    if (personId === undefined) throw new Error('not invited')
    const operating = ownCallsAs(portal.parts, operator(leeds))
    await operating.user.setRoles({ areaId: leeds, personId, roles: ['administrator'], key: 'tom-manages' })

    expect((await browser.get('/')).body).toContain('href="/users"')
    await operating.user.setRoles({ areaId: leeds, personId, roles: ['analyst'], key: 'tom-counts' })
    expect((await browser.get('/users')).status).toBe(403)
  })
})

describe('a person of two areas', () => {
  test('chooses one first, sees its name, and can change to the other under a new token', async () => {
    await ownCallsAs(portal.parts, operator(wakefield)).user.invite({
      areaId: wakefield,
      email: 'owen.pryce@lds.example',
      displayName: 'Owen Pryce',
      roles: ['administrator'],
      key: 'owen-in-wakefield',
    })
    const chooser = await browser.signIn('owen.pryce@lds.example')
    expect(chooser.body).toContain('Which area do you want to work in?')
    expect((await browser.get('/')).location).toBe(`${PORTAL_URL}/areas`)
    const unchosen = await browser.submit('/areas', {})
    expect(unchosen.status).toBe(422)
    expect(unchosen.body).toContain('<title>Error: Which area')

    const first = browser.cookie(SESSION)
    await browser.submit('/areas', { area: wakefield })
    expect(browser.cookie(SESSION)).not.toBe(first)
    const here = await browser.get('/')
    expect(here.body).toContain('Child death reviews in Wakefield')
    expect(here.body).toContain('href="/users"')
    await browser.submit('/areas', { area: leeds })
    const there = await browser.get('/')
    expect(there.body).toContain('Child death reviews in Leeds')
    expect(there.body).not.toContain('href="/users"')
  })

  test('cannot enter an area that is not open to them', async () => {
    await browser.signIn('asha.linden@lds.example')
    expect((await browser.submit('/areas', { area: wakefield })).status).toBe(422)
    expect((await browser.get('/')).body).toContain('Child death reviews in Leeds')
  })
})
