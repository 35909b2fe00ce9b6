import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'

const table = {
  intake: {
    notificationDraft: {
      begin: changes('notification-draft:open'),
      beginTwin: changes('notification-draft:write'),
      mailReturnLink: changes('notification-draft:write'),
      requestReturnCode: changes('notification-draft:open'),
      enterReturn: changes('notification-draft:open'),
      read: asks('notification-draft:write'),
      save: changes('notification-draft:write'),
      submit: changes('notification-draft:write'),
    },
  },
} as const satisfies ServicesTable

/** What intake answers to the procedures that the public notification calls, in their own types. */
export type DraftAnswers = AnswersOf<typeof table>

/** Intake as the public notification sees it, answering what a test tells it to. */
export const draftServices = (): AnsweringServices<DraftAnswers> => answeringServices(table)
