import type { DeploymentKind } from '@cdop/database'
import type { ServiceName } from '@cdop/domain'
import { migrateServices } from '../database/migrate-services.ts'
import { type DevelopmentKeys, developmentKeys } from '../keys/development-keys.ts'
import { type Place, placeIn } from '../place.ts'
import { services as everyService, type InstalledService } from '../services/services.ts'
import { keepRunning, type Watch } from './keep-running.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { type Ports, planStack, publicUrl, urlsOf } from './plan.ts'
import { choosePorts, documentsPortAsked } from './ports.ts'
import type { Program } from './program.ts'
import { type RunningRecord, recordRunning } from './running-record.ts'
import { passwordFor, refuseIncompleteLive, type Settings } from './settings.ts'
import { startProgram } from './start-program.ts'

export interface StackOptions {
  /** Where database, keys and logs lie: `placeIn(folder)`; in `var` of the checkout unless given. */
  readonly place?: Place
  /** Any free port unless given. */
  readonly portalPort?: number
  /** What an operator set: DATABASE_URL and, on a live server, everything a demonstration makes up. */
  readonly settings?: Settings
  readonly services?: readonly InstalledService[]
  /** Hears what is being done, one line at a time. Says nothing unless given. */
  report?(line: string): void
  /** Stops a start under way. */
  readonly signal?: AbortSignal
}

/** The whole product, running. */
export interface Stack {
  readonly deployment: DeploymentKind
  /** Where people go. */
  readonly portalUrl: string
  /** Where the mail that was sent can be read; null on a live server, where it really was sent. */
  readonly mailUrl: string | null
  /** Where the stand-in for the national database shows what it holds; null on a live server. */
  readonly nationalUrl: string | null
  readonly urls: Readonly<Record<ServiceName, string>>
  /** The administrator's address of the database. It holds the password: never print it. */
  readonly adminUrl: string
  readonly keysDir: string
  /** Settles with a sentence when a part does not stay up however often it is started again. */
  readonly failed: Promise<string>
  /** Stops everything in the reverse order of its start; nothing is left running. Safe to repeat. */
  stop(): Promise<void>
}

/**
 * Starts everything: database, migration, local stand-ins on a demonstration, every service as a process of its own.
 * Returns when each can do its work; what was started is stopped again when one cannot.
 * @throws {PlainError} with one sentence for what a person can put right
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const place = options.place ?? placeIn()
  const settings = options.settings ?? {}
  const services = options.services ?? everyService
  const report = options.report ?? (() => undefined)
  const stopped = new AbortController()
  const signal = AbortSignal.any([stopped.signal, ...(options.signal === undefined ? [] : [options.signal])])
  const { promise: failed, resolve: gaveUp } = Promise.withResolvers<string>()
  const watch: Watch = { report, gaveUp }

  const ports = await choosePorts(options.portalPort ?? 0, place, documentsPortAsked(settings))
  report('Starting the database …')
  const database = await openDatabase(settings['DATABASE_URL'], place, watch, signal)
  const started: (() => Promise<void>)[] = [() => database.stop()]
  const stopAll = async () => {
    for (const stop of started.toReversed()) await stop()
  }
  try {
    const keys = await prepare(database, place, settings, services, report)
    signal.throwIfAborted()
    const programs = planStack({
      services,
      ports,
      settings,
      demonstration: keys === null ? null : { keys, adminUrl: database.adminUrl, documents: place.documents },
    })
    started.push(await startPrograms(programs, place, watch, signal))
    const stack = facts(database, ports, settings, place)
    started.push(await recordRunning(place, { pid: process.pid, ...addressesOf(stack) }))
    let stopping: Promise<void> | undefined
    return {
      ...stack,
      failed,
      stop() {
        stopped.abort()
        stopping ??= stopAll()
        return stopping
      },
    }
  } catch (error) {
    await stopAll()
    throw error
  }
}

/** Everything before the first service: keys and schema. Null instead of keys on a live database. */
async function prepare(
  { adminUrl, kind }: OpenDatabase,
  place: Place,
  settings: Settings,
  services: readonly InstalledService[],
  report: (line: string) => void,
): Promise<DevelopmentKeys | null> {
  if (kind === 'live') {
    refuseIncompleteLive(
      settings,
      services.map(({ name }) => name),
    )
  }
  const keys = kind === 'live' ? null : await developmentKeys(place.keys)
  report('Bringing the database up to date …')
  await migrateServices({
    adminUrl,
    kind,
    services,
    passwordOf: (name) => passwordFor(settings, name, keys?.of[name].databasePassword),
    fingerprintOf: keys && ((name) => keys.of[name].fingerprint),
    report,
  })
  return keys
}

/** Starts all at once and returns how to stop them, last first. */
async function startPrograms(
  programs: readonly Program[],
  place: Place,
  watch: Watch,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  if (programs.length > 0) watch.report(`Starting ${programs.map(({ name }) => name).join(', ')} …`)
  const given = new AbortController()
  const either = AbortSignal.any([signal, given.signal])
  const outcomes = await Promise.allSettled(
    programs.map(async (program) => {
      const start = (until: AbortSignal) => startProgram(program, { logs: place.logs, signal: until })
      try {
        const kept = await keepRunning({ name: program.name, start }, watch, either)
        watch.report(`${program.name} is ready`)
        return kept
      } catch (error) {
        given.abort(error)
        throw error
      }
    }),
  )
  const stop = async () => {
    for (const outcome of outcomes.toReversed()) {
      if (outcome.status === 'fulfilled') await outcome.value.stop()
    }
  }
  if (!either.aborted) return stop
  await stop()
  throw either.reason
}

function facts(database: OpenDatabase, ports: Ports, settings: Settings, place: Place) {
  return {
    deployment: database.kind,
    portalUrl: publicUrl(settings, ports),
    mailUrl: database.kind === 'live' ? null : `http://127.0.0.1:${ports.mailPage}`,
    nationalUrl: database.kind === 'live' ? null : `http://127.0.0.1:${ports.nationalDatabase}`,
    urls: urlsOf(ports),
    adminUrl: database.adminUrl,
    keysDir: place.keys,
  }
}

/** What is written down of a stack for commands in a second terminal. */
export function addressesOf({
  deployment,
  adminUrl,
  portalUrl,
  mailUrl,
  urls,
}: Pick<Stack, 'deployment' | 'adminUrl' | 'portalUrl' | 'mailUrl' | 'urls'>): Omit<RunningRecord, 'pid'> {
  return { adminUrl: deployment === 'live' ? null : adminUrl, portalUrl, mailUrl, urls }
}
