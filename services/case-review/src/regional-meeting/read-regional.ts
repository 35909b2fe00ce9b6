import type { Db } from '@cdop/database'
import {
  AreaId,
  CancelMeetingReason,
  Instant,
  PanelMeetingId,
  PlainDate,
  PlainTime,
  RegionalAnswer,
  RegionalMeetingId,
  requireArea,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { type AreaAnswer, answersIn, areaNames } from './answer-store.ts'
import { Guest, guestsFrom, seatedAt } from './guest-store.ts'
import { findRegional, type Regional, RegionalWords, regionalsOf, regionalWords } from './regional-store.ts'

const RegionalRow = z.strictObject({
  regionalMeetingId: RegionalMeetingId,
  heldOn: PlainDate,
  theme: RegionalWords.shape.theme,
  /** This area arranges it. */
  hosts: z.boolean(),
  hostName: z.string(),
  cancelled: z.boolean(),
  /** What this area said. */
  answer: RegionalAnswer,
})

const ReadRegional = RegionalRow.extend({
  ...RegionalWords.shape,
  planVersion: z.int(),
  startsAt: PlainTime,
  endsAt: PlainTime,
  arrangedAt: Instant,
  cancelReason: CancelMeetingReason.nullable(),
  /** This area's own meeting, while it takes part. */
  panelMeetingId: PanelMeetingId.nullable(),
  /** How often this area has spoken. */
  wordVersion: z.int(),
  /** Whom this area sends to the others. */
  sends: z.array(Guest),
  /** Who of other areas has a seat at this area's own meeting. */
  receives: z.array(Guest.extend({ homeAreaId: AreaId })),
  /** What each area said, as far as this one has heard, the host first. */
  areas: z.array(
    z.strictObject({
      areaId: AreaId,
      name: z.string(),
      hosts: z.boolean(),
      answer: RegionalAnswer,
      answeredAt: Instant.nullable(),
    }),
  ),
})

type Names = ReadonlyMap<AreaId, string>
const named = (names: Names, areaId: AreaId) => names.get(areaId) ?? 'another area'

async function rowOf(
  tx: Db,
  { areaId, cipher, names }: { areaId: AreaId; cipher: SubjectCipher; names: Names },
  regional: Regional,
  answers: ReadonlyMap<AreaId, AreaAnswer>,
) {
  const { regionalMeetingId, heldOn, hostAreaId, cancelledAt } = regional
  const words = await regionalWords(tx, cipher, { areaId, regionalMeetingId })
  return {
    ...words,
    regionalMeetingId,
    heldOn,
    hosts: hostAreaId === areaId,
    hostName: named(names, hostAreaId),
    cancelled: cancelledAt !== null,
    answer: answers.get(areaId)?.answer ?? ('asked' as const),
  }
}

/** The regional meetings this area arranges or was asked to, the latest first. */
export const listRegional = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(RegionalRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'regional-meeting.list',
        object: { kind: 'area', id: areaId },
      })
      const all = await regionalsOf(tx, areaId)
      const names = await areaNames(
        tx,
        all.map(({ hostAreaId }) => hostAreaId),
      )
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const rows = []
      for (const regional of all) {
        const answers = await answersIn(tx, { areaId, regionalMeetingId: regional.regionalMeetingId })
        const {
          place: _place,
          terms: _terms,
          ...row
        } = await rowOf(tx, { areaId, cipher, names }, regional, answers)
        rows.push(row)
      }
      return { rows }
    })
  })

/** One regional meeting as this area knows it: nothing of a case, of its own or another. */
export const readRegional = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, regionalMeetingId: RegionalMeetingId }))
  .output(ReadRegional)
  .query(({ ctx: { actor, parts }, input }) => {
    const { areaId, regionalMeetingId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const regional = await findRegional(tx, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'regional-meeting.read',
        object: { kind: 'regional-meeting', id: regionalMeetingId },
      })
      const { hostAreaId, planVersion, startsAt, endsAt, arrangedAt, cancelReason, panelMeetingId } = regional
      const answers = await answersIn(tx, input)
      const names = await areaNames(tx, [hostAreaId, ...answers.keys()])
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const areas = [...answers.values()]
        .map(({ ofAreaId, answer, answeredAt }) => ({
          areaId: ofAreaId,
          name: named(names, ofAreaId),
          hosts: ofAreaId === hostAreaId,
          answer,
          answeredAt,
        }))
        .toSorted((one, other) => Number(other.hosts) - Number(one.hosts) || (one.name < other.name ? -1 : 1))
      return {
        ...(await rowOf(tx, { areaId, cipher, names }, regional, answers)),
        ...{ planVersion, startsAt, endsAt, arrangedAt, cancelReason, panelMeetingId, areas },
        wordVersion: answers.get(areaId)?.wordVersion ?? 0,
        sends: await guestsFrom(tx, input, areaId),
        receives: panelMeetingId === null ? [] : await seatedAt(tx, areaId, panelMeetingId),
      }
    })
  })

/** Every other area, to ask it to a regional meeting: public things alone. */
export const areasToAsk = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(z.strictObject({ areaId: AreaId, name: z.string() })))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const rows = await tx`
        select area_id, name from case_review.area_directory where area_id <> ${areaId} order by name, area_id
      `
      return rows.map((row) => z.object({ areaId: AreaId, name: z.string() }).parse({ ...row }))
    })
  })
