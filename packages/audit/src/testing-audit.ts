import { randomUUID } from 'node:crypto'
import { connect, type Database, type Db, foundation } from '@cdop/database'
import { givenPerson, type TestDatabase, testDatabase } from '@cdop/database/testing'
import { AreaId, Instant, PlainDate } from '@cdop/domain'
import { auditMigrations } from './migrations.ts'
import { type Audit, auditOf, type Deed } from './record.ts'
import { sealEntries } from './seal-entries.ts'
import { type AuditFault, verifyAudit } from './verify.ts'

const start = Instant.parse('2026-03-02T10:00:00.000Z')

/** One service's audit over a database of its own, with a clock and the means to tamper. */
export type GivenAudit = {
  test: TestDatabase
  superuser: Database
  audit: Audit
  now(): Instant
  later(seconds: number): Instant
  /** Adds entries a second apart, so that their order is certain. */
  recorded(areaId: AreaId, count: number): Promise<void>
  seal(): Promise<number>
  faults(at?: Instant): Promise<readonly AuditFault[]>
  /** As the owner of the server, past every trigger. */
  tamper(work: (tx: Db) => Promise<unknown>): Promise<void>
  empty(): Promise<void>
  drop(): Promise<void>
}

export const newArea = (): AreaId => AreaId.parse(randomUUID())

export const deed = (id: string = randomUUID()): Deed => ({
  action: 'case.open',
  object: { kind: 'case', id },
  fieldClasses: ['identity'],
})

export async function givenAudit(): Promise<GivenAudit> {
  const test = await testDatabase('intake', [...foundation, ...auditMigrations])
  const superuser = connect(test.adminUrl, { max: 2 })
  let now = start
  const clock = { now: () => now, today: () => PlainDate.parse('2026-03-02') }
  const audit = auditOf('intake', clock)
  const later = (seconds: number) => Instant.parse(new Date(Date.parse(now) + seconds * 1_000).toISOString())
  const tamper = (work: (tx: Db) => Promise<unknown>) =>
    superuser.withoutActor(async (tx) => {
      await tx`set local session_replication_role = replica`
      await work(tx)
    })
  return {
    test,
    superuser,
    audit,
    now: () => now,
    later,
    async recorded(areaId, count) {
      const person = givenPerson(['coordinator'], areaId)
      for (let done = 0; done < count; done += 1) {
        await test.database.transaction(person, (tx) => audit.record(tx, person, areaId, deed()))
        now = later(1)
      }
    },
    seal: () => sealEntries(test.database, 'intake', clock),
    faults: async (at = now) => (await verifyAudit(test.look, 'intake', at)).faults,
    tamper,
    async empty() {
      now = start
      await tamper((tx) =>
        tx.unsafe('truncate intake.audit_entries, intake.audit_unsealed, intake.audit_chain'),
      )
    },
    async drop() {
      await superuser.close()
      await test.drop()
    },
  }
}
