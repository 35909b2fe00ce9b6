import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  caseId,
  meeting,
  noFamilyTexts,
  pack,
  panelMeetingId,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import { newPassphrase, Passphrase } from './passphrase.ts'

const services = panelServices()
const read = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
const here = `${read}/copy`
const narratives = {
  opensUntil: PlainDate.parse('2026-03-23'),
  copiesAllowed: true,
  family: noFamilyTexts,
  texts: [{ organisationKind: 'hospital' as const, label: 'Summary', text: 'Seen at [hospital K37].' }],
}
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
  services.answer('pack.open', { ...pack, narratives })
  services.answer('pack.copy', { pack: pack.pack, narratives })
})

const passphraseOn = (body: string) => Passphrase.parse(/name="passphrase" value="([^"]*)"/.exec(body)?.[1])

test('a passphrase is long, in groups, and never the same', () => {
  const all = Array.from({ length: 200 }, newPassphrase)
  expect(new Set(all).size).toBe(200)
  for (const one of all) expect(Passphrase.safeParse(one).success).toBe(true)
})

test('a copy is a locked PDF under the passphrase that was shown, named by its reference, with none of its words to be read', async () => {
  const { body } = await member.get(here)
  const shown = passphraseOn(body)
  expect(body.split(shown)).toHaveLength(3)
  expect(body).toContain('Destroy it by 23 March 2026')
  expect(passphraseOn((await member.get(here)).body)).not.toBe(shown)
  const posted = await member.submit(here, { passphrase: shown })
  expect(posted.status).toBe(200)
  expect(posted.headers.get('content-type')).toBe('application/pdf')
  expect(posted.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-panel.pdf"`)
  expect(posted.headers.get('cache-control')).toContain('no-store')
  expect(posted.body).toMatch(/^%PDF-/)
  expect(posted.body).toContain('/AESV3')
  expect(services.sent('pack.copy')).toEqual({ areaId: leeds, caseId })
  for (const said of [shown, 'hospital K37', 'unresponsive']) expect(posted.body).not.toContain(said)
})

test('no copy is made under a passphrase of somebody’s own', async () => {
  expect((await member.submit(here, { passphrase: 'password' })).status).toBe(400)
  expect(services.sent('pack.copy')).toBeUndefined()
})

test('where none may be taken there is neither a link nor a copy', async () => {
  expect((await member.get(read)).body).toContain(`href="${here}"`)
  services.answer('pack.open', { ...pack, narratives: { ...narratives, copiesAllowed: false } })
  expect((await member.get(read)).body).not.toContain(`href="${here}"`)
  const { status, body } = await member.get(here)
  expect(status).toBe(409)
  expect(body).toContain('Copies of this pack may not be taken')
})

test('a case on no agenda of theirs has no copy', async () => {
  services.answer('panelMeeting.read', { ...meeting, agenda: [] })
  expect((await member.get(here)).status).toBe(404)
  expect((await member.submit(here, { passphrase: newPassphrase() })).status).toBe(404)
})
