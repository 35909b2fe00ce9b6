import type { Database } from '@cdop/database'

/** Rows there are now, by what they are. */
export type RowCounts = Readonly<Record<string, number>>

/** Counts the rows an acceptance adds or changes in intake, of all areas. */
export async function acceptanceRows(admin: Database): Promise<RowCounts> {
  const [row] = await admin.sql<Record<string, number>[]>`
    select (select count(*) from intake.cases) as cases,
           (select count(*) from intake.children) as children,
           (select count(*) from intake.data_keys) as keys,
           (select count(*) from intake.events) as events,
           (select count(*) from intake.audit_entries) as audited,
           (select count(*) from intake.idempotency_keys where outcome is not null) as attempts,
           (select count(*) from intake.notifications where state = 'accepted') as accepted`
  return { ...row }
}

/** Rows added between two counts. */
export function rowsBetween(before: RowCounts, after: RowCounts): RowCounts {
  return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]))
}

/** @throws Error when so many transactions did not each change as many rows as the one they are copies of */
export function requireSameRows(one: RowCounts, many: RowCounts, transactions: number): void {
  const expected = Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, count * transactions]),
  )
  const said = (counts: RowCounts) => JSON.stringify(counts)
  if (said(expected) !== said(many)) {
    throw new Error(
      `expected ${transactions} times the same rows, ${said(expected)}, and it was ${said(many)}`,
    )
  }
}
