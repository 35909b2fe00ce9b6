import { randomUUID } from 'node:crypto'
import {
  type CaseId,
  MAPPING_IN_USE,
  type NationalSubmissionId,
  type NationalValue,
  NotificationId,
  nationalMapping,
} from '@cdop/domain'

type Notified = { versions: Record<string, NationalValue>[]; toldByHand: boolean }

const notified = new Map<CaseId, Notified>()
const notificationId = NotificationId.parse(randomUUID())

/** What intake was told of receipts, in its order. */
export const receiptsTold: { caseId: CaseId; submissionId: NationalSubmissionId; receipt: string }[] = []

const complete: Record<string, NationalValue> = {
  ...Object.fromEntries(
    nationalMapping(MAPPING_IN_USE).fields.notification.map(({ question }) => [question, 'not-known']),
  ),
  'child-family-name': 'Quillfeather',
  'child-given-names': 'Marigold',
  'child-nhs-number': '9990000018',
  'child-date-of-birth': '2023-05-04',
  'date-of-death': '2026-02-10',
  'child-postcode': 'LS1 1UR',
  'gestation-weeks': 39,
  'jar-triggers': ['sudden-no-apparent-cause'],
}

const ofCase = (caseId: CaseId): Notified => {
  const found = notified.get(caseId) ?? { versions: [complete], toldByHand: false }
  notified.set(caseId, found)
  return found
}

/** The notification of a case says something else from now on; undefined takes an answer out. */
export function changeNotified(caseId: CaseId, change: Record<string, NationalValue | undefined>): void {
  const { versions } = ofCase(caseId)
  const next = { ...versions.at(-1), ...change }
  versions.push(
    Object.fromEntries(
      Object.entries(next).flatMap(([question, value]) => (value === undefined ? [] : [[question, value]])),
    ),
  )
}

/** Somebody told the national database of the death elsewhere. */
export function toldByHand(caseId: CaseId): void {
  ofCase(caseId).toldByHand = true
}

/** What the intake of these tests gives of a version. */
export function notifiedAnswers(caseId: CaseId, version: number | null, questions: readonly string[]) {
  const { versions, toldByHand: told } = ofCase(caseId)
  const of = version ?? versions.length
  const said = versions[of - 1] ?? {}
  const answers = Object.fromEntries(
    Object.entries(said).filter(([question]) => questions.includes(question)),
  )
  return { notificationId, version: of, toldByHand: told, answers }
}
