import { expect, test } from './browser-test.ts'
import { signIn } from './people/sign-in.ts'

test('after signing out, Back shows the sign-in page and the session opens nothing', async ({ open }) => {
  const page = await open('nobody')
  await signIn(page, 'police')
  await page.goto('/panel-meetings')
  const kept = await page.context().cookies()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await page.context().addCookies(kept)
  await page.goto('/panel-meetings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('a session is a cookie for this host alone, out of reach of scripts, and gone with the browser', async ({
  open,
}) => {
  const page = await open('nobody')
  await signIn(page, 'doctor')
  const cookies = (await page.context().cookies()).filter(({ name }) => !name.startsWith('_'))
  const ours = (await page.context().cookies()).filter(({ name }) => name.startsWith('__Host-'))
  expect(ours.map(({ name }) => name)).toContain('__Host-session')
  for (const cookie of ours) {
    expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Lax', expires: -1 })
  }
  // The local identity provider has cookies of its own on the same host; the portal has none beside those above.
  expect(cookies.filter(({ name }) => /session|csrf|visit|link/i.test(name) && !/^_/.test(name))).toEqual([])
})

test('every answer forbids storing, framing and anything inline', async ({ open }) => {
  const page = await open('coordinator')
  for (const path of ['/', '/cases', '/notifications/new', '/nowhere', '/figures']) {
    const headers = (await page.goto(path))?.headers() ?? {}
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('nobody without a session gets more than the sign-in page', async ({ open }) => {
  const page = await open('nobody')
  for (const path of ['/', '/cases', '/notifications', '/panel-meetings', '/releases', '/users']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  }
})
