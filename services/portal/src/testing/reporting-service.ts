import { type Actor, type Permission, Refusal, type RefusalCode } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { type clientOf, procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

type Reporting = ReturnType<typeof clientOf<ReportingRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What reporting answers to the procedures the analyst's pages call, in its own types. */
type ReportingAnswers = {
  'release.list': AnswerOf<Reporting['release']['list']['query']>
  'release.read': AnswerOf<Reporting['release']['read']['query']>
  'release.build': AnswerOf<Reporting['release']['build']['mutate']>
  'release.csv': AnswerOf<Reporting['release']['csv']['query']>
  'figure.exact': AnswerOf<Reporting['figure']['exact']['query']>
}
type Procedure = keyof ReportingAnswers

/** Reporting, answering what a test tells it to behind its real door. */
export type ReportingService = {
  routers: BelowRouters
  /** Every call since `forget`, in order. */
  calls: { procedure: Procedure; input: unknown; actor: Actor }[]
  answer<Name extends Procedure>(procedure: Name, answer: ReportingAnswers[Name]): void
  refuse(procedure: Procedure, code: RefusalCode): void
  forget(): void
}

export function reportingService(): ReportingService {
  const rpc = procedures<null>()
  const calls: ReportingService['calls'] = []
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
  const router = rpc.router({
    release: rpc.router({
      list: asks('release.list', 'release:read'),
      read: asks('release.read', 'release:read'),
      csv: asks('release.csv', 'release:read'),
      build: rpc
        .requires('release:build')
        .input(z.unknown())
        .mutation(({ ctx, input }) => take('release.build', input, ctx.actor)),
    }),
    figure: rpc.router({ exact: asks('figure.exact', 'figure:read') }),
  })
  return {
    routers: { reporting: router },
    calls,
    answer: (procedure, say) => answers.set(procedure, { say }),
    refuse: (procedure, code) => answers.set(procedure, { refusal: new Refusal(code) }),
    forget() {
      calls.length = 0
      answers.clear()
    },
  }
}
