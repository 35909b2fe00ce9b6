import type { Db } from '@cdop/database'
import type { AreaId, PlainDate } from '@cdop/domain'
import { isAsked } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { areaCipher } from '../area/area-cipher.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { membersOf } from '../family/member-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findOrigin } from '../open-case/origin-store.ts'
import { contactsOf } from '../organisation/contact-store.ts'
import { everyNameIn, organisationsOf } from '../organisation/organisation-store.ts'
import { proceedingsOf, referenceOf } from '../proceeding/proceeding-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { meetingsOfCases } from '../review-meeting/meeting-store.ts'
import { notesOf } from '../review-meeting/notes-store.ts'
import { toldEntries } from '../told-list/told-store.ts'
import type { KnownHere } from './identifiers.ts'

/** Who and what case-review has on record of a case, by which it can be recognised in a text. */
export async function knownHere(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  today: PlainDate,
): Promise<KnownHere> {
  const family = await membersOf(tx, keys, areaId, found.caseIds)
  const requests = (await requestsOf(tx, areaId, found)).filter(({ state }) => isAsked(state))
  const ofCase = new Set(requests.map(({ organisationId }) => organisationId))
  const names = await everyNameIn(tx, areaId)
  const organisations = (await organisationsOf(tx, areaId, today)).toSorted(
    (one, other) => Number(ofCase.has(other.organisationId)) - Number(ofCase.has(one.organisationId)),
  )
  const ofArea = await areaCipher(tx, keys, areaId)
  const emails: string[] = requests.map(({ organisationEmail }) => organisationEmail)
  const phones: string[] = []
  for (const organisationId of ofCase) {
    for (const { email, phone } of await contactsOf(tx, ofArea, areaId, organisationId)) {
      emails.push(email)
      if (phone !== null) phones.push(phone)
    }
  }
  const staff: string[] = []
  for (const { caseId, informationRequestId } of requests) {
    const returned = await findReturn(tx, keys, { areaId, caseId, informationRequestId })
    for (const { answers } of returned?.forms ?? []) {
      const name = answers['reporter-name']
      if (typeof name === 'string') staff.push(name)
    }
  }
  const references: string[] = [found.reference]
  for (const caseId of found.caseIds) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const origin = await findOrigin(tx, cipher, areaId, caseId)
    if (origin !== null) references.push(origin.oldReference)
    for (const { told } of await toldEntries(tx, cipher, areaId, caseId)) {
      if (told.outcome === 'told') staff.push(told.by)
    }
  }
  for (const { caseId, proceedingId } of await proceedingsOf(tx, areaId, found.caseIds)) {
    const reference = await referenceOf(tx, await caseCipher(tx, keys, areaId, caseId), areaId, proceedingId)
    if (reference !== null) references.push(reference)
  }
  for (const meeting of await meetingsOfCases(tx, areaId, found.caseIds)) {
    const cipher = await caseCipher(tx, keys, areaId, meeting.caseId)
    const notes = await notesOf(tx, cipher, { areaId, reviewMeetingId: meeting.reviewMeetingId })
    for (const { name } of notes?.attendees ?? []) staff.push(name)
  }
  return {
    family: family.map(({ relation, details }) => ({ name: details.name, relation })),
    staff: staff.map((name) => ({ name, profession: 'professional' })),
    organisations: organisations.map(({ organisationId, name, kind }) => ({
      names: [name, ...(names.get(organisationId) ?? [])],
      kind,
    })),
    emails,
    phones,
    references,
    diedOn: found.diedOn,
  }
}
