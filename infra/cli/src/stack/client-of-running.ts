import { PlainError } from '@cdop/postgres'
import type { Place } from '../place.ts'
import { type OperatorClient, operatorClient } from './operator-client.ts'
import { type RunningRecord, runningHere } from './running-record.ts'

/**
 * What runs here, for commands given in a second terminal.
 * @throws {PlainError} when nothing runs
 */
export async function requireRunning(place: Place): Promise<RunningRecord> {
  const running = await runningHere(place)
  if (running !== null) return running
  throw new PlainError(
    'Nothing is running here: start it with "npm start", then run this in a second terminal.',
  )
}

/** The operator's client of what runs here. @throws {PlainError} when nothing runs */
export async function clientOfRunning(place: Place): Promise<OperatorClient> {
  const { urls } = await requireRunning(place)
  return operatorClient({ keysDir: place.keys, urls })
}
