import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type Actor, type Permission, Refusal, type RefusalCode } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { IntakeRouter } from '@cdop/intake/api'
import { type clientOf, procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type FactorAnalysis = ReturnType<typeof clientOf<FactorAnalysisRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What the services answer to the procedures that the reporter's and the panel's pages call, in their own types. */
export type PanelAnswers = {
  'identity.read': AnswerOf<Intake['identity']['read']['query']>
  'link.requestCode': undefined
  'link.enter': AnswerOf<CaseReview['link']['enter']['mutate']>
  'reportingForm.begin': AnswerOf<CaseReview['reportingForm']['begin']['query']>
  'reportingForm.saveDraft': AnswerOf<CaseReview['reportingForm']['saveDraft']['mutate']>
  'reportingForm.submit': AnswerOf<CaseReview['reportingForm']['submit']['mutate']>
  'panelMeeting.list': AnswerOf<CaseReview['panelMeeting']['list']['query']>
  'panelMeeting.read': AnswerOf<CaseReview['panelMeeting']['read']['query']>
  'panelMeeting.arrange': AnswerOf<CaseReview['panelMeeting']['arrange']['mutate']>
  'panelMeeting.recordAttendance': undefined
  'panelMeeting.deliberation': AnswerOf<CaseReview['panelMeeting']['deliberation']['query']>
  'pack.open': AnswerOf<CaseReview['pack']['open']['query']>
  'conflict.declare': undefined
  'analysis.read': AnswerOf<FactorAnalysis['analysis']['read']['query']>
  'analysis.saveDraft': AnswerOf<FactorAnalysis['analysis']['saveDraft']['mutate']>
  'analysis.agree': AnswerOf<FactorAnalysis['analysis']['agree']['mutate']>
}
type Procedure = keyof PanelAnswers

/** One call a page made. */
type MadeCall = { procedure: Procedure; input: unknown; actor: Actor }

/** The services below, answering what a test tells them to. */
export type PanelServices = {
  routers: BelowRouters
  /** Every call since `forget`, in order. */
  calls: MadeCall[]
  answer<Name extends Procedure>(procedure: Name, answer: PanelAnswers[Name]): void
  refuse(procedure: Procedure, code: RefusalCode, fields?: readonly string[]): void
  /** What was sent to a procedure the last time. */
  sent(procedure: Procedure): unknown
  forget(): void
}

export function panelServices(): PanelServices {
  const rpc = procedures<null>()
  const calls: MadeCall[] = []
  const answers = new Map<Procedure, { say: unknown } | { refusal: Refusal }>()

  const take = (procedure: Procedure, input: unknown, actor: Actor) => {
    calls.push({ procedure, input, actor })
    const found = answers.get(procedure)
    if (found === undefined) throw new Refusal('not-found')
    if ('refusal' in found) throw found.refusal
    return found.say
  }
  const asks = (procedure: Procedure, permission: Permission) =>
    rpc
      .requires(permission)
      .input(z.unknown())
      .query(({ ctx, input }) => take(procedure, input, ctx.actor))
  const changes = (procedure: Procedure, permission: Permission) =>
    rpc
      .requires(permission)
      .input(z.unknown())
      .mutation(({ ctx, input }) => take(procedure, input, ctx.actor))

  const intake = rpc.router({ identity: rpc.router({ read: asks('identity.read', 'identity:read') }) })
  const caseReview = rpc.router({
    link: rpc.router({
      requestCode: changes('link.requestCode', 'information-request:identify'),
      enter: changes('link.enter', 'information-request:identify'),
    }),
    reportingForm: rpc.router({
      begin: asks('reportingForm.begin', 'information-request:answer'),
      saveDraft: changes('reportingForm.saveDraft', 'information-request:answer'),
      submit: changes('reportingForm.submit', 'information-request:answer'),
    }),
    panelMeeting: rpc.router({
      list: asks('panelMeeting.list', 'panel-meeting:read'),
      read: asks('panelMeeting.read', 'panel-meeting:read'),
      arrange: changes('panelMeeting.arrange', 'panel-meeting:arrange'),
      recordAttendance: changes('panelMeeting.recordAttendance', 'panel-meeting:arrange'),
      deliberation: asks('panelMeeting.deliberation', 'analysis:agree'),
    }),
    pack: rpc.router({ open: asks('pack.open', 'pack:read') }),
    conflict: rpc.router({ declare: changes('conflict.declare', 'conflict:declare') }),
  })
  const factorAnalysis = rpc.router({
    analysis: rpc.router({
      read: asks('analysis.read', 'analysis:read'),
      saveDraft: changes('analysis.saveDraft', 'analysis:draft'),
      agree: changes('analysis.agree', 'analysis:agree'),
    }),
  })
  return {
    routers: { intake, 'case-review': caseReview, 'factor-analysis': factorAnalysis },
    calls,
    answer: (procedure, say) => answers.set(procedure, { say }),
    refuse: (procedure, code, fields = []) => answers.set(procedure, { refusal: new Refusal(code, fields) }),
    sent: (procedure) => calls.findLast((call) => call.procedure === procedure)?.input,
    forget() {
      calls.length = 0
      answers.clear()
    },
  }
}
