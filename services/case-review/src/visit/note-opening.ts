import type { Db } from '@cdop/database'
import { type AreaId, actorKey, type FieldClass, type Person, type PersonId } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import type { SeenCase } from '../access/see-case.ts'
import { partsIn } from '../assignment/assignment-store.ts'
import type { Parts } from '../parts.ts'
import { forgetVisits, noteVisit, othersHere } from './visit-store.ts'

/** What is asked for when a case is opened: classes of content, and whether a page is shown, with the name or without. */
type Opening = {
  areaId: AreaId
  fieldClasses: readonly FieldClass[]
  visit?: 'with-name' | 'without-name'
}

/** What comes of it: whether the case is the person's own, who else is at it, and the pass for what they may see. */
type Opened = {
  own: boolean
  leadDoctorId: PersonId | null
  here: PersonId[]
  pass: string | null
}

/**
 * Writes down that somebody opens a case, and what of it is disclosed by that. The name comes with a page of one's own
 * case; that is written down once per visit, with its first page.
 */
export async function noteOpening(
  tx: Db,
  parts: Parts,
  person: Person,
  { found, classes }: SeenCase,
  { areaId, fieldClasses, visit }: Opening,
): Promise<Opened> {
  const { caseId, coordinatorId } = found
  const leadDoctorId = (await partsIn(tx, areaId, caseId))['designated-doctor']
  const own = [coordinatorId, leadDoctorId].includes(person.personId)
  const asked = classes.filter((fieldClass) => fieldClasses.includes(fieldClass))
  const named = own && visit === 'with-name' && classes.includes('identity')
  const object = { kind: 'case', id: caseId }
  const visiting = { areaId, caseId, personId: person.personId }
  const now = parts.clock.now()
  const first = visit !== undefined && (await noteVisit(tx, visiting, { named, now }))
  await parts.audit.record(
    tx,
    person,
    areaId,
    { action: 'case.open', object, fieldClasses: asked },
    ...(first ? [{ action: 'case.name-own', object, fieldClasses: ['identity' as const] }] : []),
  )
  if (visit !== undefined) await forgetVisits(tx, areaId, now)
  const byName = named && !asked.includes('identity')
  const granted = byName ? [...asked, 'identity' as const] : asked
  return {
    own,
    leadDoctorId,
    here: visit === undefined ? [] : await othersHere(tx, visiting, now),
    pass:
      granted.length === 0
        ? null
        : await issuePass(parts.keyring, {
            holder: actorKey(person),
            caseIds: [caseId],
            fieldClasses: granted,
            requestId: person.requestId,
            ...(byName && !first && { again: true as const }),
          }),
  }
}
