import { type Actor, type Permission, Refusal, type RefusalCode } from '@cdop/domain'
import { procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

const rpc = procedures<null>()

/** Services below, answering what a test tells them to, behind real doors. `Answers` is what each procedure says. */
export type AnsweringServices<Answers extends object> = {
  routers: BelowRouters
  /** Every call since `forget`, in order. */
  calls: { procedure: keyof Answers; input: unknown; actor: Actor }[]
  answer<Name extends keyof Answers>(procedure: Name, answer: Answers[Name]): void
  refuse(procedure: keyof Answers, code: RefusalCode, fields?: readonly string[]): void
  /** What was sent to a procedure the last time. */
  sent(procedure: keyof Answers): unknown
  forget(): void
}

/** Makes procedures that say what they are told to; one that was told nothing is not found. */
export type Telling<Answers extends object> = {
  router: typeof rpc.router
  asks(procedure: keyof Answers, permission: Permission): ReturnType<typeof query>
  changes(procedure: keyof Answers, permission: Permission): ReturnType<typeof mutation>
}

type Say = (input: unknown, actor: Actor) => unknown

const query = (permission: Permission, say: Say) =>
  rpc
    .requires(permission)
    .input(z.unknown())
    .query(({ ctx, input }) => say(input, ctx.actor))
const mutation = (permission: Permission, say: Say) =>
  rpc
    .requires(permission)
    .input(z.unknown())
    .mutation(({ ctx, input }) => say(input, ctx.actor))

export function answeringServices<Answers extends object>(
  routersOf: (telling: Telling<Answers>) => BelowRouters,
): AnsweringServices<Answers> {
  const calls: AnsweringServices<Answers>['calls'] = []
  const answers = new Map<keyof Answers, { say: unknown } | { refusal: Refusal }>()
  const told =
    (procedure: keyof Answers): Say =>
    (input, actor) => {
      calls.push({ procedure, input, actor })
      const found = answers.get(procedure)
      if (found === undefined) throw new Refusal('not-found')
      if ('refusal' in found) throw found.refusal
      return found.say
    }
  return {
    routers: routersOf({
      router: rpc.router,
      asks: (procedure, permission) => query(permission, told(procedure)),
      changes: (procedure, permission) => mutation(permission, told(procedure)),
    }),
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
