import postgres from 'postgres'

const queries: readonly string[] = [
  `select format('table %s.%s [%s] rls=%s forced=%s', n.nspname, c.relname, coalesce(obj_description(c.oid), 'no class'), c.relrowsecurity, c.relforcerowsecurity)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = 'r'`,
  `select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  `select format('constraint %s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = k.connamespace where n.nspname = $1`,
  `select 'index ' || indexdef from pg_indexes where schemaname = $1`,
  `select format('policy %s.%s %s for %s to %s using (%s) check (%s)', tablename, policyname, permissive, cmd, roles, qual, with_check) from pg_policies where schemaname = $1`,
  `select format('grant %s on %s to %s', string_agg(privilege_type, ', ' order by privilege_type), table_name, grantee)
     from information_schema.role_table_grants where table_schema = $1 and grantee like '%\\_app' group by table_name, grantee`,
  `select format('function %s(%s) security_definer=%s %s', p.proname, pg_get_function_identity_arguments(p.oid), p.prosecdef, md5(p.prosrc))
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1`,
  `select format('trigger %s.%s %s', c.relname, t.tgname, pg_get_triggerdef(t.oid))
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and not t.tgisinternal`,
]

/** A schema as sorted lines: tables with class and walls, columns, constraints, indexes, policies, grants, functions. */
export async function dumpSchema(adminUrl: string, schema: string): Promise<string> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const lines: string[] = []
    for (const query of queries) {
      const rows = await admin.unsafe(query, [schema]).values()
      lines.push(...rows.map((row) => String(row[0])).sort())
    }
    return `-- Generated from the migrated schema; a test compares it.\n${lines.join('\n')}\n`
  } finally {
    await admin.end({ timeout: 5 })
  }
}
