import type { CaseState } from '../case/case-state.ts'
import type { OpenCaseStage } from './open-case.ts'

/**
 * The steps by which a new case comes to the stage a bundle has it at: each legal by the table of states, so that the
 * database refuses a case that could not have come there.
 */
export function stepsToStage(
  stage: OpenCaseStage,
  meeting: 'review-meeting-held' | 'review-meeting-not-held',
): readonly CaseState[] {
  switch (stage) {
    case 'gathering':
      return []
    case 'review-meeting-held':
    case 'review-meeting-not-held':
      return [stage]
    case 'listed':
      return [meeting, 'listed']
    case 'deferred':
      return [meeting, 'listed', 'deferred']
    case 'reviewed':
      return [meeting, 'listed', 'reviewed']
    case 'submitted':
      return [meeting, 'listed', 'reviewed', 'submitted']
  }
}
