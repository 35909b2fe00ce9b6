import { ENGLISH, Instant, LetterStage, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, reference } from '../../testing/case-answers.ts'
import {
  type FamilyServices,
  familyLetterId,
  familyMemberId,
  familyQuestionId,
  familyServices,
  openLetter,
  otherMemberId,
  withMother,
} from '../../testing/family-services.ts'
import { mainOf, nobodyElse } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const path = `/cases/${caseId}/family/letters`
const one = `${path}/${familyLetterId}`
let services: FamilyServices
let portal: GivenPortal
let coordinator: TestBrowser
let keyWorker: TestBrowser
beforeAll(async () => {
  services = familyServices()
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  keyWorker = testBrowser(portal.app)
  await keyWorker.signIn('shabnam.reyes@lds.example')
})
afterAll(() => portal.drop())
const { content: _content, givenBy: _by, cautions: _cautions, changes: _changes, ...line } = openLetter
const final = { ...openLetter, state: 'final' as const, finalAt: Instant.parse('2026-03-01T10:00:00.000Z') }
beforeEach(() => {
  services.forget()
  services.answer('family.open', withMother)
  services.answer('identity.read', [{ caseId, ...child }])
  const languages = LetterStage.options.map((stage) => ({ stage, languages: [ENGLISH] }))
  services.answer('letter.list', { letters: [line], languages })
  services.answer('letter.read', openLetter)
  services.answer('letter.draft', { familyLetterId })
  services.answer('letter.save', { version: 2 })
  services.answer('letter.finalise', { version: 3 })
  services.answer('letter.withdraw', undefined)
  services.answer('letter.give', undefined)
  services.answer('letter.templates', { templates: [] })
  services.answer('letter.saveTemplate', { version: 1 })
  const datedOn = PlainDate.parse('2026-03-01')
  services.answer('letter.print', {
    reference: line0,
    language: ENGLISH,
    text: 'Dear Mother\n\nŁódź',
    datedOn,
  })
})
const line0 = withMother.family.reference

describe('a letter to a parent', () => {
  test('begins with whom it is to; who must not be contacted cannot be chosen', async () => {
    expect(mainOf((await keyWorker.get(path)).body)).toContain('After the panel: what was found')
    const { body } = await keyWorker.get(`${path}/new`)
    expect(body).toContain(`value="${otherMemberId}"`)
    expect(body).not.toContain(`value="${familyMemberId}"`)
    expect(mainOf(body)).toContain('Must not be contacted: Invented &lt;b&gt;Father&lt;/b&gt; (father).')
    const asked = {
      member: otherMemberId,
      stage: 'first-contact',
      language: 'english',
      keyWorker: 'Sam Invented',
      phone: '01632 960 001',
    }
    const begun = await keyWorker.submit(`${path}/new`, asked)
    expect(begun.headers.get('location')).toBe(one)
    const [firstName] = child.givenNames.split(' ')
    expect(services.sent('letter.draft')).toMatchObject({ familyMemberId: otherMemberId, child: firstName })
    for (const [change, id, message] of [
      [{ member: familyMemberId }, 'member', 'Select who the letter is to'],
      [{ stage: '' }, 'stage', 'Select what the letter is about'],
      [{ language: '<b>' }, 'language', 'Select the language'],
      [{ language: 'polish' }, 'language', 'Your area has no such letter in this language'],
      [{ keyWorker: ' ' }, 'keyWorker', 'Enter who signs the letter'],
      [{ phone: 'x'.repeat(51) }, 'phone', 'The phone number must be 50 characters or fewer'],
    ] as const) {
      const answer = await keyWorker.submit(`${path}/new`, { ...asked, ...change })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(`<a href="#${id}">${message}`)
    }
  })

  test('says what has to be known first, is saved, and is finished with what was typed last', async () => {
    const { body } = await keyWorker.get(one)
    expect(mainOf(body)).toContain('Lives apart from the other parent.')
    expect(mainOf(body)).toContain('Recorded: 12 July.')
    expect(body).toContain('Dear &lt;b&gt;Invented&lt;/b&gt; Mother')
    expect(/<title>[^<]*<\/title>/.exec(body)?.[0]).not.toContain('Invented')
    const draft = { version: '1', text: 'Dear Mother', _action: 'finish' }
    expect((await keyWorker.submit(one, draft)).status).toBe(303)
    expect(services.sent('letter.save')).toMatchObject({ version: 1, text: 'Dear Mother' })
    expect(services.sent('letter.finalise')).toMatchObject({ version: 2, knowsWish: false })
    const empty = await keyWorker.submit(one, { ...draft, text: ' ' })
    expect(empty.body).toContain('<a href="#text">Enter the letter')
    services.refuse('letter.finalise', 'letter-has-gaps')
    const gaps = await keyWorker.submit(one, { ...draft, text: 'Dear Mother [name]' })
    expect(gaps.body).toContain('Something in the letter still has to be written.')
    expect(gaps.body).toContain('Dear Mother [name]')
    expect((await keyWorker.submit(one, { ...draft, _action: 'send' })).status).toBe(400)
  })

  test('that somebody saved meanwhile shows both texts, and a second click overwrites nothing unless that is chosen', async () => {
    services.answer('letter.read', {
      ...openLetter,
      version: 4,
      content: { ...openLetter.content, text: 'Dear Mother, from a colleague' },
    })
    services.refuse('letter.save', 'stale')
    const typed = { version: '1', text: 'Dear Mother, as I typed', _action: 'save' }
    for (const _action of ['save', 'finish']) {
      const { status, body } = await keyWorker.submit(one, { ...typed, _action })
      expect(status).toBe(409)
      expect(mainOf(body)).toContain('What is saved now')
      expect(mainOf(body)).toContain('Dear Mother, from a colleague')
      expect(mainOf(body)).toContain('Dear Mother, as I typed</textarea>')
      const form = body.slice(body.indexOf('<form'), body.indexOf('</textarea>'))
      expect(form).toContain('name="version" value="1"')
      expect(form).toContain('value="4"')
    }
    await keyWorker.submit(one, typed)
    expect(services.sent('letter.save')).toMatchObject({ version: 1 })
    const empty = await keyWorker.submit(one, { ...typed, text: ' ' })
    expect(empty.body).toMatch(/name="version" value="1">\s*<div/)
    services.answer('letter.save', { version: 5 })
    expect((await keyWorker.submit(one, { ...typed, inPlaceOf: '4' })).status).toBe(303)
    expect(services.sent('letter.save')).toMatchObject({ version: 4, text: 'Dear Mother, as I typed' })
  })

  test('that was saved but not finished goes on from what was saved', async () => {
    const text = 'Dear Mother [name]'
    services.answer('letter.read', {
      ...openLetter,
      version: 2,
      content: { ...openLetter.content, text },
    })
    services.refuse('letter.finalise', 'letter-has-gaps')
    const { body } = await keyWorker.submit(one, { version: '1', text, _action: 'finish' })
    expect(body.slice(body.indexOf('<form'), body.indexOf('<textarea'))).toContain('name="version" value="2"')
    expect(body).not.toContain('What is saved now')
  })

  test('that somebody finished meanwhile still shows what was typed', async () => {
    services.answer('letter.read', { ...final, version: 3 })
    services.refuse('letter.save', 'stale')
    const { body } = await keyWorker.submit(one, { version: '1', text: 'As I typed', _action: 'save' })
    expect(mainOf(body)).toContain('As I typed')
    expect(mainOf(body)).toContain('nobody can change the letter any more')
  })

  test('is printed without a mark of the office, downloaded without a name, and recorded as given', async () => {
    services.answer('letter.read', final)
    expect((await keyWorker.get(one)).body).toContain(`href="${one}/print"`)
    const print = await keyWorker.get(`${one}/print`)
    expect(mainOf(print.body)).toContain('class="cdop-letter"')
    expect(mainOf(print.body)).toContain('Łódź')
    const pdf = await keyWorker.get(`${one}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="letter-${reference}.pdf"`)
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
    const given = {
      version: '1',
      'givenOn-day': '1',
      'givenOn-month': '3',
      'givenOn-year': '2026',
      givenHow: 'posted',
      givenBy: 'Sam Invented',
      told: familyQuestionId,
      leaflet: 'yes',
      _action: 'give',
    }
    expect((await keyWorker.submit(one, given)).status).toBe(303)
    expect(services.sent('letter.give')).toMatchObject({ told: [familyQuestionId], leaflet: true })
    const early = await keyWorker.submit(one, { ...given, 'givenOn-month': '2', givenHow: '', givenBy: '' })
    for (const message of [
      'The date must be the same as or after',
      'Select how it was',
      'Enter who posted',
    ]) {
      expect(early.body).toContain(message)
    }
    expect((await keyWorker.submit(one, { version: '1', _action: 'withdraw' })).status).toBe(303)
    services.answer('letter.print', {
      reference: line0,
      language: ENGLISH,
      text: '日本',
      datedOn: PlainDate.parse('2026-03-01'),
    })
    expect((await keyWorker.get(`${one}/pdf`)).body).toContain('Print it from its page instead')
    services.refuse('letter.print', 'not-found')
    expect((await keyWorker.get(`${one}/print`)).status).toBe(404)
    expect((await keyWorker.get(`${one}/pdf`)).status).toBe(404)
  })

  test('says that what it tells has changed since: not to be printed, or to be told anew', async () => {
    const changes = [
      { familyQuestionId, why: 'answered-anew' as const, since: PlainDate.parse('2026-03-02') },
    ]
    services.answer('letter.read', { ...final, changes })
    const { body } = await coordinator.get(one)
    expect(body).toContain('an answer in it has changed since 2 March 2026')
    expect(body).toContain('If it was posted or given by then, record that')
    expect(body).not.toContain('Show it for printing')
    services.answer('letter.read', { ...final, state: 'given', changes })
    expect((await coordinator.get(one)).body).toContain('Tell this parent anew once they may be told')
  })

  test('is no page for anybody else', async () => {
    for (const subject of nobodyElse) {
      const other = testBrowser(portal.app)
      await other.signIn(subject)
      expect((await other.get(one)).status).toBe(403)
      expect((await other.get('/letter-templates')).status).toBe(403)
    }
    expect((await keyWorker.get('/letter-templates')).status).toBe(403)
    expect((await keyWorker.get(`${path}/not-a-letter`)).status).toBe(404)
  })
})

describe('the words an area begins its letters with', () => {
  const template = {
    language: 'English',
    wording: 'Dear {parent’s name}',
    'validFrom-day': '1',
    'validFrom-month': '4',
    'validFrom-year': '2030',
    version: '0',
    _action: 'save',
  }

  test('are changed from the words this service begins with, in English or in another language', async () => {
    expect(mainOf((await coordinator.get('/letter-templates')).body)).toContain(
      'First contact, with the leaflet',
    )
    const page = '/letter-templates/change?stage=first-contact'
    expect((await coordinator.get(page)).body).toContain('I am very sorry that {child’s first name} died.')
    expect((await coordinator.get('/letter-templates/change?stage=something')).status).toBe(404)
    expect((await coordinator.submit(page, template)).status).toBe(303)
    expect(services.sent('letter.saveTemplate')).toMatchObject({
      areaId: leeds,
      version: 0,
      language: 'english',
    })
    expect((await coordinator.submit(page, { ...template, language: 'Polish' })).status).toBe(303)
    expect(services.sent('letter.saveTemplate')).toMatchObject({ language: 'polish', version: 0 })
    const shown = await coordinator.submit(page, { ...template, _action: 'preview' })
    expect(mainOf(shown.body)).toContain('Dear Jordan Example')
  })

  test.each([
    [
      { wording: '{name} and {phone}' },
      'wording',
      'Only the words listed above can stand between braces. Correct or take out: {name}',
    ],
    [{ wording: '' }, 'wording', 'Enter the letter'],
    [{ language: '1' }, 'language', 'Enter the language in English letters'],
    [{ 'validFrom-year': '2020' }, 'validFrom-day', 'The date it holds from must be today or in the future'],
  ])('are not taken with %o', async (change, id, message) => {
    const answer = await coordinator.submit('/letter-templates/change?stage=first-contact', {
      ...template,
      ...change,
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}`)
    expect(services.sent('letter.saveTemplate')).toBeUndefined()
  })
})
