import { DocumentId, Instant } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { begun, informationRequestId } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let browser: TestBrowser
const path = '/return/documents'
const documentId = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const file = {
  documentId,
  subject: 'letter' as const,
  fileName: 'Quillfeather <b>letter</b>.pdf',
  bytes: 2_500_000,
  state: 'clean' as const,
  filedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  sent: false,
}
const whole = {
  documentId,
  subject: 'letter' as const,
  fileName: 'kept.pdf',
  pieces: 2,
  contentHash: 'a'.repeat(64),
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  services.forget()
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('answerFile.list', { open: true, files: [file], waiting: [] })
  services.answer('answerFile.begin', { documentId })
  services.answer('answerFile.append', { wanted: true })
  services.answer('answerFile.finish', { documentId })
  services.answer('answerFile.takeBack', undefined)
  browser = testBrowser(portal.app)
  await browser.submit(`/requests/${'a'.repeat(22)}/code`, { code: '123456' })
})

const made = (procedure: string) =>
  services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('documents sent with an answer', () => {
  test('are listed by the name the reporter gave them, and none yet', async () => {
    const main = mainOf((await browser.get(path)).body)
    expect(main).toContain('Quillfeather &lt;b&gt;letter&lt;/b&gt;.pdf')
    expect(main).toContain('Letter, 2.4 MB')
    expect(main).toContain('Take back')
    services.answer('answerFile.list', { open: true, files: [{ ...file, sent: true }], waiting: [] })
    const sent = mainOf((await browser.get(path)).body)
    expect(sent).toContain('It stays as it is')
    expect(sent).not.toContain('Take back')
    services.answer('answerFile.list', { open: true, files: [], waiting: [] })
    expect(mainOf((await browser.get(path)).body)).not.toContain('What you added')
    services.answer('answerFile.list', { open: false, files: [], waiting: [] })
    expect(new URL((await browser.get(path)).location, 'http://x').pathname).toBe('/return/receipt')
  })

  test('are taken in pieces and taken back', async () => {
    const done = await browser.upload(path, 'x'.repeat(600_000), { subject: 'letter' }, 'a.pdf')
    expect(done.status).toBe(303)
    expect(made('answerFile.begin')).toMatchObject([{ subject: 'letter', fileName: 'a.pdf' }])
    expect(made('answerFile.append')).toMatchObject([{ piece: 0 }, { piece: 1 }])
    expect(made('answerFile.finish')).toMatchObject([{ documentId, pieces: 2 }])
    const back = await browser.upload(path, '', { documentId, _action: 'take-back' }, '')
    expect(back.status).toBe(303)
    expect(made('answerFile.takeBack')).toMatchObject([{ documentId }])
  })

  test.each([
    [{ subject: '' }, 'a.pdf', 'subject', 'Select what the document is'],
    [{ subject: 'letter' }, '', 'file', 'Choose a file'],
  ])('are not taken with %o and the file %j', async (fields, name, id, message) => {
    const answer = await browser.upload(path, 'x', fields, name)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(made('answerFile.begin')).toEqual([])
  })

  test('say what is wrong, and one that came whole while others were checked is kept', async () => {
    services.answer('answerFile.finish', { fault: 'macros' })
    const refused = await browser.upload(path, 'x', { subject: 'letter' }, 'a.docx')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('or as a PDF')
    services.refuse('answerFile.finish', 'files-waiting')
    expect((await browser.upload(path, 'x', { subject: 'letter' }, 'a.pdf')).status).toBe(303)
    services.answer('answerFile.list', { open: true, files: [], waiting: [whole] })
    expect(mainOf((await browser.get(path)).body)).toContain('Check kept.pdf now')
    services.answer('answerFile.finish', { documentId })
    const checked = await browser.upload(path, '', { documentId, _action: 'check' }, '')
    expect(checked.status).toBe(303)
    expect(made('answerFile.finish')).toContainEqual(
      expect.objectContaining({ documentId, pieces: 2, contentHash: whole.contentHash }),
    )
  })

  test('are not there without a link', async () => {
    expect((await testBrowser(portal.app).get(path)).status).toBe(404)
  })
})
