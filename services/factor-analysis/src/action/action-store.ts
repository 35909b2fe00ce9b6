import type { Db } from '@cdop/database'
import {
  ActionId,
  ActionState,
  type AreaId,
  OrganisationId,
  OrganisationKind,
  PersonId,
  PlainDate,
  RecommendationId,
} from '@cdop/domain'
import { z } from 'zod'
import type { Addressee } from '../recommendation/recommendation-store.ts'

const Row = z.object({
  actionId: ActionId,
  recommendationId: RecommendationId,
  number: z.int(),
  version: z.int(),
  state: ActionState,
  ownerKind: OrganisationKind,
  ownerId: OrganisationId,
  dueOn: PlainDate,
  agreedOn: PlainDate,
  progressOn: PlainDate.nullable(),
  escalatedOn: PlainDate.nullable(),
  relevantOn: PlainDate.nullable(),
  closingBy: PersonId.nullable(),
  closedOn: PlainDate.nullable(),
  sealedWords: z.instanceof(Buffer),
})

function stored(row: unknown) {
  const { ownerKind, ownerId, ...read } = Row.parse(row)
  return { ...read, owner: { kind: ownerKind, organisationId: ownerId } }
}
export type StoredAction = ReturnType<typeof stored>

const columns = (tx: Db) => tx`
  action_id, recommendation_id, number, version, state, owner_kind, owner_id, due_on, agreed_on, progress_on,
  escalated_on, relevant_on, closing_by, closed_on, sealed_words
`

/** Every action of an area. */
export async function actionsIn(tx: Db, areaId: AreaId): Promise<StoredAction[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.actions where area_id = ${areaId} order by recommendation_id, number
  `
  return rows.map(stored)
}

/** The actions of a recommendation, in the order they were agreed. */
export async function actionsOf(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
): Promise<StoredAction[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.actions
    where area_id = ${areaId} and recommendation_id = ${recommendationId} order by number
  `
  return rows.map(stored)
}

/** Adds an action to its recommendation, which the caller has locked: no number is given twice. */
export async function addAction(
  tx: Db,
  areaId: AreaId,
  added: {
    actionId: ActionId
    recommendationId: RecommendationId
    owner: Addressee
    dueOn: PlainDate
    sealedWords: Buffer
    agreedOn: PlainDate
    agreedBy: PersonId
  },
): Promise<void> {
  const { actionId, recommendationId, owner, dueOn, sealedWords, agreedOn, agreedBy } = added
  await tx`
    insert into factor_analysis.actions (area_id, action_id, recommendation_id, number, version, state, owner_kind,
      owner_id, due_on, sealed_words, agreed_on, agreed_by)
    select ${areaId}, ${actionId}, ${recommendationId}, coalesce(max(number), 0) + 1, 1, 'agreed', ${owner.kind},
      ${owner.organisationId}, ${dueOn}, ${sealedWords}, ${agreedOn}, ${agreedBy}
    from factor_analysis.actions where area_id = ${areaId} and recommendation_id = ${recommendationId}
  `
}

/** How far it is now: what an act changes beside its entry. Its recommendation is locked by the caller. */
export async function moveAction(
  tx: Db,
  areaId: AreaId,
  { actionId, state, progressOn, escalatedOn, relevantOn, closingBy }: StoredAction,
  closed: { by: PersonId; on: PlainDate } | null,
): Promise<void> {
  await tx`
    update factor_analysis.actions
    set state = ${state}, progress_on = ${progressOn}, escalated_on = ${escalatedOn}, relevant_on = ${relevantOn},
      closing_by = ${closingBy}, closed_by = ${closed?.by ?? null}, closed_on = ${closed?.on ?? null},
      version = version + 1
    where area_id = ${areaId} and action_id = ${actionId}
  `
}
