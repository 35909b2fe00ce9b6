import { randomUUID } from 'node:crypto'
import { RequestId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admitOrganisation } from '../../api-token/admit-organisation.ts'
import {
  type GivenPortal,
  givenPortal,
  leeds,
  operator,
  ownCallsAs,
  wakefield,
} from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

let portal: GivenPortal
let administrator: TestBrowser
beforeAll(async () => {
  portal = await givenPortal()
  administrator = testBrowser(portal.app)
  await administrator.signIn('nadia.birch@lds.example')
})
afterAll(() => portal.drop())

const asked = { organisation: 'Invented Infirmary', 'ods-code': 'x0inv', scopes: 'rest', months: '3' }
const shownIn = (body: string) => /<code id="token"[^>]*>(cdop_[^<]+)</.exec(body)?.[1] ?? ''

const admitted = (token: string, address: 'rest' | 'fhir' = 'rest') =>
  admitOrganisation(portal.parts, `Bearer ${token}`, address, RequestId.parse(randomUUID()))

const made = async (changes: object = {}) => {
  const { tokenId, token } = await ownCallsAs(portal.parts, operator(leeds)).apiToken.create({
    areaId: leeds,
    organisationName: 'Invented Infirmary',
    odsCode: 'X0INV',
    scopes: ['rest'],
    months: 3,
    key: randomUUID(),
    ...changes,
  })
  return { tokenId, token: token ?? '' }
}

describe('an administrator makes out a token', () => {
  test('that is shown once, lets its organisation in, and stands nowhere in the database', async () => {
    const shown = await administrator.submit('/api-tokens/new', asked)
    expect(shown.status).toBe(200)
    const token = shownIn(shown.body)
    expect(await admitted(token)).toMatchObject({
      kind: 'admitted',
      actor: { kind: 'organisation', door: 'rest', areaId: leeds },
    })
    const again = await administrator.post('/api-tokens/new', { ...shown.hidden, ...asked })
    expect(again.body).not.toContain('cdop_')
    expect((await administrator.get('/api-tokens')).body).toContain('X0INV')
    const rows = await portal.test.look`
      select t::text as row from portal.api_tokens t union all select h::text from portal.api_token_hashes h
      union all select a.entry::text from portal.audit_entries a
      union all select k::text from portal.idempotency_keys k`
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).toContain('api-token.create')
  })

  test('and a second click on the same form makes no second one and shows nothing again', async () => {
    const { hidden } = await administrator.get('/api-tokens/new')
    const fields = { ...hidden, ...asked, 'ods-code': 'X0TWICE' }
    expect(shownIn((await administrator.post('/api-tokens/new', fields)).body)).not.toBe('')
    const second = await administrator.post('/api-tokens/new', fields)
    expect(second.body).toContain('cannot be shown again')
    const rows = await portal.test.look`select 1 from portal.api_tokens where ods_code = 'X0TWICE'`
    expect(rows).toHaveLength(1)
  })

  test('but not without saying whose, by which door and for how long', async () => {
    const answer = await administrator.submit('/api-tokens/new', {})
    expect(answer.status).toBe(422)
    for (const message of [
      'Enter the organisation’s name',
      'Enter the ODS code',
      'Select how the organisation will send notifications',
      'Select how long the token is good for',
    ]) {
      expect(answer.body).toContain(message)
    }
    const long = await administrator.submit('/api-tokens/new', { ...asked, organisation: 'a'.repeat(201) })
    expect(long.body).toContain('200 characters or fewer')
    expect((await administrator.submit('/api-tokens/new', { ...asked, scopes: 'toString' })).status).toBe(422)
  })

  test.each(['asha.linden@lds.example', 'helen.marsh@lds.example', 'owen.pryce@lds.example'])(
    'and %s may neither see nor make one',
    async (who) => {
      const other = testBrowser(portal.app)
      await other.signIn(who)
      expect((await other.get('/api-tokens')).status).toBe(403)
      expect((await other.get('/api-tokens/new')).status).toBe(403)
    },
  )
})

describe('a token', () => {
  test('is refused from the next request on once it is revoked', async () => {
    const { token, tokenId } = await made()
    expect(await admitted(token)).toMatchObject({ kind: 'admitted' })
    const gone = await administrator.submit(`/api-tokens/${tokenId}`, {})
    expect(gone.status).toBe(303)
    expect(await admitted(token)).toEqual({ kind: 'unknown' })
    expect((await administrator.get(`/api-tokens/${tokenId}`)).status).toBe(404)
    expect((await administrator.get('/api-tokens')).body).toContain('Revoked')
  })

  test('of another area does not exist, and cannot be revoked', async () => {
    const { tokenId } = await made()
    const calls = ownCallsAs(portal.parts, operator(wakefield))
    await expect(
      calls.apiToken.revoke({ areaId: wakefield, tokenId, key: randomUUID() }),
    ).rejects.toMatchObject({ message: 'not-found' })
  })

  test('that nobody made out, or that is written otherwise, lets nobody in', async () => {
    const { token } = await made()
    for (const shown of [
      `${token}x`,
      token.slice(0, -1),
      token.toLowerCase(),
      `cdop_${'A'.repeat(43)}`,
      '',
    ]) {
      expect(await admitted(shown)).toEqual({ kind: 'unknown' })
    }
    expect(await admitOrganisation(portal.parts, undefined, 'rest', RequestId.parse(randomUUID()))).toEqual({
      kind: 'unknown',
    })
  })

  test('opens the doors it is for, and says through which the notification comes', async () => {
    const rest = await made()
    expect(await admitted(rest.token, 'fhir')).toEqual({ kind: 'not-for-this' })
    const both = await made({ scopes: ['rest', 'fhir'] })
    expect(await admitted(both.token, 'fhir')).toMatchObject({ actor: { door: 'fhir' } })
    const forwarder = await made({ scopes: ['neonatal-surveillance'] })
    for (const address of ['rest', 'fhir'] as const) {
      expect(await admitted(forwarder.token, address)).toMatchObject({
        actor: { door: 'neonatal-surveillance' },
      })
    }
    await expect(made({ scopes: ['rest', 'neonatal-surveillance'] })).rejects.toThrow()
  })

  test('made out anew to the same organisation goes on where the old one stopped', async () => {
    const one = await admitted((await made()).token)
    const two = await admitted((await made({ organisationName: 'Renamed Infirmary' })).token)
    const other = await admitted((await made({ odsCode: 'X0OTHER' })).token)
    const idOf = (admission: typeof one) =>
      admission.kind === 'admitted' ? admission.actor.organisationId : null
    expect(idOf(one)).not.toBeNull()
    expect(idOf(two)).toBe(idOf(one))
    expect(idOf(other)).not.toBe(idOf(one))
  })

  test('is good for so many requests a minute, also when they come at once, and for as many in the next', async () => {
    portal.clock.set('2026-03-02T10:00:45.000Z')
    const { token } = await made({ usesPerMinute: 3 })
    const answers = await Promise.all(Array.from({ length: 5 }, () => admitted(token)))
    expect(answers.filter(({ kind }) => kind === 'admitted')).toHaveLength(3)
    expect(answers.filter(({ kind }) => kind === 'too-many')).toEqual([
      { kind: 'too-many', retryAfterSeconds: 15 },
      { kind: 'too-many', retryAfterSeconds: 15 },
    ])
    portal.clock.set('2026-03-02T10:01:00.000Z')
    expect(await admitted(token)).toMatchObject({ kind: 'admitted' })
  })

  test('opens nothing after its months are over', async () => {
    const { token } = await made()
    portal.clock.set('2026-06-02T00:00:00.000Z')
    expect(await admitted(token)).toEqual({ kind: 'unknown' })
    portal.clock.set('2026-03-02T10:05:00.000Z')
  })
})
