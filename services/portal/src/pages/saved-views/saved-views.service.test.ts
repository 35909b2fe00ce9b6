import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyWorklist, savedViewId } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => given.services.forget())

const filter = { view: 'awaiting-agencies', sort: 'newest', owner: 'nobody' } as const
const name = 'Ours <b>“late”</b>'
const kept = { savedViewId, name, filter, begins: false, version: 3 }
const newPath = '/saved-views/new?view=awaiting-agencies&sort=newest&owner=nobody'

describe('saving a view', () => {
  test('says in words what it shows, and keeps it by codes and ids', async () => {
    given.services.answer('savedView.save', { savedViewId })
    const { body, hidden } = await given.browser.get(newPath)
    expect(mainOf(body)).toContain('Awaiting agencies, those nobody has yet, newest first')
    expect(body).toContain('<title>Save this view – Cases – Child death reviews</title>')
    const typed = { ...hidden, ...filter, name: ` ${name} `, begins: 'yes' }
    const { status, location } = await given.browser.post('/saved-views/new', typed)
    expect([status, location.replace(/^https?:\/\/[^/]+/, '')]).toEqual([
      303,
      '/cases?view=awaiting-agencies&sort=newest&owner=nobody',
    ])
    expect(given.services.sent('savedView.save')).toMatchObject({ name, filter, begins: true })
  })

  test.each([
    ['', 'Enter a name for the view'],
    ['x'.repeat(61), 'Name of the view must be 60 characters or fewer'],
  ])('asks again for %j, and keeps what was typed and what it shows', async (typed, says) => {
    const { hidden } = await given.browser.get(newPath)
    const { status, body } = await given.browser.post('/saved-views/new', {
      ...hidden,
      ...filter,
      name: typed,
    })
    expect(status).toBe(422)
    expect(mainOf(body)).toContain(says)
    expect(mainOf(body)).toContain('name="owner" value="nobody"')
    expect(given.services.sent('savedView.save')).toBeUndefined()
  })

  test('says so when there are too many', async () => {
    const { hidden } = await given.browser.get(newPath)
    given.services.refuse('savedView.save', 'too-many-saved-views')
    const { status, body } = await given.browser.post('/saved-views/new', { ...hidden, ...filter, name })
    expect(status).toBe(409)
    expect(mainOf(body)).toContain('You keep 20 views already')
    expect(mainOf(body)).toContain('Ours &lt;b&gt;')
  })
})

describe('the views somebody saved', () => {
  beforeEach(() => given.services.answer('savedView.list', { views: [kept] }))
  const sent = async (fields: Record<string, string>) => {
    const { hidden } = await given.browser.get('/saved-views')
    return given.browser.post('/saved-views', { ...hidden, savedViewId, version: '3', ...fields })
  }

  test('stand there by name, with what each shows; the title says no name', async () => {
    const { body } = await given.browser.get('/saved-views')
    expect(mainOf(body)).toContain('href="/cases?view=awaiting-agencies&amp;sort=newest&amp;owner=nobody"')
    expect(mainOf(body)).toContain('Ours &lt;b&gt;')
    expect(body).not.toContain(name)
    expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe('Views you saved – Cases – Child death reviews')
    given.services.answer('savedView.list', { views: [] })
    expect(mainOf((await given.browser.get('/saved-views')).body)).toContain('You have saved no view')
  })

  test('are renamed from what was on the page, deleted and begun with', async () => {
    given.services.answer('savedView.rename', {})
    given.services.answer('savedView.remove', {})
    given.services.answer('savedView.beginWith', {})
    const renamed = await sent({ _action: 'rename', [`name-${savedViewId}`]: 'Mine' })
    expect(renamed.status).toBe(303)
    expect(renamed.location).toMatch(/\/saved-views$/)
    expect(given.services.sent('savedView.rename')).toMatchObject({ savedViewId, version: 3, name: 'Mine' })
    await sent({ _action: 'begin' })
    expect(given.services.sent('savedView.beginWith')).toMatchObject({ savedViewId, begins: true })
    await sent({ _action: 'end' })
    expect(given.services.sent('savedView.beginWith')).toMatchObject({ begins: false })
    await sent({ _action: 'remove' })
    expect(given.services.sent('savedView.remove')).toMatchObject({ savedViewId })
  })

  test('keep their name while none is typed, and a name somebody changed meanwhile', async () => {
    const empty = await sent({ _action: 'rename', [`name-${savedViewId}`]: ' ' })
    expect(empty.status).toBe(422)
    expect(mainOf(empty.body)).toContain(`href="#name-${savedViewId}"`)
    given.services.refuse('savedView.rename', 'stale')
    expect((await sent({ _action: 'rename', [`name-${savedViewId}`]: 'Mine' })).status).toBe(409)
    expect((await sent({ savedViewId: 'x', _action: 'remove' })).status).toBe(400)
    expect((await sent({ version: '0', _action: 'rename' })).status).toBe(400)
  })

  test.each(nobodyElse)('are not for %s', async (subject) => {
    expect(await given.statusFor(subject, '/saved-views')).toBe(403)
    expect(await given.statusFor(subject, newPath)).toBe(403)
  })
})

test('the worklist offers to save what it shows, until that is kept', async () => {
  given.services.answer('case.list', { ...emptyWorklist, shown: filter })
  const path = '/cases?view=awaiting-agencies&sort=newest&owner=nobody'
  expect(mainOf((await given.browser.get(path)).body)).toContain(`href="${newPath.replaceAll('&', '&amp;')}"`)
  given.services.answer('case.list', { ...emptyWorklist, shown: filter, kept: [{ ...kept, count: 0 }] })
  const { body } = await given.browser.get(path)
  expect(mainOf(body)).not.toContain('Save this view')
  expect(mainOf(body)).toContain('href="/saved-views"')
})
