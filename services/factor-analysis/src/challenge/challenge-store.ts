import type { Db } from '@cdop/database'
import {
  ActionId,
  type AreaId,
  ChallengeAct,
  ChallengeId,
  ChallengeState,
  ChallengeSubject,
  Instant,
  PersonId,
  PlainDate,
  RecommendationId,
  Refusal,
  ReleaseId,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** What the scrutineer or the area says. Nobody is named in it. */
export const ChallengeWords = text(2_000)

/** One thing that was said. */
export const ChallengeEntry = z.strictObject({
  act: ChallengeAct,
  /** Null only where an answer was accepted without a word. */
  words: ChallengeWords.nullable(),
  recordedOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type ChallengeEntry = z.infer<typeof ChallengeEntry>

/** A challenge without what was said. */
export const Challenge = z.strictObject({
  challengeId: ChallengeId,
  /** "C-2026-003". */
  reference: z.string(),
  version: z.int(),
  state: ChallengeState,
  subject: ChallengeSubject,
  raisedOn: PlainDate,
  raisedBy: PersonId,
  dueOn: PlainDate,
})
export type Challenge = z.infer<typeof Challenge>

const Row = z.object({
  challengeId: ChallengeId,
  year: z.int(),
  number: z.int(),
  version: z.int(),
  state: ChallengeState,
  subject: z.enum(['area', 'recommendation', 'action', 'release']),
  recommendationId: RecommendationId.nullable(),
  actionId: ActionId.nullable(),
  releaseId: ReleaseId.nullable(),
  raisedOn: PlainDate,
  raisedBy: PersonId,
  dueOn: PlainDate,
})

function challengeIn(row: unknown): Challenge {
  const { year, number, subject: kind, recommendationId, actionId, releaseId, ...read } = Row.parse(row)
  const subject = ChallengeSubject.parse({
    kind,
    ...(recommendationId !== null && { recommendationId }),
    ...(actionId !== null && { actionId }),
    ...(releaseId !== null && { releaseId }),
  })
  return { ...read, reference: `C-${year}-${String(number).padStart(3, '0')}`, subject }
}

const columns = (tx: Db) => tx`
  challenge_id, year, number, version, state, subject, recommendation_id, action_id, release_id, raised_on, raised_by, due_on
`

/** Every challenge of an area, the newest first. */
export async function challengesOf(tx: Db, areaId: AreaId): Promise<Challenge[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.challenges where area_id = ${areaId} order by year desc, number desc
  `
  return rows.map(challengeIn)
}

/** One challenge; `lock` holds it for the transaction. @throws Refusal `not-found` */
export async function findChallenge(
  tx: Db,
  areaId: AreaId,
  challengeId: ChallengeId,
  { lock = false }: { lock?: boolean } = {},
): Promise<Challenge> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.challenges
    where area_id = ${areaId} and challenge_id = ${challengeId} ${lock ? tx`for update` : tx``}
  `
  if (row === undefined) throw new Refusal('not-found')
  return challengeIn(row)
}

/** Adds one under the next number of its year. One at a time: no number is given twice. */
export async function addChallenge(
  tx: Db,
  areaId: AreaId,
  { challengeId, subject, raisedOn, raisedBy, dueOn }: Omit<Challenge, 'reference' | 'version' | 'state'>,
): Promise<void> {
  const year = Number(raisedOn.slice(0, 4))
  const recommendationId = 'recommendationId' in subject ? subject.recommendationId : null
  const actionId = subject.kind === 'action' ? subject.actionId : null
  const releaseId = subject.kind === 'release' ? subject.releaseId : null
  await tx`select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.challenges:${areaId}`}, 0))`
  await tx`
    insert into factor_analysis.challenges (area_id, challenge_id, year, number, version, state, subject, recommendation_id,
      action_id, release_id, raised_on, raised_by, due_on)
    select ${areaId}, ${challengeId}, ${year}, coalesce(max(number), 0) + 1, 1, 'open', ${subject.kind}, ${recommendationId},
      ${actionId}, ${releaseId}, ${raisedOn}, ${raisedBy}, ${dueOn}
    from factor_analysis.challenges where area_id = ${areaId} and year = ${year}
  `
}

/** Where it stands now. The row is locked by the caller. */
export async function moveChallenge(
  tx: Db,
  areaId: AreaId,
  { challengeId, state, dueOn }: Pick<Challenge, 'challengeId' | 'state' | 'dueOn'>,
): Promise<void> {
  await tx`
    update factor_analysis.challenges set state = ${state}, due_on = ${dueOn}, version = version + 1
    where area_id = ${areaId} and challenge_id = ${challengeId}
  `
}

/** Words kept with one entry: they open as no other's. */
const bound = (challengeId: ChallengeId, entry: number) => `challenge_entries/${challengeId}/${entry}`

/** Everything that was said, in its order. */
export async function challengeEntries(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  challengeId: ChallengeId,
): Promise<ChallengeEntry[]> {
  const rows = await tx<{ entry: number; sealedWords: Buffer | null }[]>`
    select entry, act, sealed_words, recorded_on, recorded_by, recorded_at from factor_analysis.challenge_entries
    where area_id = ${areaId} and challenge_id = ${challengeId} order by entry
  `
  return rows.map(({ entry, sealedWords, ...row }) => {
    const words = sealedWords && cipher.openJson(bound(challengeId, entry), 'sealed_words', sealedWords)
    return ChallengeEntry.parse({ ...row, words })
  })
}

/** Records what is said next. The challenge is locked by the caller, or new. */
export async function addChallengeEntry(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  challengeId: ChallengeId,
  { act, words, recordedOn, recordedBy, recordedAt }: ChallengeEntry,
): Promise<void> {
  const [row] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0) + 1 as entry from factor_analysis.challenge_entries
    where area_id = ${areaId} and challenge_id = ${challengeId}
  `
  const entry = row?.entry ?? 1
  const sealed = words === null ? null : cipher.sealJson(bound(challengeId, entry), 'sealed_words', words)
  await tx`
    insert into factor_analysis.challenge_entries (area_id, challenge_id, entry, act, sealed_words, recorded_on, recorded_by,
      recorded_at)
    values (${areaId}, ${challengeId}, ${entry}, ${act}, ${sealed}, ${recordedOn}, ${recordedBy}, ${recordedAt})
  `
}
