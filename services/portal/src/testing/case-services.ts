import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type Actor, type Permission, Refusal, type RefusalCode } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { type clientOf, procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What the services answer to the procedures the coordinator's pages call, in their own types. */
export type CaseAnswers = {
  'notification.list': AnswerOf<Intake['notification']['list']['query']>
  'notification.read': AnswerOf<Intake['notification']['read']['query']>
  'notification.submit': AnswerOf<Intake['notification']['submit']['mutate']>
  'notification.accept': AnswerOf<Intake['notification']['accept']['mutate']>
  'notification.declareOutOfScope': AnswerOf<Intake['notification']['declareOutOfScope']['mutate']>
  'identity.read': AnswerOf<Intake['identity']['read']['query']>
  'case.list': AnswerOf<CaseReview['case']['list']['query']>
  'case.open': AnswerOf<CaseReview['case']['open']['query']>
  'case.listForPanel': AnswerOf<CaseReview['case']['listForPanel']['mutate']>
  'case.close': AnswerOf<CaseReview['case']['close']['mutate']>
  'panelMeeting.list': AnswerOf<CaseReview['panelMeeting']['list']['query']>
  'organisation.list': AnswerOf<CaseReview['organisation']['list']['query']>
  'organisation.add': AnswerOf<CaseReview['organisation']['add']['mutate']>
  'informationRequest.list': AnswerOf<CaseReview['informationRequest']['list']['query']>
  'informationRequest.read': AnswerOf<CaseReview['informationRequest']['read']['query']>
  'informationRequest.send': AnswerOf<CaseReview['informationRequest']['send']['mutate']>
  'reviewMeeting.recordNotHeld': AnswerOf<CaseReview['reviewMeeting']['recordNotHeld']['mutate']>
}
type Procedure = keyof CaseAnswers

/** One call a page made. */
type MadeCall = { procedure: Procedure; input: unknown; actor: Actor }

/** The services below, answering what a test tells them to. */
export type CaseServices = {
  routers: BelowRouters
  /** Every call since `forget`, in order. */
  calls: MadeCall[]
  answer<Name extends Procedure>(procedure: Name, answer: CaseAnswers[Name]): void
  /** For a change that answers nothing. */
  take(procedure: Procedure): void
  refuse(procedure: Procedure, code: RefusalCode, fields?: readonly string[]): void
  forget(): void
}

export function caseServices(): CaseServices {
  const rpc = procedures<null>()
  const calls: MadeCall[] = []
  const answers = new Map<Procedure, { say: unknown } | { refusal: Refusal }>()

  const answered = (procedure: Procedure, input: unknown, actor: Actor) => {
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
      .query(({ ctx, input }) => answered(procedure, input, ctx.actor))
  const changes = (procedure: Procedure, permission: Permission) =>
    rpc
      .requires(permission)
      .input(z.unknown())
      .mutation(({ ctx, input }) => answered(procedure, input, ctx.actor))

  const intake = rpc.router({
    notification: rpc.router({
      list: asks('notification.list', 'notification:read'),
      read: asks('notification.read', 'notification:read'),
      submit: changes('notification.submit', 'notification:submit'),
      accept: changes('notification.accept', 'notification:accept'),
      declareOutOfScope: changes('notification.declareOutOfScope', 'notification:accept'),
    }),
    identity: rpc.router({ read: asks('identity.read', 'identity:read') }),
  })
  const caseReview = rpc.router({
    case: rpc.router({
      list: asks('case.list', 'case:list'),
      open: asks('case.open', 'case:read'),
      listForPanel: changes('case.listForPanel', 'panel-meeting:arrange'),
      close: changes('case.close', 'case:close'),
    }),
    panelMeeting: rpc.router({ list: asks('panelMeeting.list', 'panel-meeting:read') }),
    organisation: rpc.router({
      list: asks('organisation.list', 'organisation:read'),
      add: changes('organisation.add', 'organisation:write'),
    }),
    informationRequest: rpc.router({
      list: asks('informationRequest.list', 'information-request:read'),
      read: asks('informationRequest.read', 'information-request:read'),
      send: changes('informationRequest.send', 'information-request:send'),
    }),
    reviewMeeting: rpc.router({
      recordNotHeld: changes('reviewMeeting.recordNotHeld', 'review-meeting:record'),
    }),
  })
  return {
    routers: { intake, 'case-review': caseReview },
    calls,
    answer: (procedure, say) => answers.set(procedure, { say }),
    take: (procedure) => answers.set(procedure, { say: undefined }),
    refuse: (procedure, code, fields = []) => answers.set(procedure, { refusal: new Refusal(code, fields) }),
    forget() {
      calls.length = 0
      answers.clear()
    },
  }
}
