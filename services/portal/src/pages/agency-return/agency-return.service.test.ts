import { AreaId } from '@cdop/domain'
import { mistakeCases } from '@cdop/forms/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  begun,
  child,
  informationRequestId,
  reference,
  reportingAnswers,
  reportingForm,
} from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  services.forget()
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('identity.read', [child])
  services.answer('reportingForm.saveDraft', { version: 1 })
  browser = testBrowser(portal.app)
  await browser.submit(`/requests/${'a'.repeat(22)}/code`, { code: '123456' })
})

const drafted = (version: number, answers: Record<string, unknown> = reportingAnswers) =>
  services.answer('reportingForm.begin', { ...begun, version, answers })
const completed = { _completed: 'yes' }
const aboutYou = { 'reporter-name': 'Robin Ellis', 'reporter-role': 'Named nurse', ...completed }

describe('the reporting form', () => {
  test('is closed to whoever has not entered the code, and to people signed in', async () => {
    const stranger = testBrowser(portal.app)
    for (const path of ['/return', '/return/check', '/return/receipt', '/return/sections/learning']) {
      expect((await stranger.get(path)).status).toBe(404)
    }
    await stranger.signIn('asha.linden@lds.example')
    expect((await stranger.get('/return')).status).toBe(404)
  })

  test('shows which child is meant, to the holder of the link, for this request', async () => {
    const { status, body } = await browser.get('/return')
    expect(status).toBe(200)
    for (const part of ['Elowen Winterbourne', '27 July 2025', '14 November 2025', '999 000 0018']) {
      expect(body).toContain(part)
    }
    expect(/<title>([^<]*)<\/title>/.exec(body)?.[1]).not.toMatch(/Winterbourne|999/)
    const [read] = services.calls.filter(({ procedure }) => procedure === 'identity.read')
    expect(read).toMatchObject({
      input: { areaId: leeds, pass: 'a-pass' },
      actor: { kind: 'link', subject: informationRequestId },
    })
  })

  test('lists its sections; sending waits until every one that is not optional is completed', async () => {
    const empty = await browser.get('/return')
    for (const { title } of reportingForm.pages) expect(empty.body).toContain(title)
    expect(empty.body).toContain('Cannot start yet')
    expect(empty.body).toContain('Learning (optional)')
    drafted(4)
    const full = await browser.get('/return')
    expect(full.body).toContain('href="/return/check"')
    expect(full.body).not.toContain('Cannot start yet')
  })

  test('keeps one section at a time, with the version it was drawn from, and goes on to the next', async () => {
    drafted(3, { 'involvement-summary': 'Seen twice.' })
    const answer = await browser.submit('/return/sections/identification', { ...aboutYou, _version: '3' })
    expect(answer.status).toBe(303)
    expect(answer.location).toContain('/return/sections/involvement')
    expect(services.sent('reportingForm.saveDraft')).toMatchObject({
      version: 3,
      formVersion: reportingForm.version,
      answers: { 'involvement-summary': 'Seen twice.', 'reporter-name': 'Robin Ellis' },
    })
  })

  test('goes back to “Check your answers” in one step when it came from there', async () => {
    drafted(3)
    const answer = await browser.submit('/return/sections/identification?from=check', {
      ...aboutYou,
      _version: '3',
    })
    expect(answer.location).toContain('/return/check')
  })

  test('that somebody saved in between shows what is saved now and what was typed, and loses neither', async () => {
    drafted(5, { ...reportingAnswers, 'reporter-name': 'Somebody Else' })
    services.refuse('reportingForm.saveDraft', 'stale')
    const { status, body } = await browser.submit('/return/sections/identification', {
      ...aboutYou,
      _version: '3',
    })
    expect(status).toBe(409)
    expect(body).toContain('Somebody else changed this while you were working')
    expect(body).toContain('Somebody Else')
    expect(body).toContain('value="Robin Ellis"')
    expect(body).toContain('name="_version" value="5"')
  })

  test('that somebody sent the form in between says so, and what was typed still stands there', async () => {
    drafted(3)
    const { hidden } = await browser.get('/return/sections/identification')
    services.answer('reportingForm.begin', {
      ...begun,
      ...{ answers: reportingAnswers, version: 4, returned: true, pass: null },
    })
    services.refuse('reportingForm.saveDraft', 'request-answered')
    const late = await browser.post('/return/sections/identification', {
      ...{ ...hidden, ...aboutYou, _version: '3' },
    })
    expect(late.status).toBe(409)
    expect(late.body).toContain('This request has already been answered')
    expect(late.body).toContain('What you typed was not saved')
    expect(late.body).toContain('value="Robin Ellis"')
  })

  test.each(mistakeCases(reportingForm))(
    '$linkId, $mistake: says exactly what is wrong, at its field',
    async (wrong) => {
      const own = Object.entries(wrong.body).filter(([name]) => {
        const page = reportingForm.pages.find(({ linkId }) => linkId === wrong.section)
        return page?.items.some(({ linkId }) => name === linkId || name.startsWith(`${linkId}-`))
      })
      const fields = new URLSearchParams(
        own.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      )
      const path = `/return/sections/${wrong.section}`
      const { hidden } = await browser.get(path)
      for (const [name, value] of Object.entries({ ...hidden, ...completed, _version: '0' }))
        fields.set(name, value)
      const { status, body } = await browser.post(path, fields.toString())
      expect(services.sent('reportingForm.saveDraft')).toBeUndefined()
      // A character nobody can store is refused before the form is looked at.
      if (wrong.mistake === 'unstorable') return expect(status).toBe(400)
      expect(status).toBe(422)
      expect(body).toContain('<title>Error: ')
      expect(body).toContain(`<a href="#${wrong.fieldId}">${wrong.message.replaceAll("'", '&#39;')}</a>`)
      expect(body).toContain(`id="${wrong.fieldId}"`)
    },
  )

  test('does not have other sections, and takes no page that is not ours', async () => {
    expect((await browser.get('/return/sections/nowhere')).status).toBe(404)
    const path = '/return/sections/identification'
    expect((await browser.submit(path, aboutYou)).status).toBe(400)
    expect((await browser.submit(path, { ...aboutYou, _version: '-1' })).status).toBe(400)
    const extra = await browser.submit(path, { ...aboutYou, _version: '0', smuggled: 'x' })
    expect(extra.status).toBe(422)
    expect(services.sent('reportingForm.saveDraft')).toBeUndefined()
  })

  test('survives very long answers', async () => {
    drafted(1, { ...reportingAnswers, 'involvement-summary': 'Long words '.repeat(700) })
    expect((await browser.get('/return/check')).status).toBe(200)
    expect((await browser.get('/return/sections/summary-of-involvement')).body).toContain(
      'Long words Long words',
    )
  })
})

describe('“Have you completed this section?”', () => {
  const path = '/return/sections/identification'
  const notSaid = '<a href="#section-completed">Select yes if you have completed this section</a>'
  const said = (words: PanelAnswers['reportingForm.begin']['words'], answers = reportingAnswers) =>
    services.answer('reportingForm.begin', { ...begun, version: 4, answers, words })
  const allCompleted = Object.fromEntries(
    reportingForm.pages.map(({ linkId }) => [linkId, 'completed' as const]),
  )

  test('is asked at the end of the only page of a section, with nothing chosen, and must be answered', async () => {
    const { body } = await browser.get(path)
    expect(body).toContain('Have you completed this section?')
    expect(body).not.toMatch(/name="_completed"[^>]*checked/)
    const { _completed, ...answers } = aboutYou
    const unsaid = await browser.submit(path, { ...answers, _version: '0' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toContain(notSaid)
    expect(unsaid.body).toContain('value="Robin Ellis"')
    expect(unsaid.body).toContain('id="section-completed"')
    const other = await browser.submit(path, { ...answers, _completed: 'perhaps', _version: '0' })
    expect(other.body).toContain(notSaid)
    expect(services.sent('reportingForm.saveDraft')).toBeUndefined()
  })

  test('goes with the answers, and is none of them', async () => {
    await browser.submit(path, { ...aboutYou, _version: '0' })
    expect(services.sent('reportingForm.saveDraft')).toMatchObject({
      stated: { section: 'identification', completed: true },
      answers: { 'reporter-name': 'Robin Ellis', 'reporter-role': 'Named nurse' },
    })
    expect(Object(services.sent('reportingForm.saveDraft')).answers).not.toHaveProperty('_completed')
  })

  test('answered yes with something blank that has to be answered names it; later keeps the page as it is', async () => {
    const blank = { 'reporter-name': 'Robin Ellis', _version: '0' }
    const refused = await browser.submit(path, { ...blank, _completed: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('<a href="#reporter-role">')
    expect(refused.body).toMatch(/name="_completed"[^>]*value="yes"[^>]*checked/)
    const later = await browser.submit(path, { ...blank, _completed: 'later' })
    expect(later.status).toBe(303)
    expect(services.sent('reportingForm.saveDraft')).toMatchObject({
      stated: { section: 'identification', completed: false },
      answers: { 'reporter-name': 'Robin Ellis' },
    })
  })

  test('need not be answered again while nothing changes; an answer that does puts the section back and says so', async () => {
    said(allCompleted)
    expect((await browser.get(path)).body).toContain('Say it again if you change an answer')
    const name = String(reportingAnswers['reporter-name'])
    const same = { 'reporter-name': name, 'reporter-role': String(reportingAnswers['reporter-role']) }
    const unchanged = await browser.submit(path, { ...same, _version: '4' })
    expect(unchanged.location).toContain('/return/sections/involvement')
    expect(services.sent('reportingForm.saveDraft')).not.toHaveProperty('stated')
    const changed = await browser.submit(path, { ...same, 'reporter-name': 'Another', _version: '4' })
    expect(changed.location).toMatch(/\/return$/)
    said({ ...allCompleted, identification: 'changed' })
    const list = await browser.follow(changed)
    expect(list.body).toContain('This section was completed. An answer in it has changed since')
    expect(list.body).toContain('Cannot start yet')
    const open = await browser.get(path)
    expect(open.body).toContain('This section was completed. An answer in it has changed since')
    expect((await browser.submit(path, { ...same, _version: '4' })).body).toContain(notSaid)
  })

  test('an answer that brings up a question elsewhere that must be answered leads to where that is said', async () => {
    const drowning = {
      kind: 'drowning' as const,
      stages: null,
      formVersion: '2021-04-01',
      version: 2,
      answers: { 'holds-information': 'no' },
      words: { holding: 'completed' as const, water: 'completed' as const },
    }
    const asked = (answers: Record<string, string>) =>
      services.answer('reportingForm.begin', { ...begun, supplementary: [{ ...drowning, answers }] })
    services.answer('supplementaryForm.saveDraft', { version: 3 })
    asked({ 'holds-information': 'no' })
    expect((await browser.get('/return')).body).not.toContain('This section was completed')
    const yes = { 'holds-information': 'yes' }
    const holding = '/return/forms/drowning/sections/holding'
    const answer = await browser.submit(holding, { ...yes, ...completed, _version: '2' })
    expect(answer.location).toMatch(/\/return$/)
    asked(yes)
    expect((await browser.follow(answer)).body).toContain('This section was completed')
    expect((await browser.get('/return/check')).body).toContain(
      'href="/return/forms/drowning/sections/water?from=check"',
    )
  })

  test('decides the list and what may be sent; an optional section counts once it was begun', async () => {
    said(allCompleted)
    const all = await browser.get('/return')
    expect(all.body).toContain('href="/return/check"')
    expect(all.body).not.toContain('Not started')
    said({ ...allCompleted, learning: 'later' })
    const begunOne = await browser.get('/return')
    expect(begunOne.body).toContain('In progress')
    expect(begunOne.body).toContain('Cannot start yet')
    const check = await browser.get('/return/check')
    expect(check.body).toContain('href="/return/sections/learning?from=check"')
    expect(check.body).not.toContain('Send the form')
  })

  test('what another reporter said meanwhile stands beside what was chosen', async () => {
    said({ identification: 'completed' })
    services.refuse('reportingForm.saveDraft', 'stale')
    const { status, body } = await browser.submit(path, { ...aboutYou, _completed: 'later', _version: '3' })
    expect(status).toBe(409)
    expect(body).toMatch(/What is saved now[\s\S]*Yes, I have completed it[\s\S]*What you typed/)
    expect(body).toMatch(/name="_completed"[^>]*value="later"[^>]*checked/)
    said({ identification: 'changed' })
    const changed = await browser.submit(path, { ...aboutYou, _version: '3' })
    expect(changed.body).toMatch(
      /What is saved now[\s\S]*Yes, but an answer has changed since[\s\S]*What you typed/,
    )
  })

  test('that the services below find otherwise is said on the page, and nothing is sent', async () => {
    said(allCompleted)
    services.refuse('reportingForm.submit', 'sections-unfinished')
    const { status, body } = await browser.submit('/return/check', { _version: '4', declaration: 'yes' })
    expect(status).toBe(409)
    expect(body).toContain('A section of the form is not completed')
  })
})

describe('a supplementary form asked with the request', () => {
  const asked = {
    kind: 'care-pathway' as const,
    stages: ['stage-ambulance'],
    formVersion: '2022-04-01',
    version: 2,
    answers: {},
    words: {},
  }
  const path = '/return/forms/care-pathway/sections/stage-ambulance'
  beforeEach(() => {
    services.answer('reportingForm.begin', {
      ...begun,
      version: 4,
      answers: reportingAnswers,
      supplementary: [asked],
    })
    services.answer('supplementaryForm.saveDraft', { version: 3 })
  })

  test('stands in the task list by the stages that were asked, and keeps the form from being sent', async () => {
    const { body } = await browser.get('/return')
    expect(body).toContain(`href="${path}"`)
    expect(body).toContain('Ambulance and transfer to hospital')
    expect(body).not.toContain('stage-ward')
    expect(body).toContain('Cannot start yet')
    expect((await browser.get('/return/check')).body).toContain('You cannot send the form yet')
  })

  test('is kept section by section, with the version it was drawn from', async () => {
    const answer = await browser.submit(path, { 'ambulance-held': 'no', ...completed, _version: '2' })
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/\/return$/)
    expect(services.sent('supplementaryForm.saveDraft')).toMatchObject({
      kind: 'care-pathway',
      version: 2,
      formVersion: '2022-04-01',
      answers: { 'ambulance-held': 'no' },
    })
  })

  test('shows what is saved now and what was typed when somebody saved in between', async () => {
    services.refuse('supplementaryForm.saveDraft', 'stale')
    const { status, body } = await browser.submit(path, {
      'ambulance-held': 'no',
      ...completed,
      _version: '1',
    })
    expect(status).toBe(409)
    expect(body).toContain('What is saved now')
    expect(body).toContain('name="_version" value="2"')
  })

  test('has only the stages and the forms that were asked', async () => {
    for (const other of [
      '/return/forms/care-pathway/sections/stage-ward',
      '/return/forms/drowning/sections/holding',
      '/return/forms/nothing/sections/x',
    ]) {
      expect((await browser.get(other)).status).toBe(404)
    }
  })

  test('that an agency holds nothing for ends with one question', async () => {
    const drowning = { ...asked, kind: 'drowning' as const, stages: null, formVersion: '2021-04-01' }
    services.answer('reportingForm.begin', { ...begun, supplementary: [drowning] })
    const first = '/return/forms/drowning/sections/holding'
    const nothing = await browser.submit(first, { 'holds-information': 'no', ...completed, _version: '2' })
    expect(nothing.location).toMatch(/\/return$/)
    const something = await browser.submit(first, { 'holds-information': 'yes', ...completed, _version: '2' })
    expect(something.location).toContain('/return/forms/drowning/sections/water')
  })
})

describe('sending the form', () => {
  beforeEach(() => drafted(7))

  test('needs the declaration', async () => {
    const { status, body } = await browser.submit('/return/check', { _version: '7' })
    expect(status).toBe(422)
    expect(body).toContain(
      '<a href="#declaration">Confirm that the answers are right as far as your agency knows</a>',
    )
    expect(services.sent('reportingForm.submit')).toBeUndefined()
  })

  test('sends the answers that were checked and shows the receipt', async () => {
    const page = await browser.get('/return/check')
    expect(page.body).toContain('name="_version" value="7"')
    services.answer('reportingForm.submit', { returnedAt: portal.clock.now() })
    const answer = await browser.post('/return/check', { ...page.hidden, _version: '7', declaration: 'yes' })
    expect(answer.status).toBe(303)
    expect(services.sent('reportingForm.submit')).toMatchObject({ version: 7, answers: reportingAnswers })
    services.answer('reportingForm.begin', {
      ...begun,
      answers: reportingAnswers,
      version: 8,
      returned: true,
    })
    const receipt = await browser.follow(answer)
    expect(receipt.body).toContain('Form returned')
    expect(receipt.body).toContain(reference)
    expect(receipt.body).not.toContain('Winterbourne')
  })

  test('a second time shows the receipt, and every page of the form leads there', async () => {
    services.refuse('reportingForm.submit', 'request-answered')
    const again = await browser.submit('/return/check', { _version: '7', declaration: 'yes' })
    expect(again.status).toBe(303)
    expect(again.location).toContain('/return/receipt')
    services.answer('reportingForm.begin', {
      ...begun,
      answers: reportingAnswers,
      version: 8,
      returned: true,
    })
    for (const path of ['/return', '/return/check', '/return/sections/learning']) {
      expect((await browser.get(path)).location).toContain('/return/receipt')
    }
  })

  test('after somebody saved in between says so and sends nothing', async () => {
    services.refuse('reportingForm.submit', 'stale')
    const { status, body } = await browser.submit('/return/check', { _version: '6', declaration: 'yes' })
    expect(status).toBe(409)
    expect(body).toContain('Somebody else changed this')
  })

  test('waits while a section is not complete', async () => {
    drafted(2, {})
    const { body } = await browser.get('/return/check')
    expect(body).toContain('You cannot send the form yet')
    expect(body).not.toContain('Send the form')
  })
})

describe('a case that is handed to another panel while somebody writes', () => {
  const bradford = AreaId.parse('0190a000-0000-7000-8000-000000000002')
  const reading = () => services.calls.filter(({ procedure }) => procedure === 'reportingForm.begin').at(-1)

  test('is followed: the same page, and what was posted to it, goes to where it is now', async () => {
    drafted(3)
    const { hidden } = await browser.get('/return/sections/identification')
    services.refuse('reportingForm.saveDraft', 'request-moved')
    services.answer('link.whereNow', { areaId: bradford })
    const fields = { ...hidden, ...aboutYou, _version: '3' }
    const moved = await browser.post('/return/sections/identification', fields)
    expect(moved.status).toBe(307)
    expect(new URL(moved.location).pathname).toBe('/return/sections/identification')
    services.answer('reportingForm.saveDraft', { version: 4 })
    const done = await browser.post(moved.location, fields)
    expect(done.status).toBe(303)
    expect(reading()?.actor).toMatchObject({ kind: 'link', areaId: bradford, subject: informationRequestId })
    expect(services.sent('reportingForm.saveDraft')).toMatchObject({ version: 3, key: hidden._key })
  })

  test('says so where it leads nowhere else, and does not go round in circles', async () => {
    services.refuse('reportingForm.begin', 'request-moved')
    services.answer('link.whereNow', { areaId: leeds })
    const { status, body } = await browser.get('/return')
    expect(status).toBe(409)
    expect(body).toContain('What you saved is safe')
  })

  test('says to try again in a minute while it is on its way', async () => {
    drafted(7)
    services.refuse('reportingForm.submit', 'case-on-its-way')
    const sent = await browser.submit('/return/check', { _version: '7', declaration: 'yes' })
    expect(sent.status).toBe(409)
    expect(sent.body).toContain('What you saved is safe. Try again in a minute')
    services.answer('identity.read', [])
    expect((await browser.get('/return')).body).toContain('Try again in a minute')
  })
})

describe('correcting what was sent', () => {
  beforeEach(() => {
    services.answer('reportingForm.begin', {
      ...begun,
      answers: reportingAnswers,
      version: 8,
      returned: true,
    })
    services.answer('reportingForm.correct', { entry: 2 })
  })

  test('needs the reason, opens the form again, and is offered on the receipt', async () => {
    expect((await browser.get('/return/receipt')).body).toContain('href="/return/correct"')
    const empty = await browser.submit('/return/correct', { why: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('<a href="#why">Enter what has to be corrected, and why</a>')
    expect(services.sent('reportingForm.correct')).toBeUndefined()
    const answer = await browser.submit('/return/correct', { why: 'The date was wrong' })
    expect(answer.status).toBe(303)
    expect(services.sent('reportingForm.correct')).toMatchObject({ why: 'The date was wrong' })
  })

  test('is for a form that was sent: before, there is only the form', async () => {
    drafted(3)
    expect((await browser.get('/return/correct')).location).toMatch(/\/return$/)
  })
})

describe('a form that was sent back', () => {
  test('says which questions are missing, with the way to each, and what else the office said', async () => {
    services.answer('reportingForm.begin', {
      ...begun,
      answers: reportingAnswers,
      version: 8,
      sentBack: {
        questions: [
          { form: 'reporting', path: 'involvement-summary' },
          { form: 'reporting', path: 'no-longer-asked' },
        ],
        note: 'The <ward> notes',
      },
    })
    const { body } = await browser.get('/return')
    expect(body).toContain('Sent back: these questions')
    expect(body).toMatch(/href="\/return\/sections\/[a-z-]+">Summary of your agency/)
    expect(body).toContain('The &lt;ward&gt; notes')
    expect(body).not.toContain('href="/return/nothing-known"')
    expect(body).toContain('href="/return/check"')
  })
})

describe('leaving', () => {
  test('closes the form in this browser', async () => {
    const left = await browser.follow(await browser.submit('/return/leave', {}))
    expect(left.body).toContain('You have left the form')
    expect((await browser.get('/return')).status).toBe(404)
  })
})
