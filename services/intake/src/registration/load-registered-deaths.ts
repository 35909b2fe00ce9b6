import { createHash, randomUUID } from 'node:crypto'
import { AreaId, Instant, Refusal, type RegisteredDeath, RegistrationSource, requireArea } from '@cdop/domain'
import { blindIndex, newDataKey, subjectCipher } from '@cdop/encryption'
import { AttemptKey, changeOnce, type ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { matchPersonRegistered } from './likeness.ts'
import { matchHashes, matchRegistered } from './match-registered.ts'
import { RowFault, readRegister } from './register-layout.ts'
import { addList, entriesKnown, loadedBefore, type NewRegisteredDeath } from './registered-death-store.ts'

/** Characters of the largest list, as base64: some 2 MiB, more than an area registers in a decade. */
const LARGEST = 3_000_000

const Loaded = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('loaded'),
    deaths: z.int(),
    /** Entries of the register that an earlier list had brought. */
    knownBefore: z.int(),
    matched: z.int(),
    proposed: z.int(),
    /** NHS numbers that could not be right and were left out. */
    numbersLeftOut: z.int(),
  }),
  z.strictObject({ outcome: z.literal('loaded-before'), loadedAt: Instant }),
  z.strictObject({ outcome: z.literal('faulty'), faults: z.array(RowFault).min(1) }),
])
type Loaded = z.infer<typeof Loaded>

function entryIndex({ keys }: ServiceParts, { entryNumber }: RegisteredDeath): Buffer {
  return blindIndex(keys, 'register-entry', entryNumber.replaceAll(/\s+/g, '').toUpperCase())
}

/**
 * Takes in a register's list of deaths, whole or not at all, and holds it against the notifications. What is wrong
 * with a file is told by row and column, never by what stands there; the same file twice is recognised, and so is an
 * entry that stood on an earlier list.
 */
export const loadRegisteredDeaths = requires('registration:load')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      source: RegistrationSource,
      /** The file, CSV or XLSX, as base64. */
      file: z.base64().max(LARGEST),
    }),
  )
  .output(Loaded)
  .mutation(async ({ ctx, input }): Promise<Loaded> => {
    const { actor, parts } = ctx
    const { areaId, source } = input
    requireArea(actor, areaId)
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    const file = Buffer.from(input.file, 'base64')
    const read = await readRegister(file, parts.clock.today())
    if (!read.ok) return { outcome: 'faulty', faults: [...read.faults] }
    const digest = blindIndex(parts.keys, 'register-list', createHash('sha256').update(file).digest('hex'))
    const change = { procedure: 'registration.load', areaId, input, outcome: Loaded }
    return changeOnce(ctx, change, async (tx) => {
      const before = await loadedBefore(tx, areaId, digest)
      if (before !== null) return { outcome: 'loaded-before', loadedAt: before }
      const loadedAt = parts.clock.now()
      const listId = randomUUID()
      const wrapped = newDataKey(parts.keys, areaId, listId)
      const cipher = subjectCipher(parts.keys, areaId, listId, wrapped)
      const known = await entriesKnown(
        tx,
        areaId,
        read.deaths.map((death) => entryIndex(parts, death)),
      )
      const fresh: NewRegisteredDeath[] = read.deaths
        .map((death) => ({ death, index: entryIndex(parts, death) }))
        .filter(({ index }) => !known.has(index.toString('hex')))
        .map(({ death, index }) => ({
          id: randomUUID(),
          entryIndex: index,
          nhsNumberIndex:
            death.nhsNumber === null ? null : blindIndex(parts.keys, 'nhs-number', death.nhsNumber),
          matchKeys: matchHashes(parts, matchPersonRegistered(death)),
          death: cipher.sealJson('registered_deaths', 'death', death),
          registeredOn: death.registeredOn,
          diedOn: death.diedOn,
          byCoroner: death.byCoroner,
        }))
      if (fresh.length > 0) {
        await addList(
          tx,
          { areaId, listId, wrapped, source, digest, loadedAt, loadedBy: actor.personId },
          fresh,
        )
      }
      const found = await matchRegistered(
        tx,
        parts,
        areaId,
        fresh.map(({ id }) => id),
      )
      await parts.audit.record(tx, actor, areaId, {
        action: 'registration.load',
        object: { kind: 'registration-list', id: listId },
        fieldClasses: ['identity'],
      })
      return {
        outcome: 'loaded',
        deaths: read.deaths.length,
        knownBefore: read.deaths.length - fresh.length,
        ...found,
        numbersLeftOut: read.numbersLeftOut,
      }
    })
  })
