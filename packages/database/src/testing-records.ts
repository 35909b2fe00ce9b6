import { randomUUID } from 'node:crypto'
import { type Actor, AreaId, InformationRequestId, RequestId } from '@cdop/domain'
import type { Db } from './database.ts'
import { foundation, type Migration } from './migration.ts'

/** One tenant table as a service would write it, for the tests of the walls. */
export const withRecords: readonly Migration[] = [
  ...foundation,
  {
    name: '0001-records.sql',
    sql: `
      create table {schema}.records (
        area_id uuid not null,
        id uuid not null,
        subject uuid,
        on_date date,
        at timestamptz,
        amount bigint,
        content jsonb,
        note varchar(20),
        primary key (area_id, id),
        constraint records_note_once unique (area_id, note)
      );
      call {schema}.tenant_table('records', 'subject = {schema}.actor_subject()', 'select, insert, update, delete');
      create table {schema}.kinds (code text primary key);
      call {schema}.untenanted_table('kinds', 'reference');
    `,
  },
]

/** Adds a record and returns its id. */
export async function addRecord(tx: Db, areaId: AreaId, subject: string | null = null): Promise<string> {
  const id = randomUUID()
  await tx`insert into intake.records (area_id, id, subject) values (${areaId}, ${id}, ${subject})`
  return id
}

export function newArea(): AreaId {
  return AreaId.parse(randomUUID())
}

/** Somebody with nothing but a mailed link. */
export function givenLinkHolder(areaId: AreaId, subject: string): Actor {
  return {
    kind: 'link',
    opens: 'information-request',
    subject: InformationRequestId.parse(subject),
    areaId,
    requestId: RequestId.parse(randomUUID()),
  }
}
