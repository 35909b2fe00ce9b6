import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '@cdop/postgres'

/**
 * What the file holds, or what `make` gives when there is none yet: made once, for its owner alone (0600), and on
 * disk before anything can be encrypted with it. Two starts at once get the same.
 */
export async function secretOnce(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readIfAny(path)
  if (known !== undefined) return known
  const draft = await drafted(path, await make())
  try {
    await link(draft, path)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  await settle(dirname(path))
  return readFile(path, 'utf8')
}

/** Makes the file hold exactly this, whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  if ((await readIfAny(path)) === text) return
  await rename(await drafted(path, text), path)
  await settle(dirname(path))
}

async function readIfAny(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function drafted(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomUUID()}.new`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}

/** A file's name is only durable once its directory is. */
async function settle(folder: string): Promise<void> {
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
