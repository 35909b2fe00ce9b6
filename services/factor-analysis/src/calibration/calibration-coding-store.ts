import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CalibrationCase,
  CalibrationKey,
  type Instant,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

const written = {
  version: z.int().positive(),
  formVersion: z.string(),
  sealedAnswers: z.instanceof(Buffer),
}
const OwnCoding = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft'), ...written }),
  z.object({ state: z.literal('final'), ...written, codedOn: PlainDate }),
])
export type OwnCoding = z.infer<typeof OwnCoding>

type Of = { areaId: AreaId; coder: PersonId; one: Pick<CalibrationCase, 'key' | 'edition'> }

/** What somebody made of an invented case themselves; null before they began. Nobody else's is ever read. */
export async function ownCoding(
  tx: Db,
  { areaId, coder, one }: Of,
  options: { lock: boolean } = { lock: false },
): Promise<OwnCoding | null> {
  const [row] = await tx`
    select state, version, form_version, sealed_answers, coded_on from factor_analysis.calibration_codings
    where area_id = ${areaId} and person_id = ${coder} and case_key = ${one.key} and edition = ${one.edition}
    ${options.lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : OwnCoding.parse({ ...row })
}

/** Bound to its coder and case: it opens as nobody else's. */
const tableOf = ({ coder, one }: Of) => `calibration_codings/${coder}/${one.key}/${one.edition}`

export const sealOwn = (cipher: SubjectCipher, of: Of, answers: unknown): Buffer =>
  cipher.sealJson(tableOf(of), 'sealed_answers', answers)

export const openOwn = (cipher: SubjectCipher, of: Of, { sealedAnswers }: OwnCoding): unknown =>
  cipher.openJson(tableOf(of), 'sealed_answers', sealedAnswers)

/** Keeps a draft made from the version before; false where it was saved in between. */
export async function saveOwn(
  tx: Db,
  { areaId, coder, one }: Of,
  draft: { version: number; formVersion: string; sealedAnswers: Buffer; at: Instant },
): Promise<boolean> {
  const { version, formVersion, sealedAnswers, at } = draft
  const rows =
    version === 1
      ? await tx`
          insert into factor_analysis.calibration_codings (area_id, person_id, case_key, edition, state, version,
            form_version, sealed_answers, saved_at)
          values (${areaId}, ${coder}, ${one.key}, ${one.edition}, 'draft', 1, ${formVersion}, ${sealedAnswers}, ${at})
          on conflict do nothing returning version`
      : await tx`
          update factor_analysis.calibration_codings
          set version = ${version}, form_version = ${formVersion}, sealed_answers = ${sealedAnswers}, saved_at = ${at}
          where area_id = ${areaId} and person_id = ${coder} and case_key = ${one.key} and edition = ${one.edition}
            and version = ${version - 1} and state = 'draft'
          returning version`
  return rows.length === 1
}

/** From now on it is as it is. The row has to be locked. */
export async function finishOwn(
  tx: Db,
  { areaId, coder, one }: Of,
  final: { codedOn: PlainDate; at: Instant },
): Promise<void> {
  await tx`
    update factor_analysis.calibration_codings
    set state = 'final', version = version + 1, saved_at = ${final.at}, coded_on = ${final.codedOn}
    where area_id = ${areaId} and person_id = ${coder} and case_key = ${one.key} and edition = ${one.edition}
  `
}

const State = z.object({ caseKey: CalibrationKey, edition: z.string(), state: z.enum(['draft', 'final']) })

/** How far somebody is themselves. */
export async function ownStates(tx: Db, areaId: AreaId, coder: PersonId): Promise<z.infer<typeof State>[]> {
  const rows = await tx`
    select case_key, edition, state from factor_analysis.calibration_codings
    where area_id = ${areaId} and person_id = ${coder}
  `
  return rows.map((row) => State.parse({ ...row }))
}

const Finished = z.object({ personId: PersonId, caseKey: CalibrationKey, edition: z.string() })

/** Who has finished which case, and nothing of what they said. */
export async function finishedBy(tx: Db, areaId: AreaId): Promise<z.infer<typeof Finished>[]> {
  const rows = await tx`
    select person_id, case_key, edition from factor_analysis.calibration_codings
    where area_id = ${areaId} and state = 'final' order by person_id, case_key
  `
  return rows.map((row) => Finished.parse({ ...row }))
}
