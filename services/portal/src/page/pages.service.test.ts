import { Role } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../pages/pages.ts'
import { type GivenPortal, givenPortal, leeds, wakefield } from '../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../testing/test-browser.ts'

let portal: GivenPortal
let administrator: TestBrowser
const users = async () => (await administrator.get('/users')).body

beforeAll(async () => {
  portal = await givenPortal()
  administrator = testBrowser(portal.app)
  await administrator.signIn('nadia.birch@lds.example')
})
afterAll(() => portal.drop())

const invitation = { name: 'Jo Fenwick', email: 'jo@lds.example', roles: 'analyst', agency: '' }

describe('a form', () => {
  test('without its token, or with that of another session, is refused and changes nothing', async () => {
    const other = testBrowser(portal.app)
    const theirs = await other.signIn('asha.linden@lds.example')
    const { hidden } = await administrator.get('/users/invite')
    for (const _csrf of ['', 'guessed', theirs.hidden._csrf]) {
      const answer = await administrator.post('/users/invite', { ...invitation, ...hidden, _csrf })
      expect(answer.status).toBe(403)
      expect(answer.body).toContain('Your form has expired')
    }
    expect(await users()).not.toContain('jo@lds.example')
  })

  test('before sign-in needs the token of its own visit', async () => {
    const visitor = testBrowser(portal.app)
    await visitor.get('/sign-in')
    const stranger = await testBrowser(portal.app).get('/sign-in')
    expect((await visitor.post('/sign-in', { ...stranger.hidden, next: '/' })).status).toBe(403)
    expect((await visitor.post('/sign-in', { next: '/' })).status).toBe(403)
  })

  test.each(['cross-site', 'same-site'])('sent from a page of a %s is refused', async (site) => {
    const { hidden } = await administrator.get('/users/invite')
    const answer = await administrator.post(
      '/users/invite',
      { ...invitation, ...hidden },
      { 'sec-fetch-site': site },
    )
    expect(answer.status).toBe(403)
    expect(await users()).not.toContain('jo@lds.example')
  })

  test('with mistakes comes back with everything typed, each mistake twice, and a title that says so', async () => {
    const answer = await administrator.submit('/users/invite', {
      name: '<b>Jo</b>',
      email: 'no address',
      roles: 'chair',
      agency: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>Error: Invite a person – Users – Child death reviews</title>')
    expect(answer.body).toContain('value="&lt;b&gt;Jo&lt;/b&gt;"')
    expect(answer.body).toContain('value="no address"')
    const words = 'Enter an email address in the correct format, like name@example.com'
    expect(answer.body.split(words)).toHaveLength(3)
    expect(answer.body).toContain('href="#agency"')
  })

  test('pressed twice does its work once, and a refused rule comes back onto the form', async () => {
    const { hidden } = await administrator.get('/users/invite')
    const sent = { ...invitation, ...hidden }
    const first = await administrator.post('/users/invite', sent)
    const second = await administrator.post('/users/invite', sent)
    expect([first.status, second.status]).toEqual([303, 303])
    expect((await users()).split('jo@lds.example')).toHaveLength(2)

    const again = await administrator.submit('/users/invite', invitation)
    expect(again.status).toBe(409)
    expect(again.body).toContain('This person already has access to this area')
    expect(again.body).toContain('value="Jo Fenwick"')
    const reused = await administrator.post('/users/invite', { ...sent, name: 'Another' })
    expect(reused.status).toBe(409)
  })

  test.each([
    ['a NUL byte', 'name=a%00b', 400],
    ['a lone surrogate', 'name=%ED%A0%80', 400],
    ['__proto__', '__proto__=1', 400],
    ['a 1 MB name', `name=${'a'.repeat(1_000_000)}`, 413],
    ['ten thousand fields', 'a=1&'.repeat(10_000), 413],
  ])('with %s is refused in plain words', async (_what, hostile, status) => {
    const { hidden } = await administrator.get('/users/invite')
    const answer = await administrator.post('/users/invite', `_csrf=${hidden._csrf}&${hostile}`)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('This could not be done')
    expect(answer.body).toMatch(/Remove them and try again|Shorten it and try again/)
  })

  test('that is JSON or a file upload is refused', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
      const answer = await administrator.post('/users/invite', '{}', { 'content-type': type })
      expect(answer.status).toBe(400)
    }
  })

  test('sent after the session ended says that it has expired', async () => {
    const { hidden } = await administrator.get('/users/invite')
    portal.clock.set('2026-03-02T10:31:00.000Z')
    const answer = await administrator.post('/users/invite', { ...invitation, ...hidden })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Your form has expired')
    await administrator.signIn('nadia.birch@lds.example')
  })
})

describe('a page', () => {
  test('that is not there, and one of an area that is not theirs, look the same', async () => {
    const missing = await administrator.get('/users/0190a000-0000-7000-8000-0000000000ff')
    const theirs = portal.people.get('callum.thorne@wyb.example')
    const foreign = await administrator.get(`/users/${theirs}`)
    const plain = (body: string) =>
      body.replaceAll(/nonce="[^"]*"|name="_csrf" value="[^"]*"|<strong>[0-9A-F]{8}<\/strong>/g, '')
    expect([missing.status, foreign.status]).toEqual([404, 404])
    expect(plain(foreign.body)).toBe(plain(missing.body))
    expect((await administrator.get('/no-such-page')).body).toContain('Page not found')
    expect(missing.body).toMatch(/<strong>[0-9A-F]{8}<\/strong>/)
  })

  test('for people signed in sends others to sign in, and back', async () => {
    const answer = await testBrowser(portal.app).get('/users')
    expect(answer.status).toBe(303)
    expect(answer.location).toContain('/sign-in?next=%2Fusers')
  })

  test('is never kept by the browser and names no identifier in its title', async () => {
    const theirs = portal.people.get('asha.linden@lds.example')
    const page = await administrator.get(`/users/${theirs}`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.body).toContain('<title>Change access – Users – Child death reviews</title>')
  })

  test('says that the service is away when the identity provider cannot be reached', async () => {
    const away = await givenPortal({}, { issuer: 'http://127.0.0.1:9' })
    try {
      const answer = await testBrowser(away.app).submit('/sign-in', { next: '/' })
      expect(answer.status).toBe(503)
      expect(answer.body).toContain('The service is not available')
    } finally {
      await away.drop()
    }
  })
})

describe('each role', () => {
  const caseWords = /href="\/(cases|notifications|meetings|packs|analysis|figures|releases)/

  test('sees only its own places, and the administrator no case', async () => {
    const seen = await administrator.get('/')
    expect(seen.body).toContain('href="/users"')
    expect(seen.body).not.toMatch(caseWords)
  })

  test.each([
    ['coordinator', 'asha.linden'],
    ['designated-doctor', 'edmund.frost'],
    ['response-lead', 'priya.dale'],
    ['key-worker', 'shabnam.reyes'],
    ['panel-member', 'tom.harrow'],
    ['chair', 'helen.marsh'],
    ['analyst', 'owen.pryce'],
  ])('%s is refused every page about users, whoever it is about', async (_role, name) => {
    const browser = testBrowser(portal.app)
    const start = await browser.signIn(`${name}@lds.example`)
    expect(start.body).not.toContain('href="/users"')
    for (const path of ['/users', '/users/invite', `/users/${leeds}`]) {
      const answer = await browser.get(path)
      expect(answer.status).toBe(403)
      expect(answer.body).toContain('You cannot use this page')
    }
  })

  test('scrutineer sees no case and no user, in either area', async () => {
    const scrutineer = testBrowser(portal.app)
    await scrutineer.signIn('morwenna.vance@scrutiny.example')
    for (const area of [leeds, wakefield]) {
      await scrutineer.submit('/areas', { area })
      const start = await scrutineer.get('/')
      expect(start.body).toContain('href="/scrutiny"')
      expect(start.body).not.toMatch(
        /href="\/(cases|notifications|panel-meetings|packs|figures|users|families)"/,
      )
      for (const path of ['/cases', '/panel-meetings', '/figures', '/users', '/notifications', '/search']) {
        expect((await scrutineer.get(path)).status, path).toBe(403)
      }
    }
  })

  test('scrutineer stands apart: nobody is that and something else in one area', async () => {
    const invited = { name: 'Ro Tamsin', email: 'ro@lds.example', agency: '' }
    const { hidden } = await administrator.get('/users/invite')
    const both = new URLSearchParams({ ...hidden, ...invited, roles: 'scrutineer' })
    both.append('roles', 'analyst')
    const refused = await administrator.post('/users/invite', both.toString())
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('An independent scrutineer has no other role in the area')
    await expect(
      portal.test.look`
        update portal.memberships set roles = array['scrutineer', 'analyst'] where area_id = ${leeds} and roles = array['analyst']
      `,
    ).rejects.toThrow('memberships_roles_check')
    const alone = await administrator.submit('/users/invite', { ...invited, roles: 'scrutineer' })
    expect(alone.location).toContain('/users')
  })

  test('has a page of its own to test above', () => {
    expect(Role.options).toEqual([
      'coordinator',
      'designated-doctor',
      'response-lead',
      'key-worker',
      'panel-member',
      'chair',
      'analyst',
      'publisher',
      'scrutineer',
      'administrator',
      'guest-member',
      'guest-chair',
    ])
    expect(pages.length).toBeGreaterThan(8)
  })
})

describe('the administrator', () => {
  test('invites a person, changes what they may do, and ends their access', async () => {
    await administrator.submit('/users/invite', {
      name: 'Sam Okafor',
      email: 'sam@lds.example',
      roles: 'panel-member',
      agency: 'education',
    })
    const listed = await users()
    expect(listed).toContain('Sam Okafor')
    expect(listed).toContain('Education')
    const [row] = await portal.test.look<{ personId: string }[]>`
      select person_id from portal.users where email = 'sam@lds.example'
    `
    const address = `/users/${row?.personId}`
    await administrator.submit(address, { roles: 'coordinator', agency: '', _action: 'save' })
    expect(await users()).toContain('Coordinator')
    const ended = await administrator.submit(address, { _action: 'end-access' })
    expect(ended.location).toContain('/users')
    expect((await administrator.get(address)).status).toBe(404)
    expect(await users()).toContain('Access ended')
  })

  test('cannot change their own access', async () => {
    const own = `/users/${portal.people.get('nadia.birch@lds.example')}`
    const answer = await administrator.submit(own, { roles: 'coordinator', agency: '', _action: 'save' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('You cannot change your own access. Ask another administrator')
  })
})
