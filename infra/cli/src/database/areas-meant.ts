import type { Database } from '@cdop/database'
import { AreaId } from '@cdop/domain'
import { PlainError } from '@cdop/postgres'
import { z } from 'zod'

const KnownArea = z.object({ areaId: AreaId, code: z.string() })
export type KnownArea = z.infer<typeof KnownArea>

/**
 * The areas of a database by code, or the one that is meant.
 * @throws {PlainError} when there is none of that code
 */
export async function areasMeant(
  database: Database,
  code: string | undefined,
): Promise<readonly KnownArea[]> {
  // The role that is let through the walls between areas; an administrator need not be a superuser.
  await database.sql`set role portal_migrator`
  const rows = await database.sql`select area_id, code from portal.areas order by code`
  await database.sql`reset role`
  const areas = rows.map((row) => KnownArea.parse(row))
  const meant = code === undefined ? areas : areas.filter((area) => area.code === code)
  if (meant.length > 0) return meant
  throw new PlainError(
    areas.length === 0
      ? 'There is no area yet.'
      : `There is no area ${code}: there ${areas.length === 1 ? 'is' : 'are'} ${areas.map((area) => area.code).join(', ')}.`,
  )
}
