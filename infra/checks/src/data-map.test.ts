import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const checkout = join(import.meta.dirname, '../../..')

test('the data map names every table there is, and every sealed column by its own name', () => {
  const map = readFileSync(join(checkout, 'docs/data-map.md'), 'utf8')
  const schemas = globSync('services/*/schema.sql', { cwd: checkout })
  expect(schemas).toHaveLength(5)
  const lines = schemas.flatMap((path) => readFileSync(join(checkout, path), 'utf8').split('\n'))
  const tables = lines.flatMap((line) => /^table \w+\.(\w+) \[class/.exec(line)?.[1] ?? [])
  expect(tables.length).toBeGreaterThan(50)
  const everywhere = new Set(['migrations', 'readiness'])
  const missing = [...new Set(tables)].filter((name) => !everywhere.has(name) && !map.includes(`\`${name}`))
  expect(missing).toEqual([])

  const sealed = lines.flatMap((line) => /^column (\w+\.\w+) bytea/.exec(line)?.[1] ?? [])
  const ofKeysAndHashes = /_index$|_hash$|\.hash$|\.wrapped$|\.nonce$/
  const unmapped = sealed.filter((column) => !ofKeysAndHashes.test(column) && !map.includes(`\`${column}\``))
  expect(unmapped).toEqual([])
})
