import type { Db } from '@cdop/database'
import { AreaId, FEWEST_ALIKE, PackId, type PersonId, Refusal, requireArea, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { casesRead, ids } from './agenda.ts'
import { alikeOf } from './alike.ts'
import { compileCases } from './compile-cases.ts'
import { type PackCase, rowOf, standingOf } from './freshness.ts'
import type { KnownToIntake } from './identifiers.ts'
import { packCasesOf } from './pack-case-store.ts'
import { keptPackRules, ruleFor } from './pack-rule-store.ts'
import { findPack, lockPack, type PackRow, packsOf, withdraw } from './pack-store.ts'
import { recognise } from './recognise.ts'

const Outcome = z.strictObject({ state: z.enum(['signed-once', 'released']) })
const Reason = text(2_000)

/**
 * Every case of the meeting as the version has it.
 * @throws Refusal `pack-not-yours-to-sign`, `pack-out-of-date`, `pack-items-open`
 */
async function wholeCases(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  pack: PackRow,
  { personId, known }: { personId: PersonId; known: ReadonlyMap<string, KnownToIntake> },
): Promise<PackCase[]> {
  const items = await casesRead(tx, areaId, pack.panelMeetingId)
  if (items.some(({ conflicted }) => conflicted.includes(personId)))
    throw new Refusal('pack-not-yours-to-sign')
  const rows = await packCasesOf(tx, areaId, pack.packId)
  const cases: PackCase[] = []
  for (const item of items) {
    const ofCase = known.get(item.caseId)
    if (ofCase === undefined) throw new Refusal('pack-out-of-date')
    const stands = { item, row: rowOf(rows, item.caseId), known: ofCase }
    const one = await standingOf(tx, parts, areaId, pack, stands)
    if (one.standing !== 'same') throw new Refusal('pack-out-of-date')
    cases.push(one)
  }
  if (cases.length === 0) throw new Refusal('pack-out-of-date')
  if (cases.some(({ row }) => row?.open !== 0)) throw new Refusal('pack-items-open')
  return cases
}

/**
 * Signs a version. The first signature holds it as it is; the second, of another person, releases it: its texts are compiled,
 * and an earlier one is read no more. Before either, every text and everything a case is known by is held to what was
 * screened.
 * @throws Refusal `not-found`; `stale` when it is not where the person saw it; `pack-needs-another`;
 * `pack-not-yours-to-sign` for whoever declared a conflict in a case of it; `pack-out-of-date`; `pack-items-open`;
 * `pack-late-needs-reason`, `pack-few-needs-reason` where the one who releases must say why
 */
export const signPack = requires('pack:build')
  .input(
    z.strictObject({
      areaId: AreaId,
      packId: PackId,
      seen: z.enum(['ready', 'signed-once']),
      lateReason: Reason.nullable(),
      fewReason: Reason.nullable(),
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, packId, seen } = input
    requireArea(actor, areaId)
    const asked = await parts.database.transaction(actor, async (tx) => {
      const pack = await findPack(tx, areaId, packId)
      if (pack === null) throw new Refusal('not-found')
      return pack.state === seen ? ids(await casesRead(tx, areaId, pack.panelMeetingId)) : []
    })
    const { requestId } = actor
    const known = await recognise(parts, { areaId, onBehalfOf: person.personId, requestId }, asked)
    const change = { areaId, procedure: 'pack.sign', input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const pack = await lockPack(tx, areaId, packId)
      if (pack.state !== seen) throw new Refusal('stale')
      if (pack.signedBy === person.personId) throw new Refusal('pack-needs-another')
      const cases = await wholeCases(tx, parts, areaId, pack, { personId: person.personId, known })
      const released = pack.state === 'signed-once'
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: released ? 'pack.release' : 'pack.sign', object: { kind: 'pack', id: packId } },
        ...cases.map(({ item }) => ({
          action: released ? 'pack.release' : 'pack.sign',
          object: { kind: 'case', id: item.caseId },
        })),
      )
      const by = person.personId
      const at = parts.clock.now()
      if (!released) {
        await tx`
          update case_review.packs set state = 'signed-once', signed_by = ${by}, signed_at = ${at}
          where area_id = ${areaId} and pack_id = ${packId}
        `
        return { state: 'signed-once' as const }
      }
      await release(tx, parts, areaId, pack, { cases, by, input })
      return { state: 'released' as const }
    })
  })

/** What only the second signature does. */
async function release(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  pack: PackRow,
  {
    cases,
    by,
    input: { lateReason, fewReason },
  }: {
    cases: readonly PackCase[]
    by: PersonId
    input: { lateReason: string | null; fewReason: string | null }
  },
): Promise<void> {
  const { packId, panelMeetingId } = pack
  const meeting = await findMeeting(tx, areaId, panelMeetingId)
  if (meeting === null) throw new Refusal('not-found')
  const { rule, late } = ruleFor(await keptPackRules(tx, areaId), meeting.heldOn, parts.clock.today())
  if (late && lateReason === null) throw new Refusal('pack-late-needs-reason', ['lateReason'])
  const alike = await Promise.all(cases.map(({ item }) => alikeOf(tx, areaId, item.caseId)))
  const few = alike.some((count) => count < FEWEST_ALIKE)
  if (few && fewReason === null) throw new Refusal('pack-few-needs-reason', ['fewReason'])
  const at = parts.clock.now()
  for (const earlier of await packsOf(tx, areaId, panelMeetingId)) {
    if (earlier.state === 'released')
      await withdraw(tx, areaId, earlier.packId, { by: null, at, because: 'replaced' })
  }
  await compileCases(tx, parts.keys, areaId, packId, cases)
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const sealed = (column: string, reason: string | null) =>
    reason === null ? null : cipher.sealJson(`packs/${packId}`, column, reason)
  await tx`
    update case_review.packs
    set state = 'released', released_by = ${by}, released_at = ${at}, expires_after_days = ${rule.expiresAfterDays},
      late_reason = ${sealed('late_reason', late ? lateReason : null)},
      few_reason = ${sealed('few_reason', few ? fewReason : null)}
    where area_id = ${areaId} and pack_id = ${packId}
  `
  await tx`insert into case_review.packs_to_destroy (area_id, pack_id) values (${areaId}, ${packId})`
}
