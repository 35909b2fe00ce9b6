import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type Actor, type Permission, Refusal, type RefusalCode } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { IntakeRouter } from '@cdop/intake/api'
import type { ReportingRouter } from '@cdop/reporting/api'
import { type clientOf, procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

type Clients = {
  intake: ReturnType<typeof clientOf<IntakeRouter>>
  'case-review': ReturnType<typeof clientOf<CaseReviewRouter>>
  'factor-analysis': ReturnType<typeof clientOf<FactorAnalysisRouter>>
  reporting: ReturnType<typeof clientOf<ReportingRouter>>
}

type Asked = { kind: 'asked'; permission: Permission }
type Changed = { kind: 'changed'; permission: Permission }

/** A procedure that reads, behind the permission it names. */
export const asks = (permission: Permission): Asked => ({ kind: 'asked', permission })
/** A procedure that writes, behind the permission it names. */
export const changes = (permission: Permission): Changed => ({ kind: 'changed', permission })

type KindOf<Procedure> = Procedure extends { query: unknown } ? Asked : Changed

/** The procedures of a service that pages call: only those it has, and read or written as there. */
type Answerable<Client> = {
  readonly [Noun in keyof Client]?: {
    readonly [Verb in keyof Client[Noun]]?: KindOf<Client[Noun][Verb]>
  }
}

/** The services below and which of their procedures answer. */
export type ServicesTable = { readonly [Service in keyof Clients]?: Answerable<Clients[Service]> }

type Promised<Procedure> = Procedure extends { query: (...given: never[]) => Promise<infer Answer> }
  ? Answer
  : Procedure extends { mutate: (...given: never[]) => Promise<infer Answer> }
    ? Answer
    : never

/** A procedure without an answer is `never` in the client’s types: JSON has no word for it. */
type AnswerOf<Procedure> = [Promised<Procedure>] extends [never] ? undefined : Promised<Procedure>

type At<Of, Key> = Key extends keyof Of ? Of[Key] : never

type Told<Table> = {
  [Service in keyof Table]: {
    [Noun in keyof Table[Service]]: {
      [Verb in keyof Table[Service][Noun]]: {
        name: `${Noun & string}.${Verb & string}`
        answer: AnswerOf<At<At<At<Clients, Service>, Noun>, Verb>>
      }
    }[keyof Table[Service][Noun]]
  }[keyof Table[Service]]
}[keyof Table]

/** What each procedure of the table answers, as `noun.verb`, in the service’s own type. */
export type AnswersOf<Table extends ServicesTable> = {
  [Each in Told<Table> as Each['name']]: Each['answer']
}

/** Services below, answering what a test tells them to, behind real doors. `Answers` is what each procedure says. */
export type AnsweringServices<Answers extends object> = {
  routers: BelowRouters
  /** Every call since `forget`, in order. */
  calls: { procedure: string; input: unknown; actor: Actor }[]
  answer<Name extends keyof Answers>(procedure: Name, answer: Answers[Name]): void
  refuse(procedure: keyof Answers, code: RefusalCode, fields?: readonly string[]): void
  /** From now on the service cannot answer it. */
  breakDown(procedure: keyof Answers): void
  /** What was sent to a procedure the last time. */
  sent(procedure: keyof Answers): unknown
  forget(): void
}

type ServicesOfAny = Readonly<Record<string, Readonly<Record<string, Asked | Changed>>>>

const rpc = procedures<null>()

type Say = (input: unknown, actor: Actor) => unknown

const procedureOf = ({ kind, permission }: Asked | Changed, say: Say) => {
  const procedure = rpc.requires(permission).input(z.unknown())
  return kind === 'asked'
    ? procedure.query(({ ctx, input }) => say(input, ctx.actor))
    : procedure.mutation(({ ctx, input }) => say(input, ctx.actor))
}

/** What the start page of many asks: nothing waits unless a test says so. */
const nothingWaits: Readonly<Record<string, unknown>> = {
  'urgentAlert.waiting': { designatedDoctor: 0, publicHealth: 0, overdue: 0 },
}

/** Services whose listed procedures say what a test tells them to; one that was told nothing is not found. */
export function answeringServices<const Table extends ServicesTable>(
  table: Table,
): AnsweringServices<AnswersOf<Table>> {
  const calls: AnsweringServices<AnswersOf<Table>>['calls'] = []
  const answers = new Map<PropertyKey, { say: unknown } | { refusal: Error }>()
  const told =
    (procedure: string): Say =>
    (input, actor) => {
      const found = answers.get(procedure)
      if (found === undefined && procedure in nothingWaits) return nothingWaits[procedure]
      calls.push({ procedure, input, actor })
      if (found === undefined) throw new Refusal('not-found')
      if ('refusal' in found) throw found.refusal
      return found.say
    }
  const routersOf = (nouns: ServicesOfAny) =>
    rpc.router(
      Object.fromEntries(
        Object.entries(nouns).map(([noun, verbs]) => [
          noun,
          rpc.router(
            Object.fromEntries(
              Object.entries(verbs).map(([verb, kind]) => [verb, procedureOf(kind, told(`${noun}.${verb}`))]),
            ),
          ),
        ]),
      ),
    )
  const written: Readonly<Record<string, ServicesOfAny>> = table
  return {
    routers: Object.fromEntries(
      Object.entries(written).map(([service, nouns]) => [service, routersOf(nouns)]),
    ),
    calls,
    answer: (procedure, say) => answers.set(procedure, { say }),
    refuse: (procedure, code, fields = []) => answers.set(procedure, { refusal: new Refusal(code, fields) }),
    breakDown: (procedure) => answers.set(procedure, { refusal: new Error('the service is away') }),
    sent: (procedure) => calls.findLast((call) => call.procedure === procedure)?.input,
    forget() {
      calls.length = 0
      answers.clear()
    },
  }
}
