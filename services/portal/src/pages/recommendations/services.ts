import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { OrganisationId, OrganisationKind, PlainDate } from '@cdop/domain'
import { isInUse, RecommendationId, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { PersonVisit } from '../../page/visit.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'

/** factor-analysis, on the visitor's behalf. */
export const factorAnalysis = (visit: PersonVisit) => visit.call<FactorAnalysisRouter>('factor-analysis')

export type ReadRecommendation = Awaited<
  ReturnType<ReturnType<typeof factorAnalysis>['recommendation']['read']['query']>
>
type Addressed = { readonly kind: OrganisationKind; readonly organisationId: OrganisationId }

/** The recommendation a path means. @throws Refusal `not-found` when it can be none */
export async function recommendationOf(visit: PersonVisit): Promise<ReadRecommendation> {
  const asked = RecommendationId.safeParse(visit.param('recommendationId'))
  if (!asked.success) throw new Refusal('not-found')
  return factorAnalysis(visit).recommendation.read.query({
    areaId: visit.areaId,
    recommendationId: asked.data,
  })
}

/** The organisations of the area, by name for those who may read the directory. */
export type Directory = {
  /** Those that can be chosen today. */
  readonly choices: readonly { readonly value: OrganisationId; readonly text: string }[]
  kindOf(organisationId: string): Addressed | null
  /** Its name of today, or its kind for whoever may not read names. */
  nameOf(addressed: Addressed): string
}

export async function directoryOf(visit: PersonVisit): Promise<Directory> {
  const rows = visit.mayDo('organisation:read')
    ? (await visit.call<CaseReviewRouter>('case-review').organisation.list.query({ areaId: visit.areaId }))
        .rows
    : []
  const today: PlainDate = visit.parts.clock.today()
  const byId = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.organisationId, row]))
  return {
    choices: rows
      .filter((row) => isInUse(row, today))
      .map(({ organisationId, name }) => ({ value: organisationId, text: name })),
    kindOf(organisationId) {
      const found = byId.get(organisationId)
      return found === undefined ? null : { kind: found.kind, organisationId: found.organisationId }
    },
    nameOf: ({ kind, organisationId }) => byId.get(organisationId)?.name ?? organisationKindWords[kind],
  }
}
