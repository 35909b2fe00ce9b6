import { NotificationId } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIdentities } from './identity/child-store.ts'
import { givenDraft } from './notification-draft/testing-drafts.ts'
import { aKey, child, type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const everyTable = () =>
  intake.test.look<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`

describe('what is sealed', () => {
  test('no identifier and no free text of a notification is readable in any row of any table', async () => {
    await intake.accept(await intake.submit())
    const draft = await givenDraft(intake)
    await draft.save(1)
    await draft.calls.mailReturnLink({ email: 'notifier@infirmary.example', key: aKey() })
    const secrets = [
      ...Object.values(child).filter((value) => value.length > 6),
      ...child.givenNames.split(' '),
      'Invented Crescent',
      'LS11UR',
      'Orla Pennywhistle',
      'notifier@infirmary.example',
      'zephyrwood',
    ]
    const tables = await everyTable()
    expect(tables.length).toBeGreaterThan(15)
    let read = 0
    for (const { schema, name } of tables) {
      const rows = await intake.test.look<{ whole: string }[]>`
        select t::text as whole from ${intake.test.look(`${schema}.${name}`)} t`
      read += rows.length
      // A bytea prints as hex, so its bytes are searched as text too.
      const written = rows.map(({ whole }) =>
        `${whole} ${whole.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))}`.toLowerCase(),
      )
      for (const secret of secrets) {
        expect({ table: name, found: written.some((row) => row.includes(secret.toLowerCase())) }).toEqual({
          table: name,
          found: false,
        })
      }
    }
    expect(read).toBeGreaterThan(20)
  })

  test('a ciphertext moved to another row, with or without its key, does not open', async () => {
    const moved = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000093' } }))
    const victim = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000107' } }))
    const open = () =>
      intake.test.database.transaction(intake.coordinator, (tx) =>
        openIdentities(tx, intake.parts.keys, intake.mine.areaId, [victim.caseId]),
      )
    expect(await open()).toHaveLength(1)
    await intake.test.look`
      update intake.children set identity = (select identity from intake.children where case_id = ${moved.caseId})
      where case_id = ${victim.caseId}`
    await expect(open()).rejects.toThrow()
    await intake.test.look`
      update intake.data_keys set wrapped = (select wrapped from intake.data_keys where subject = ${moved.caseId})
      where subject = ${victim.caseId}`
    await expect(open()).rejects.toThrow()
  })

  test('answers do not open as another notification’s, nor as an identity', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000115' } })
    const [row] = await intake.test.look<{ answers: Buffer; wrapped: Buffer }[]>`
      select n.answers, k.wrapped from intake.notifications n join intake.data_keys k on k.subject = n.id
      where n.id = ${notificationId}`
    if (row === undefined) throw new Error('the notification is not there')
    const { keys } = intake.parts
    const cipher = subjectCipher(keys, intake.mine.areaId, notificationId, row.wrapped)
    expect(cipher.openJson('notifications', 'answers', row.answers)).toBeTruthy()
    expect(() => cipher.openJson('children', 'identity', row.answers)).toThrow()
    const other = NotificationId.parse(crypto.randomUUID())
    expect(() => subjectCipher(keys, intake.mine.areaId, other, row.wrapped)).toThrow()
    expect(() => subjectCipher(keys, intake.theirs.areaId, notificationId, row.wrapped)).toThrow()
  })
})
