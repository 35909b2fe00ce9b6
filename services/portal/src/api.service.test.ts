import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import { AreaId, type Role } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { walkRouter } from '@cdop/rpc/testing'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { router } from './api.ts'
import { migrations } from './app.ts'
import { portalRooms } from './live/portal-rooms.ts'
import type { PortalParts } from './portal-parts.ts'
import { callerOf } from './rpc.ts'
import { givenArea, operator, ownCallsAs } from './testing/given-portal.ts'

let given: GivenService
let parts: PortalParts
const area = AreaId.parse(randomUUID())

beforeAll(async () => {
  given = await givenService('portal', migrations)
  const nobody = async () => {
    throw new Error('nobody signs in here')
  }
  const log = { note: () => {}, failure: () => {} }
  parts = {
    ...given.parts,
    documentsUrl: 'http://localhost:3002',
    publicUrl: 'http://localhost:3000',
    identityProvider: { url: 'http://localhost:1', addressToSignIn: nobody, identityFrom: nobody },
    mail: keptMail(),
    log,
    live: portalRooms(given.parts, log),
  }
  await operating().area.define({ area: givenArea(area, 'LDS', 'Leeds'), key: 'define-leeds' })
})
afterAll(() => given.drop())

const operating = () => ownCallsAs(parts, operator(area))
const as = (roles: readonly Role[], areaId = area) =>
  callerOf(router)({ actor: givenPerson(roles, areaId), caller: 'portal', assertion: null, parts })
const invitation = () => ({
  areaId: area,
  email: `${randomUUID()}@lds.example`,
  displayName: 'Jo Fenwick',
  roles: ['analyst' as const],
  key: randomUUID(),
})
const eventsAbout = (subject: string) =>
  given.test.look`select type, version from portal.events where subject = ${subject} order by version`

test('every procedure names a permission, refuses unknown input and says what it answers', () => {
  const procedures = walkRouter(router)
  expect(procedures.length).toBeGreaterThanOrEqual(6)
  for (const procedure of procedures) {
    expect(procedure).toMatchObject({ hasOutput: true, inputIsStrict: true })
    expect(procedure.permission).not.toBeNull()
  }
})

describe('an area', () => {
  test('is told to every service when it is defined, and once for a second click', async () => {
    const areaId = AreaId.parse(randomUUID())
    const wakefield = givenArea(areaId, 'WYB', 'Wakefield')
    const calls = ownCallsAs(parts, operator(areaId))
    await calls.area.define({ area: wakefield, key: 'define-wakefield' })
    await calls.area.define({ area: wakefield, key: 'define-wakefield' })

    expect(await eventsAbout(areaId)).toEqual([{ type: 'area.defined.v1', version: 1 }])
    expect(await calls.area.list()).toEqual([wakefield])
  })

  test('cannot be defined or seen by the administrator of another', async () => {
    const other = AreaId.parse(randomUUID())
    const calls = as(['administrator'], other)
    await expect(
      calls.area.define({ area: givenArea(area, 'LDS', 'Not theirs'), key: randomUUID() }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await calls.area.list()).toEqual([])
  })

  test('whose code is taken leaves no event behind', async () => {
    const areaId = AreaId.parse(randomUUID())
    await expect(
      ownCallsAs(parts, operator(areaId)).area.define({
        area: givenArea(areaId, 'LDS', 'Leeds again'),
        key: randomUUID(),
      }),
    ).rejects.toThrow()
    expect(await eventsAbout(areaId)).toEqual([])
  })
})

describe('users', () => {
  test('are invited once for a second click, and listed with what they are', async () => {
    const asked = invitation()
    const first = await as(['administrator']).user.invite(asked)
    const listed = await as(['administrator']).user.list({ areaId: area })

    expect(listed).toContainEqual({
      personId: first.personId,
      email: asked.email,
      displayName: 'Jo Fenwick',
      roles: ['analyst'],
      agency: null,
      disabled: false,
    })
    const operated = invitation()
    const once = await operating().user.invite(operated)
    expect(await operating().user.invite(operated)).toEqual(once)
  })

  test('are not invited twice, and are again after their access ended', async () => {
    const asked = invitation()
    const { personId } = await operating().user.invite(asked)
    await expect(operating().user.invite({ ...asked, key: randomUUID() })).rejects.toMatchObject({
      message: 'already-invited',
    })
    await operating().user.disable({ areaId: area, personId, key: randomUUID() })
    expect(await operating().user.invite({ ...asked, key: randomUUID() })).toEqual({ personId })
  })

  test('of one area are nothing to the administrator of another', async () => {
    const other = AreaId.parse(randomUUID())
    const { personId } = await operating().user.invite(invitation())
    const calls = as(['administrator'], other)

    await expect(calls.user.list({ areaId: area })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await calls.user.list({ areaId: other })).toEqual([])
    for (const areaId of [area, other]) {
      await expect(
        calls.user.setRoles({ areaId, personId, roles: ['coordinator'], key: randomUUID() }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(calls.user.disable({ areaId, personId, key: randomUUID() })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  test('keep the name they have when another area invites them', async () => {
    const asked = invitation()
    const { personId } = await operating().user.invite(asked)
    const other = AreaId.parse(randomUUID())
    const calls = ownCallsAs(parts, operator(other))
    await calls.area.define({ area: givenArea(other, 'BRD', 'Bradford'), key: randomUUID() })
    await calls.user.invite({ ...asked, areaId: other, displayName: 'Somebody Else', key: randomUUID() })

    expect(await calls.user.list({ areaId: other })).toMatchObject([{ personId, displayName: 'Jo Fenwick' }])
  })

  test.each([['coordinator'], ['panel-member'], ['chair'], ['analyst']] as const)(
    'cannot be seen or changed by a %s',
    async (role) => {
      await expect(as([role]).user.list({ areaId: area })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(as([role]).user.invite(invitation())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  test('cannot change or end their own access', async () => {
    const actor = givenPerson(['administrator'], area)
    const calls = callerOf(router)({ actor, caller: 'portal', assertion: null, parts })
    const own = { areaId: area, personId: actor.personId, key: randomUUID() }
    await expect(calls.user.setRoles({ ...own, roles: ['coordinator'] })).rejects.toMatchObject({
      message: 'own-access',
    })
    await expect(calls.user.disable(own)).rejects.toMatchObject({ message: 'own-access' })
  })

  test('on the panel must speak for an agency', async () => {
    await expect(operating().user.invite({ ...invitation(), roles: ['chair'] })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    await expect(
      given.test.look`
        insert into portal.memberships (area_id, person_id, roles)
        select ${area}, person_id, '{chair}' from portal.users limit 1`,
    ).rejects.toThrow()
  })

  test('are audited by id: no address and no name stands in an entry', async () => {
    const asked = invitation()
    await operating().user.invite({ ...asked, displayName: 'Unmistakable Name' })
    const rows = await given.test.look`select entry from portal.audit_entries`
    expect(JSON.stringify(rows)).toContain('user.invite')
    expect(JSON.stringify(rows)).not.toContain('Unmistakable')
    expect(JSON.stringify(rows)).not.toContain(asked.email)
  })
})
