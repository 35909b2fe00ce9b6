import type { Database } from '@cdop/database'
import { PlainDate } from '@cdop/domain'

/** Whether the demonstration's story has been told in this database, and as if on which day it began. */
export type StoryRecord = { beganOn: PlainDate; told: boolean }

/**
 * Reads, or begins, the record of the story. A start that was interrupted finds the day it began with, so that going
 * on gives the same dates.
 */
export async function storyRecord({ sql }: Database, today: PlainDate): Promise<StoryRecord> {
  await sql`
    create table if not exists demo.story (
      only_row boolean primary key default true check (only_row), began_on date not null, told boolean not null
    )
  `
  await sql`insert into demo.story (began_on, told) values (${today}, false) on conflict do nothing`
  const [row] = await sql<{ beganOn: string; told: boolean }[]>`select began_on, told from demo.story`
  return { beganOn: PlainDate.parse(row?.beganOn), told: row?.told === true }
}

export async function markTold({ sql }: Database): Promise<void> {
  await sql`update demo.story set told = true`
}

/** Moves the demonstration's clock; every service follows within a second. */
export async function setClockOffset({ sql }: Database, milliseconds: number): Promise<void> {
  await sql`update demo.clock_offset set milliseconds = ${milliseconds}`
}
