import type { Db } from './database.ts'

/** Each query names, in words, what is wrong with the walls of one schema; none should find anything. */
const questions: readonly ((db: Db, schema: string) => Promise<readonly { fault: string }[]>)[] = [
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: no class', c.relname) as fault
    from pg_class c
    where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p', 'f')
      and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^class: (tenant|reference|system)$'`,
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: %s', c.relname, wrong.what) as fault
    from pg_class c
    cross join lateral (values
      ('row security is off', not c.relrowsecurity),
      ('row security is not forced', not c.relforcerowsecurity),
      ('no policy by area', not exists (
        select from pg_policies p where p.schemaname = ${schema} and p.tablename = c.relname
          and p.policyname = 'area' and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL'
          and p.qual ~ 'area_id = ANY [(]([a-z_]+[.])?actor_areas[(][)][)]'
          and p.with_check ~ 'area_id = ANY [(]([a-z_]+[.])?actor_areas[(][)][)]')),
      ('no policy by subject', not exists (
        select from pg_policies p where p.schemaname = ${schema} and p.tablename = c.relname
          and p.policyname = 'subject' and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL')),
      ('no policy for the migrator', not exists (
        select from pg_policies p where p.schemaname = ${schema} and p.tablename = c.relname
          and p.policyname = 'migration' and p.roles = array[${`${schema}_migrator`}]::name[])),
      ('another policy lets more in', exists (
        select from pg_policies p where p.schemaname = ${schema} and p.tablename = c.relname
          and p.permissive = 'PERMISSIVE' and p.policyname not in ('area', 'migration')
          and not (p.policyname = 'door' and p.cmd = 'SELECT' and p.roles = array[${`${schema}_door`}]::name[]))),
      ('the primary key does not begin with area_id', not exists (
        select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'area_id')),
      ('uniqueness reaches across areas', exists (
        select from pg_index i where i.indrelid = c.oid and i.indisunique and not exists (
          select from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'area_id' and a.attnum = any (i.indkey::int2[])))
        -- The table of the areas themselves, one row each: their codes are public.
        and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indnatts > 1)),
      ('the service may truncate it', has_table_privilege(${`${schema}_app`}, c.oid, 'truncate'))
    ) as wrong(what, is_so)
    where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p')
      and obj_description(c.oid, 'pg_class') = 'class: tenant' and wrong.is_so`,
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: a view that looks past row security', c.relname) as fault
    from pg_class c
    where c.relnamespace = ${schema}::regnamespace
      and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: the service owns it', c.relname) as fault
    from pg_class c
    where c.relnamespace = ${schema}::regnamespace and c.relowner = ${`${schema}_app`}::regrole`,
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: %s', r.rolname, wrong.what) as fault
    from pg_roles r
    cross join lateral (values
      ('is a superuser', r.rolsuper),
      ('bypasses row security', r.rolbypassrls),
      ('may make roles or databases', r.rolcreaterole or r.rolcreatedb),
      ('is a member of another role', exists (select from pg_auth_members m where m.member = r.oid)),
      ('may create in the schema', has_schema_privilege(r.oid, ${schema}, 'create')),
      ('may create schemas', has_database_privilege(r.oid, current_database(), 'create'))
    ) as wrong(what, is_so)
    where r.rolname = ${`${schema}_app`} and wrong.is_so`,
  (db, schema) => db<{ fault: string }[]>`
    select format('%s: %s', r.rolname, wrong.what) as fault
    from pg_roles r
    cross join lateral (values
      ('somebody may sign in as it', r.rolcanlogin),
      ('is a superuser', r.rolsuper),
      ('bypasses row security', r.rolbypassrls),
      ('somebody else may become it', exists (
        select from pg_auth_members m join pg_roles o on o.oid = m.member
        where m.roleid = r.oid and o.rolcanlogin and not o.rolsuper and not o.rolcreaterole)),
      ('may create in the schema', has_schema_privilege(r.oid, ${schema}, 'create')),
      ('may change a table', exists (
        select from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind = 'r'
          and has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')))
    ) as wrong(what, is_so)
    where r.rolname = ${`${schema}_door`} and wrong.is_so`,
]

/**
 * What is wrong with the walls of a migrated schema, in words; an empty list when they stand. Every service's test
 * calls it, so that a new table without row security, policy, class or area key fails there.
 * @param db a connection that sees the whole catalogue
 */
export async function wallFaults(db: Db, schema: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const question of questions) found.push(...(await question(db, schema)).map((row) => row.fault))
  const [seen] = await db<{ tables: number }[]>`
    select count(*)::int as tables from pg_class where relnamespace = ${schema}::regnamespace and relkind = 'r'`
  // A check that saw nothing must not pass.
  if ((seen?.tables ?? 0) < 4) found.push(`${schema}: fewer tables than every schema begins with`)
  return found.sort()
}
