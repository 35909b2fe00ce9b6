import { LearningId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { factorAnalysis } from '../recommendations/services.ts'

export type ReadLearning = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['learning']['read']['query']>>

/** The learning point a path means. @throws Refusal `not-found` when it can be none */
export async function learningOf(visit: PersonVisit): Promise<ReadLearning> {
  const asked = LearningId.safeParse(visit.param('learningId'))
  if (!asked.success) throw new Refusal('not-found')
  return factorAnalysis(visit).learning.read.query({ areaId: visit.areaId, learningId: asked.data })
}
