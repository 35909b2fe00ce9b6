import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseReference,
  Instant,
  NoNotificationReason,
  NotificationId,
  NotificationState,
  type PersonId,
  type PlainDate,
  Refusal,
  RegisteredDeath,
  type RegistrationSource,
} from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { MatchReasons } from '../matching/proposed-reasons.ts'

/** How a registered death stands with the notifications of its area. */
export const RegisteredDeathState = z.enum(['unmatched', 'proposed', 'matched', 'not-for-panel'])
export type RegisteredDeathState = z.infer<typeof RegisteredDeathState>

export type NewRegisteredDeath = {
  id: string
  entryIndex: Buffer
  nhsNumberIndex: Buffer | null
  /** Keyed hashes it is found by among the notifications. */
  matchKeys: readonly string[]
  death: Buffer
  registeredOn: PlainDate
  diedOn: PlainDate
  byCoroner: boolean
}

export type NewList = {
  areaId: AreaId
  listId: string
  wrapped: Uint8Array
  source: RegistrationSource
  digest: Buffer
  loadedAt: Instant
  loadedBy: PersonId
}

/** When a file with this digest was loaded; null when it never was. */
export async function loadedBefore(tx: Db, areaId: AreaId, digest: Buffer): Promise<Instant | null> {
  const [row] = await tx`
    select loaded_at from intake.registration_lists where area_id = ${areaId} and digest = ${digest}
  `
  return row === undefined ? null : Instant.parse(row['loadedAt'])
}

/** Which of some entries of a register are known from an earlier list, as hex of their index. */
export async function entriesKnown(
  tx: Db,
  areaId: AreaId,
  entries: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  const rows = await tx<{ entry: string }[]>`
    select encode(entry_index, 'hex') as entry from intake.registered_deaths
    where area_id = ${areaId} and entry_index in (
      select decode(entry, 'hex') from unnest(${entries.map((entry) => entry.toString('hex'))}::text[]) as entry
    )
  `
  return new Set(rows.map(({ entry }) => entry))
}

/** Keeps a list with its key and the deaths it brings that were not known yet. */
export async function addList(tx: Db, list: NewList, deaths: readonly NewRegisteredDeath[]): Promise<void> {
  const { areaId, listId } = list
  await tx`
    insert into intake.data_keys (area_id, subject, wrapped) values (${areaId}, ${listId}, ${Buffer.from(list.wrapped)})
  `
  await tx`
    insert into intake.registration_lists (area_id, id, source, digest, deaths, loaded_at, loaded_by)
    values (${areaId}, ${listId}, ${list.source}, ${list.digest}, ${deaths.length}, ${list.loadedAt}, ${list.loadedBy})
  `
  await tx`
    insert into intake.registered_deaths
      (area_id, id, list_id, entry_index, nhs_number_index, death, registered_on, died_on, by_coroner, state, version)
    select ${areaId}, d.id, ${listId}, decode(d.entry, 'hex'), decode(nullif(d.number, ''), 'hex'), decode(d.death, 'hex'),
      d.registered_on, d.died_on, d.by_coroner = 'yes', 'unmatched', 1
    from unnest(${deaths.map(({ id }) => id)}::uuid[], ${deaths.map(({ entryIndex }) => entryIndex.toString('hex'))}::text[],
      ${deaths.map(({ nhsNumberIndex }) => nhsNumberIndex?.toString('hex') ?? '')}::text[],
      ${deaths.map(({ death }) => death.toString('hex'))}::text[],
      ${deaths.map(({ registeredOn }) => registeredOn)}::date[], ${deaths.map(({ diedOn }) => diedOn)}::date[],
      ${deaths.map(({ byCoroner }) => (byCoroner ? 'yes' : 'no'))}::text[])
      as d (id, entry, number, death, registered_on, died_on, by_coroner)
  `
  const keyed = deaths.flatMap(({ id, matchKeys }) => matchKeys.map((key) => ({ id, key })))
  await tx`
    insert into intake.registered_death_keys (area_id, key, registered_death_id)
    select ${areaId}, k.key, k.id
    from unnest(${keyed.map(({ id }) => id)}::uuid[], ${keyed.map(({ key }) => key)}::bigint[]) as k (id, key)
  `
}

/** Where a registered death leads, decided by likeness or by a person. */
export type Placement =
  | { state: 'unmatched'; notOf?: NotificationId }
  | {
      state: 'proposed' | 'matched'
      notificationId: NotificationId
      /** How likely it is this child's, and why, as it was computed. */
      probability: number | null
      reasons: Readonly<MatchReasons>
    }
  | { state: 'not-for-panel'; reason: NoNotificationReason }

/** Writes down how a registered death stands; with `decided`, that a person said so. */
export async function place(
  tx: Db,
  areaId: AreaId,
  id: string,
  placement: Placement,
  decided: { at: Instant; by: PersonId } | null,
): Promise<void> {
  const likely = 'notificationId' in placement ? placement : { probability: null, reasons: [] }
  await tx`
    update intake.registered_deaths set state = ${placement.state}, version = version + 1,
      notification_id = ${'notificationId' in placement ? placement.notificationId : null},
      reason = ${'reason' in placement ? placement.reason : null},
      probability = ${likely.probability}, reasons = ${tx.json([...likely.reasons])},
      other_children = other_children || ${'notOf' in placement ? [placement.notOf] : []}::uuid[],
      decided_at = ${decided?.at ?? null}, decided_by = ${decided?.by ?? null}
    where area_id = ${areaId} and id = ${id}
  `
}

const Stored = z.object({
  id: z.uuid(),
  listId: z.uuid(),
  death: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  state: RegisteredDeathState,
  version: z.int(),
  notificationId: NotificationId.nullable(),
  otherChildren: z.array(NotificationId),
  reason: NoNotificationReason.nullable(),
  probability: z.number().nullable(),
  reasons: MatchReasons,
  notificationState: NotificationState.nullable(),
  caseReference: CaseReference.nullable(),
})

/** A registered death as it stands, opened. */
export type OpenRegisteredDeath = Omit<z.infer<typeof Stored>, 'death' | 'wrapped'> & {
  death: RegisteredDeath
}

function opened(keys: KeyProvider, areaId: AreaId, row: unknown): OpenRegisteredDeath {
  const { death, wrapped, ...rest } = Stored.parse(row)
  const cipher = subjectCipher(keys, areaId, rest.listId, wrapped)
  return { ...rest, death: RegisteredDeath.parse(cipher.openJson('registered_deaths', 'death', death)) }
}

const columns = (tx: Db) => tx`
  d.id, d.list_id, d.death, k.wrapped, d.state, d.version, d.notification_id, d.other_children, d.reason,
  d.probability, d.reasons, n.state as notification_state,
  c.reference as case_reference
  from intake.registered_deaths d
  join intake.data_keys k on k.area_id = d.area_id and k.subject = d.list_id
  left join intake.notifications n on n.area_id = d.area_id and n.id = d.notification_id
  left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
`

/** The registered deaths of a period that nobody and nothing has placed for certain, the oldest first. */
export async function unplaced(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly OpenRegisteredDeath[]> {
  const rows = await tx`
    select ${columns(tx)}
    where d.area_id = ${areaId} and d.died_on between ${from} and ${until} and d.state in ('unmatched', 'proposed')
    order by d.died_on, d.id
    limit 200
  `
  return rows.map((row) => opened(keys, areaId, row))
}

/**
 * Some registered deaths, locked against being placed twice at once.
 * @param damaged hears of each that does not open, which is then left out; without it that is thrown
 */
export async function lockDeaths(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  ids: readonly string[],
  damaged?: (thrown: unknown) => void,
): Promise<readonly OpenRegisteredDeath[]> {
  const rows = await tx`
    select ${columns(tx)} where d.area_id = ${areaId} and d.id = any (${[...ids]}::uuid[])
    order by d.died_on, d.id for update of d
  `
  return rows.flatMap((row) => {
    try {
      return [opened(keys, areaId, row)]
    } catch (thrown) {
      if (damaged === undefined) throw thrown
      damaged(thrown)
      return []
    }
  })
}

/** @throws Refusal `not-found`, or `stale` when it is no longer the version the person saw */
export async function lockDeath(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { id, version }: { id: string; version: number },
): Promise<OpenRegisteredDeath> {
  const [death] = await lockDeaths(tx, keys, areaId, [id])
  if (death === undefined) throw new Refusal('not-found')
  if (death.version !== version) throw new Refusal('stale')
  return death
}
