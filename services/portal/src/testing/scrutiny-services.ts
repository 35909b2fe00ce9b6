import { type AnswersOf, answeringServices, asks, changes, type ServicesTable } from './answering-services.ts'

const table = {
  'case-review': { organisation: { list: asks('organisation:read') } },
  'factor-analysis': {
    scrutiny: { read: asks('scrutiny:read') },
    challenge: {
      list: asks('challenge:read'),
      read: asks('challenge:read'),
      raise: changes('challenge:raise'),
      answer: changes('challenge:answer'),
      accept: changes('challenge:raise'),
      press: changes('challenge:raise'),
    },
    selfAssessment: {
      list: asks('self-assessment:read'),
      open: changes('self-assessment:write'),
      read: asks('self-assessment:read'),
      readForm: asks('self-assessment:read'),
      save: changes('self-assessment:write'),
      correct: changes('self-assessment:write'),
    },
    assurance: {
      list: asks('assurance:read'),
      read: asks('assurance:read'),
      sign: changes('assurance:sign'),
    },
    recommendation: { read: asks('recommendation:read') },
  },
  reporting: { release: { list: asks('release:read'), read: asks('release:read') } },
} as const satisfies ServicesTable

/** What an independent scrutineer's pages ask, answering what a test tells it to. */
export const scrutinyServices = () => answeringServices(table)
export type ScrutinyAnswers = AnswersOf<typeof table>
