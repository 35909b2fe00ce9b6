import type { AgeBand, CaseId, NotificationId, PlainDate } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { PersonVisit } from '../../page/visit.ts'
import type { Found } from '../../search/search-store.ts'
import { admit } from '../duplicates/admitted.ts'
import { caseStands, notificationStands } from './view.ts'

/** A child of a record that was found, as this person may see it. */
export type FoundChild = {
  readonly caseId: CaseId | null
  readonly notificationId: NotificationId
  readonly href: string
  readonly name: string
  readonly what: string
  readonly diedOn: PlainDate
  readonly ageBand: AgeBand | null
}

type Shown = Omit<FoundChild, 'caseId' | 'notificationId'>

/** The children of cases, as far as case-review lets this person see them. */
async function casesAmong(visit: PersonVisit, found: Found): Promise<Map<string, Shown>> {
  const caseIds = found.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
  if (caseIds.length === 0) return new Map()
  const { rows, pass } = await admit(visit, caseIds)
  if (pass === null) return new Map()
  const identities = await visit
    .call<IntakeRouter>('intake')
    .identity.read.query({ areaId: visit.areaId, caseIds: rows.map(({ caseId }) => caseId), pass })
  const names = new Map(identities.map((one) => [one.caseId, `${one.givenNames} ${one.familyName}`.trim()]))
  return new Map(
    rows.map(({ caseId, reference, state, diedOn, ageBand }) => [
      caseId,
      {
        href: `/cases/${caseId}`,
        name: names.get(caseId) ?? reference,
        what: caseStands(reference, state),
        diedOn,
        ageBand,
      },
    ]),
  )
}

/** The children of notifications that became no case. */
async function undecidedAmong(visit: PersonVisit, found: Found): Promise<Map<string, Shown>> {
  const notificationIds = found.flatMap(({ caseId, notificationId }) =>
    caseId === null ? [notificationId] : [],
  )
  if (notificationIds.length === 0) return new Map()
  const rows = await visit
    .call<IntakeRouter>('intake')
    .identity.found.query({ areaId: visit.areaId, notificationIds })
  return new Map(
    rows.map(({ notificationId, state, diedOn, ageBand, givenNames, familyName }) => [
      notificationId,
      {
        href: `/notifications/${notificationId}`,
        name: `${givenNames} ${familyName}`.trim(),
        what: notificationStands(state),
        diedOn,
        ageBand,
      },
    ]),
  )
}

/** Of what was found, whom this person may see, in the order found; a case stands once. Each is recorded. */
export async function foundChildren(visit: PersonVisit, found: Found): Promise<readonly FoundChild[]> {
  const cases = await casesAmong(visit, found)
  const undecided = await undecidedAmong(visit, found)
  const shown = new Map(
    found.flatMap(({ caseId, notificationId }) => {
      const child = caseId === null ? undecided.get(notificationId) : cases.get(caseId)
      return child === undefined
        ? []
        : [[caseId ?? notificationId, { ...child, caseId, notificationId }] as const]
    }),
  )
  return [...shown.values()]
}
