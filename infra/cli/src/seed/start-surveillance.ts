import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { addDays, londonDate } from '@cdop/domain'
import type { PortalRouter } from '@cdop/portal/api'
import { freePort } from '@cdop/postgres'
import { systemClock } from '@cdop/runtime'
import { secretOnce } from '../keys/write-secret.ts'
import type { Place } from '../place.ts'
import { keepRunning } from '../stack/keep-running.ts'
import { operatorClient } from '../stack/operator-client.ts'
import { sharedSettings } from '../stack/plan.ts'
import type { Settings } from '../stack/settings.ts'
import { startProgram } from '../stack/start-program.ts'
import type { Stack } from '../stack/start-stack.ts'
import { demonstrationArea } from './demonstration-areas.ts'

export interface Surveillance {
  /** Where its records can be seen. */
  readonly url: string
  stop(): Promise<void>
}

type Ground = {
  stack: Pick<Stack, 'keysDir' | 'urls' | 'portalUrl'>
  place: Place
  settings: Settings
  report(line: string): void
  signal: AbortSignal
}

/**
 * Starts the stand-in for neonatal surveillance beside a demonstration, with a token of its own that is kept with the
 * other keys. Where it has none yet, it gets one and forwards a few invented deaths, thin as surveillance has them.
 * @param records false to forward none
 */
export async function startSurveillance(
  ground: Ground,
  { records }: { records: boolean },
): Promise<Surveillance> {
  const { stack, place, settings, report, signal } = ground
  let first = false
  const token = await secretOnce(join(place.keys, 'surveillance-token'), async () => {
    first = true
    return newToken(stack)
  })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = {
    name: 'surveillance',
    main: 'services/intake/src/neonatal-surveillance/local-surveillance-main.ts',
    environment: {
      ...sharedSettings(settings),
      DEPLOYMENT: 'demonstration',
      SURVEILLANCE_PORT: String(port),
      SURVEILLANCE_TOKEN: token,
      PORTAL_PUBLIC_URL: stack.portalUrl,
    },
    readyUrl: `${url}/health/ready`,
  }
  const start = (until: AbortSignal) => startProgram(program, { logs: place.logs, signal: until })
  // The demonstration goes on without it.
  const watch = { report, gaveUp: report }
  const { stop } = await keepRunning({ name: program.name, start }, watch, signal)
  if (first && records) for (const record of inventedRecords()) await forward(url, record)
  report('surveillance is ready')
  return { url, stop }
}

/** @throws Error when the portal gives none */
async function newToken(stack: Ground['stack']): Promise<string> {
  const { areaId } = demonstrationArea('LDS')
  const operator = await operatorClient(stack)
  const { token } = await operator
    .onOwnAccount(areaId)
    .to<PortalRouter>('portal')
    .apiToken.create.mutate({
      areaId,
      organisationName: 'Neonatal surveillance',
      odsCode: 'X0NSV',
      scopes: ['neonatal-surveillance'],
      months: 12,
      key: `demonstration-surveillance-${randomUUID()}`,
    })
  if (token === null) throw new Error('the portal gave no token')
  return token
}

/** What units have entered by now: who and when for certain, little else. */
function inventedRecords(): readonly object[] {
  const today = londonDate(systemClock().now())
  const dated = (bornDaysAgo: number, diedDaysAgo: number) => ({
    recordId: randomUUID(),
    bornOn: addDays(today, -bornDaysAgo),
    diedOn: addDays(today, -diedDaysAgo),
    unit: 'Example Neonatal Unit',
  })
  return [
    { ...dated(3, 2), familyName: 'Hollowbrooke', sex: 'female', gestationWeeks: 24, birthWeightGrams: 640 },
    { ...dated(9, 4), familyName: 'Merrivane', multipleBirth: 'twins', birthOrder: 2, gestationWeeks: 27 },
  ]
}

async function forward(url: string, record: object): Promise<void> {
  const answer = await fetch(`${url}/records`, { method: 'POST', body: JSON.stringify(record) })
  if (!answer.ok) throw new Error('the stand-in for surveillance took no record')
}
