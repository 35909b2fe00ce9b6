import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { beginAnnualReport } from './annual-report/begin-report.ts'
import { listAnnualReports } from './annual-report/list-reports.ts'
import { publishAnnualReport, signAnnualReport } from './annual-report/publish-report.ts'
import { previewProse, readAnnualReport, readPublishedReport } from './annual-report/read-report.ts'
import {
  askForSentence,
  commentOnReport,
  decideSentence,
  settleReportComment,
} from './annual-report/review-report.ts'
import { pinReportRelease, saveReportSection } from './annual-report/save-section.ts'
import { readCaseMix } from './case-mix/read-case-mix.ts'
import { importDenominators } from './denominator/import-denominators.ts'
import { listDenominators } from './denominator/list-denominators.ts'
import { loadDenominator } from './denominator/load-denominator.ts'
import { hashFacts } from './fact/hash-facts.ts'
import { rebuildFacts } from './fact/rebuild-facts.ts'
import { readExactFigure } from './figure/read-exact-figure.ts'
import { buildRelease } from './release/build-release.ts'
import { listReleases } from './release/list-releases.ts'
import { readRelease } from './release/read-release.ts'
import { signRelease } from './release/sign-release.ts'
import { turnDownRelease } from './release/turn-down-release.ts'
import { writeReleaseCsv } from './release/write-release-csv.ts'
import { requires, router as routerOf } from './rpc.ts'
import { listPublishedReleases } from './statistics/list-published-releases.ts'
import { readPublishedRelease } from './statistics/read-published-release.ts'
import { readPublishedTable } from './statistics/read-published-table.ts'
import { subscriptions } from './subscriptions.ts'
import { listTableRequests } from './table-request/list-table-requests.ts'
import { recordTableRequest } from './table-request/record-table-request.ts'

export const router = routerOf({
  figure: routerOf({ exact: readExactFigure, caseMix: readCaseMix }),
  denominator: routerOf({ load: loadDenominator, import: importDenominators, list: listDenominators }),
  statistics: routerOf({
    releases: listPublishedReleases,
    release: readPublishedRelease,
    table: readPublishedTable,
  }),
  tableRequest: routerOf({ record: recordTableRequest, list: listTableRequests }),
  release: routerOf({
    build: buildRelease,
    list: listReleases,
    read: readRelease,
    csv: writeReleaseCsv,
    sign: signRelease,
    turnDown: turnDownRelease,
  }),
  annualReport: routerOf({
    list: listAnnualReports,
    begin: beginAnnualReport,
    read: readAnnualReport,
    preview: previewProse,
    save: saveReportSection,
    pin: pinReportRelease,
    comment: commentOnReport,
    settleComment: settleReportComment,
    askForSentence,
    decideSentence,
    sign: signAnnualReport,
    publish: publishAnnualReport,
    readPublished: readPublishedReport,
  }),
  fact: routerOf({ hash: hashFacts, rebuild: rebuildFacts }),
  event: routerOf({
    ...eventProcedures({ requires }, 'reporting', subscriptions),
    replay: replayProcedure({ requires }),
  }),
})

export type ReportingRouter = typeof router
