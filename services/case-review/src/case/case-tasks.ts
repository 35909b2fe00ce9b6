import type { CaseState } from '@cdop/domain'
import { z } from 'zod'

/** One stage of a case on its task list, with one of the five statuses the Design System allows. */
export const CaseTask = z.strictObject({
  stage: z.enum([
    'confirmation',
    'told-list',
    'information',
    'review-meeting',
    'family-questions',
    'answers-to-tell-anew',
    'panel-questions',
    'caveats',
    'panel-listing',
    'analysis',
    'national-submission',
  ]),
  status: z.enum(['completed', 'not-yet-started', 'in-progress', 'cannot-start-yet', 'there-is-a-problem']),
  /** What has to be done first, when it cannot start yet. */
  why: z
    .enum([
      'confirmation-first',
      'review-meeting-first',
      'panel-questions-first',
      'listing-first',
      'panel-decision-first',
    ])
    .nullable(),
})
export type CaseTask = z.infer<typeof CaseTask>

/** How far each state is; a deferred or reopened case is back before its listing. */
const progress: Record<CaseState, number> = {
  gathering: 0,
  'review-meeting-held': 1,
  'review-meeting-not-held': 1,
  deferred: 1,
  reopened: 1,
  listed: 2,
  reviewed: 3,
  submitted: 4,
  closed: 4,
  'reported-in-error': 4,
  'duplicate-merged': 4,
  transferred: 4,
}

type RequestCounts = { sent: number; returned: number; overdue: number }

/** What a task list is worked out from. */
type TaskFacts = {
  state: CaseState
  requests: RequestCounts
  /** It is recorded who confirmed the death and who the child is. */
  confirmed: boolean
  /** How many are to be told of the death, and how many of them are still to be. */
  told: { needed: number; notTold: number }
  /** What the panel asked when it put the case back, and how much of it is open. */
  questions: { asked: number; open: number }
  /** What the family asked, and how much of it has neither an answer nor a reason why there will be none. */
  family: { asked: number; open: number }
  /** How often a parent was told an answer that has been given anew since. */
  tellAnew: number
  /** What stands under a caveat, and how much of it somebody has to look at again. */
  caveats: { standing: number; reviewDue: number }
}

/** The task list of a case: a stage that cannot start says what comes first. */
export function caseTasks({
  state,
  requests,
  confirmed,
  told,
  questions,
  family,
  tellAnew,
  caveats,
}: TaskFacts): CaseTask[] {
  const reached = progress[state]
  const stage = (
    name: CaseTask['stage'],
    needs: number,
    why: NonNullable<CaseTask['why']> | null,
  ): CaseTask => {
    if (reached > needs) return { stage: name, status: 'completed', why: null }
    if (reached === needs) return { stage: name, status: 'not-yet-started', why: null }
    return { stage: name, status: 'cannot-start-yet', why }
  }
  // What had begun before it was confirmed (an older case) goes on.
  const outgoing = (task: CaseTask): CaseTask =>
    confirmed || task.status !== 'not-yet-started'
      ? task
      : { ...task, status: 'cannot-start-yet', why: 'confirmation-first' }
  return [
    { stage: 'confirmation', status: confirmed ? 'completed' : 'not-yet-started', why: null },
    { stage: 'told-list', status: toldStatus(told), why: null },
    outgoing({ stage: 'information', status: informationStatus(reached, requests), why: null }),
    stage('review-meeting', 0, null),
    ...(family.asked === 0 ? [] : [questionsTask('family-questions', family)]),
    ...(tellAnew === 0
      ? []
      : [{ stage: 'answers-to-tell-anew', status: 'there-is-a-problem', why: null } as const]),
    ...(questions.asked === 0 ? [] : [questionsTask('panel-questions', questions)]),
    ...(caveats.standing === 0 ? [] : [caveatsTask(caveats)]),
    questions.open > 0
      ? { stage: 'panel-listing', status: 'cannot-start-yet', why: 'panel-questions-first' }
      : stage('panel-listing', 1, 'review-meeting-first'),
    stage('analysis', 2, 'listing-first'),
    outgoing(stage('national-submission', 3, 'panel-decision-first')),
  ]
}

function informationStatus(reached: number, { sent, returned, overdue }: RequestCounts): CaseTask['status'] {
  if (reached >= 3 || (sent > 0 && returned === sent)) return 'completed'
  if (overdue > 0) return 'there-is-a-problem'
  return sent === 0 ? 'not-yet-started' : 'in-progress'
}

/** What the panel asked has to be answered before it sees the case again, what the family asked before the case closes. */
function questionsTask(stage: CaseTask['stage'], { asked, open }: TaskFacts['questions']): CaseTask {
  const status = open === 0 ? 'completed' : open < asked ? 'in-progress' : 'not-yet-started'
  return { stage, status, why: null }
}

/** What keeps something from somebody is looked at again on its day. */
function caveatsTask({ reviewDue }: TaskFacts['caveats']): CaseTask {
  return { stage: 'caveats', status: reviewDue > 0 ? 'there-is-a-problem' : 'in-progress', why: null }
}

function toldStatus({ needed, notTold }: TaskFacts['told']): CaseTask['status'] {
  if (notTold === 0) return 'completed'
  return notTold < needed ? 'in-progress' : 'not-yet-started'
}
