import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type AnsweringServices, answeringServices } from './answering-services.ts'

type Draft = ReturnType<typeof clientOf<IntakeRouter>>['notificationDraft']
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What intake answers to the procedures that the public notification calls, in their own types. */
export type DraftAnswers = {
  'notificationDraft.begin': AnswerOf<Draft['begin']['mutate']>
  'notificationDraft.beginTwin': AnswerOf<Draft['beginTwin']['mutate']>
  'notificationDraft.mailReturnLink': undefined
  'notificationDraft.requestReturnCode': undefined
  'notificationDraft.enterReturn': AnswerOf<Draft['enterReturn']['mutate']>
  'notificationDraft.read': AnswerOf<Draft['read']['query']>
  'notificationDraft.save': AnswerOf<Draft['save']['mutate']>
  'notificationDraft.submit': AnswerOf<Draft['submit']['mutate']>
}

/** Intake as the public notification sees it, answering what a test tells it to. */
export function draftServices(): AnsweringServices<DraftAnswers> {
  return answeringServices<DraftAnswers>(({ router, asks, changes }) => ({
    intake: router({
      notificationDraft: router({
        begin: changes('notificationDraft.begin', 'notification-draft:open'),
        beginTwin: changes('notificationDraft.beginTwin', 'notification-draft:write'),
        mailReturnLink: changes('notificationDraft.mailReturnLink', 'notification-draft:write'),
        requestReturnCode: changes('notificationDraft.requestReturnCode', 'notification-draft:open'),
        enterReturn: changes('notificationDraft.enterReturn', 'notification-draft:open'),
        read: asks('notificationDraft.read', 'notification-draft:write'),
        save: changes('notificationDraft.save', 'notification-draft:write'),
        submit: changes('notificationDraft.submit', 'notification-draft:write'),
      }),
    }),
  }))
}
