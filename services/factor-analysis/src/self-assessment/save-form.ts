import type { Db } from '@cdop/database'
import {
  AreaId,
  CASES_PER_PASS,
  type CaseId,
  OrganisationId,
  type PersonId,
  pointersIn,
  Refusal,
  SelfAssessmentAnswers,
  selfAssessmentGaps,
} from '@cdop/domain'
import { AttemptKey, changeOnce, type ServiceParts } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { type Asking, linkedCases, screenWords } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { answersOf, CorrectionOfAnswer, type FormOf, formOf, keepAnswers } from './self-assessment-store.ts'

/** Characters case-review looks through at once, with room for what joins them. */
const LONGEST_LOOK = 19_000

/** Where a form stands once it was saved. */
export const SavedForm = z.strictObject({ version: z.int(), edit: z.int() })
const Of = z.strictObject({
  areaId: AreaId,
  year: ReportingYearCode,
  organisationId: OrganisationId,
  /** The newest version and its edit as they were looked at; 0 and 0 before anything was saved. */
  version: z.int().nonnegative(),
  edit: z.int().nonnegative(),
  key: AttemptKey,
})

/** Everything that was written in words. */
export const writtenIn = (answers: SelfAssessmentAnswers): string[] =>
  [
    answers.answeredBy,
    ...answers.recommendations.flatMap(({ evidence, toDo }) => [evidence, toDo]),
    ...answers.practice.map(({ words }) => words),
  ].filter((one) => one !== null)

/** @throws Refusal `identifiers-in-note` naming the kinds found, never what was found */
async function screen(asking: Asking, areaId: AreaId, answers: SelfAssessmentAnswers): Promise<void> {
  const { actor, parts } = asking
  const written = writtenIn(answers)
  const found = pointersIn(written.join('\n\n'))
  if (found.length > 0) throw new Refusal('identifiers-in-note', found)
  const caseIds = await parts.database.transaction(actor, async (tx) => {
    const linked = new Set<CaseId>()
    for (const { recommendationId } of answers.recommendations) {
      for (const caseId of await linkedCases(tx, areaId, recommendationId)) linked.add(caseId)
    }
    return [...linked]
  })
  for (let from = 0; from < caseIds.length; from += CASES_PER_PASS) {
    const some = caseIds.slice(from, from + CASES_PER_PASS)
    for (const words of inPieces(written)) await screenWords(asking, areaId, some, [words])
  }
}

/** Texts joined to pieces that are looked through at once: as long as one look takes. */
function inPieces(written: readonly string[]): string[] {
  const pieces: string[] = []
  for (const one of written) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + one.length < LONGEST_LOOK)
      pieces[pieces.length - 1] = `${last}\n\n${one}`
    else pieces.push(one)
  }
  return pieces
}

/**
 * Saves what an organisation says, on its behalf: as far as it has come, or, whole, submitted once. The recommendations are those
 * of its form, in their order.
 * @throws Refusal `not-allowed-in-this-state` once it was submitted, `stale`, `invalid-answers` with the fields that are missing,
 * `identifiers-in-note`, `not-found`
 */
export const saveSelfAssessment = requires('self-assessment:write')
  .input(Of.extend({ answers: SelfAssessmentAnswers, submit: z.boolean() }))
  .output(SavedForm)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, organisationId, answers, submit } = input
    await screen({ actor, assertion, parts }, areaId, answers)
    const change = { procedure: 'self-assessment.save', areaId, input, outcome: SavedForm }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const saved = await keepForm(tx, parts, areaId, { ...input, by })
      await parts.audit.record(tx, actor, areaId, {
        action: submit ? 'self-assessment.submit' : 'self-assessment.save',
        object: { kind: 'organisation', id: organisationId },
      })
      return saved
    })
  })

/**
 * Keeps what was written of a form, on from where it was read; `by` is null for the organisation itself.
 * @throws Refusal `invalid-answers`, `stale`, `not-allowed-in-this-state`, `not-found`
 */
export async function keepForm(
  tx: Db,
  parts: ServiceParts,
  areaId: AreaId,
  written: FormOf & {
    version: number
    edit: number
    answers: SelfAssessmentAnswers
    submit: boolean
    by: PersonId | null
  },
): Promise<z.infer<typeof SavedForm>> {
  const { year, organisationId, answers, submit, by } = written
  const gaps = submit ? selfAssessmentGaps(answers) : []
  if (gaps.length > 0) throw new Refusal('invalid-answers', gaps)
  const of = { year, organisationId }
  const { recommendationIds } = await formOf(tx, areaId, of)
  const answered = answers.recommendations.map(({ recommendationId }) => recommendationId)
  if (answered.join() !== recommendationIds.join()) throw new Refusal('stale')
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const versions = await answersOf(tx, cipher, areaId, of)
  // An organisation sends once; what is corrected then is the office's to write.
  if (by === null && versions.some((one) => one.submittedOn !== null))
    throw new Refusal('not-allowed-in-this-state')
  const [newest] = versions
  if ((newest?.version ?? 0) !== written.version || (newest?.edit ?? 0) !== written.edit)
    throw new Refusal('stale')
  if (newest !== undefined && newest.submittedOn !== null) throw new Refusal('not-allowed-in-this-state')
  const version = newest?.version ?? 1
  const edit = written.edit + 1
  const submittedOn = submit ? parts.clock.today() : null
  const kept = { version, edit, answers, reason: newest?.reason ?? null, submittedOn }
  await keepAnswers(tx, cipher, areaId, of, { ...kept, by, at: parts.clock.now() })
  return { version, edit }
}

/**
 * Begins a correction of what was submitted, with a reason: a new version from the words of the one before, which counts until the
 * new one is submitted.
 * @throws Refusal `not-allowed-in-this-state` before it was submitted, `stale`, `identifiers-in-note`, `not-found`
 */
export const correctSelfAssessment = requires('self-assessment:write')
  .input(Of.extend({ reason: CorrectionOfAnswer }))
  .output(SavedForm)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, year, organisationId, reason } = input
    const found = pointersIn(reason)
    if (found.length > 0) throw new Refusal('identifiers-in-note', found)
    const of = { year, organisationId }
    const change = { procedure: 'self-assessment.correct', areaId, input, outcome: SavedForm }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await formOf(tx, areaId, of)
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const [newest] = await answersOf(tx, cipher, areaId, of)
      if (newest === undefined || newest.submittedOn === null) throw new Refusal('not-allowed-in-this-state')
      if (newest.version !== input.version || newest.edit !== input.edit) throw new Refusal('stale')
      const version = newest.version + 1
      const begun = { version, edit: 1, answers: newest.answers, reason, submittedOn: null }
      await keepAnswers(tx, cipher, areaId, of, { ...begun, by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'self-assessment.correct',
        object: { kind: 'organisation', id: organisationId },
      })
      return { version, edit: 1 }
    })
  })
