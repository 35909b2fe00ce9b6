import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'

const table = {
  reporting: {
    release: {
      list: asks('release:read'),
      read: asks('release:read'),
      csv: asks('release:read'),
      build: changes('release:build'),
      sign: changes('release:sign'),
      turnDown: changes('release:sign'),
    },
    statistics: {
      releases: asks('statistics:read'),
      release: asks('statistics:read'),
      table: asks('statistics:read'),
    },
    tableRequest: { record: changes('table-request:record'), list: asks('table-request:read') },
    denominator: { list: asks('denominator:load'), import: changes('denominator:load') },
    annualReport: {
      list: asks('annual-report:read'),
      read: asks('annual-report:read'),
      readPublished: asks('annual-report:read'),
      preview: asks('annual-report:write'),
      begin: changes('annual-report:write'),
      save: changes('annual-report:write'),
      pin: changes('annual-report:write'),
      comment: changes('annual-report:comment'),
      settleComment: changes('annual-report:comment'),
      askForSentence: changes('annual-report:write'),
      decideSentence: changes('annual-report:decide'),
      sign: changes('annual-report:sign'),
      publish: changes('annual-report:publish'),
    },
    figure: { exact: asks('figure:read'), caseMix: asks('case-mix:read') },
  },
} as const satisfies ServicesTable

/** Reporting, answering what a test tells it to behind its real door. */
export type ReportingService = AnsweringServices<AnswersOf<typeof table>>

export const reportingService = (): ReportingService => answeringServices(table)
