import type { CaseId, DuplicateReviewState, MergeState } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { admittedCases } from './admitted.ts'
import { type DuplicatesModel, duplicatesTitle, duplicatesView } from './view.ts'

/** What the list may show; anything else in the query is taken for what is still to decide. */
const Shown = z.enum(['open', 'waiting', 'same', 'unsure', 'different', 'merged']).catch('open')

const mergesShown: Readonly<Partial<Record<z.infer<typeof Shown>, MergeState>>> = {
  waiting: 'proposed',
  merged: 'confirmed',
}
const reviewsShown: Readonly<Partial<Record<z.infer<typeof Shown>, DuplicateReviewState>>> = {
  open: 'open',
  same: 'same',
  unsure: 'unsure',
  different: 'different',
}

type Pair = { readonly caseId: CaseId | null } | null

/** Leaves out what is about a case this person may not see. */
async function visible<Row>(
  visit: PersonVisit,
  rows: readonly Row[],
  pairOf: (row: Row) => readonly Pair[],
): Promise<Row[]> {
  const casesOf = (row: Row) => pairOf(row).flatMap((record) => (record?.caseId ? [record.caseId] : []))
  const admitted = await admittedCases(visit, rows.flatMap(casesOf))
  return rows.filter((row) => casesOf(row).every((caseId) => admitted.has(caseId)))
}

async function reviewsIn(visit: PersonVisit, state: DuplicateReviewState) {
  const { duplicateReview } = visit.call<IntakeRouter>('intake')
  const { rows } = await duplicateReview.list.query({ areaId: visit.areaId, state })
  return visible(visit, rows, ({ record, candidate }) => [record, candidate])
}

async function mergesIn(visit: PersonVisit, state: MergeState) {
  const { rows } = await visit.call<IntakeRouter>('intake').merge.list.query({ areaId: visit.areaId, state })
  return visible(visit, rows, ({ merged, surviving }) => [merged, surviving])
}

/** Records of the area that may be of one child: those to compare, and merges that wait for a second person. */
export const duplicatesPage = personPage('/duplicates', {
  permission: 'duplicate-review:read',
  place: { text: duplicatesTitle, says: 'Compare records that may be of the same child, and merge them.' },
  async show(visit) {
    const shown = Shown.parse(visit.query('show'))
    const open = await reviewsIn(visit, 'open')
    const waiting = await mergesIn(visit, 'proposed')
    const reviewState = reviewsShown[shown]
    const mergeState = mergesShown[shown]
    const model: DuplicatesModel = {
      shown,
      counts: { open: open.length, waiting: waiting.length },
      reviews: shown === 'open' ? open : reviewState === undefined ? [] : await reviewsIn(visit, reviewState),
      merges:
        shown === 'waiting' ? waiting : mergeState === undefined ? [] : await mergesIn(visit, mergeState),
    }
    return { title: duplicatesTitle, main: duplicatesView(model) }
  },
})
