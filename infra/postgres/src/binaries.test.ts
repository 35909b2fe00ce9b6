import { lstat, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complete, findBinaries } from './binaries.ts'

test('a platform without Postgres packages is told to use DATABASE_URL', async () => {
  await expect(findBinaries(undefined, 'win32-x64')).rejects.toThrow(
    'There is no Postgres for win32-x64 in the npm packages: set DATABASE_URL to a PostgreSQL server of version 18 or later.',
  )
})

test('a package whose install script did not run gets its links and runnable programs, twice without harm', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cdop-binaries-'))
  await mkdir(join(folder, 'native/bin'), { recursive: true })
  await mkdir(join(folder, 'native/lib'))
  for (const name of ['bin/initdb', 'bin/postgres', 'lib/libpq.so.5.18', 'pg-symlinks.json']) {
    await writeFile(join(folder, 'native', name), '', { mode: 0o644 })
  }
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))

  await complete(folder)
  await complete(folder)

  expect(await readlink(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
  expect((await lstat(join(folder, 'native/bin/postgres'))).mode & 0o777).toBe(0o755)
  await rm(folder, { recursive: true })
})
