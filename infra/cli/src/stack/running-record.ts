import { readFile, rm } from 'node:fs/promises'
import { ServiceName } from '@cdop/domain'
import { z } from 'zod'
import { replaceFile } from '../keys/write-secret.ts'
import type { Place } from '../place.ts'

/** Where what runs can be reached, for commands given in a second terminal. */
export const RunningRecord = z.strictObject({
  pid: z.int().positive(),
  /** Null where it is the operator's to keep: the administrator's password of a live database is written nowhere. */
  adminUrl: z.string().nullable(),
  portalUrl: z.string(),
  mailUrl: z.string().nullable(),
  urls: z.record(ServiceName, z.string()),
})
export type RunningRecord = z.infer<typeof RunningRecord>

export async function recordRunning(place: Place, record: RunningRecord): Promise<() => Promise<void>> {
  await replaceFile(place.running, `${JSON.stringify(record, null, 2)}\n`)
  return () => rm(place.running, { force: true })
}

/** What runs here, or null: a record left by a killed process does not count. */
export async function runningHere(place: Place): Promise<RunningRecord | null> {
  const text = await readFile(place.running, 'utf8').catch(() => null)
  if (text === null) return null
  const record = RunningRecord.parse(JSON.parse(text))
  try {
    process.kill(record.pid, 0)
    return record
  } catch {
    return null
  }
}
