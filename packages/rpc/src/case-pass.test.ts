import { randomUUID } from 'node:crypto'
import { type Actor, actorKey, CaseId, type CasePass, RequestId } from '@cdop/domain'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { coordinator, type GivenDoor, givenDoor } from './testing-door.ts'
import { acceptPass, assertActor, issuePass } from './token.ts'

let given: GivenDoor
beforeAll(async () => {
  given = await givenDoor('intake')
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (): CasePass => ({
  holder: actorKey(coordinator),
  caseIds: [CaseId.parse(randomUUID())],
  fieldClasses: ['identity'],
  requestId: coordinator.requestId,
})
const accept = (token: string, actor: Actor = coordinator) => acceptPass(given.ringOf('intake'), actor, token)
const signed = (wanted = pass()) => issuePass(given.ringOf('case-review'), wanted)

describe('a case pass', () => {
  test('lets the person it was issued to see what it names, for that request', async () => {
    const wanted = pass()
    expect(await accept(await signed(wanted))).toEqual(wanted)
  })

  const useless: Readonly<Record<string, () => Promise<unknown>>> = {
    'to another person': async () => accept(await signed({ ...pass(), holder: `person:${randomUUID()}` })),
    'for another request': async () =>
      accept(await signed({ ...pass(), requestId: RequestId.parse(randomUUID()) })),
    'after ten seconds': async () => {
      vi.useFakeTimers({ now: Date.now() - 13_000, toFake: ['Date'] })
      const token = await signed()
      vi.useRealTimers()
      return accept(token)
    },
    'when another service signed it': async () => accept(await issuePass(given.ringOf('portal'), pass())),
    'when intake signed it for itself': async () => accept(await issuePass(given.ringOf('intake'), pass())),
    'when a stranger signed it': async () => accept(await issuePass(given.stranger, pass())),
    'when it is another kind of token': async () =>
      accept(await assertActor(given.ringOf('case-review'), coordinator)),
    'when it is no token': () => accept('nonsense'),
    'with more than 50 cases in it': async () =>
      accept(
        await signed({ ...pass(), caseIds: Array.from({ length: 51 }, () => CaseId.parse(randomUUID())) }),
      ),
  }
  test.for(Object.entries(useless))(
    'is worth nothing %s: as if the case did not exist',
    async ([, attempt]) => {
      await expect(attempt()).rejects.toMatchObject({ name: 'Refusal', code: 'not-found', fields: [] })
    },
  )

  test('altered by one character is worth nothing', async () => {
    const token = await signed()
    for (const at of [10, token.indexOf('.') + 20, token.length - 10]) {
      const other = token[at] === 'A' ? 'B' : 'A'
      await expect(accept(`${token.slice(0, at)}${other}${token.slice(at + 1)}`)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })
})
