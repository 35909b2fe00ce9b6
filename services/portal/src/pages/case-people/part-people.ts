import type { CasePart, PersonId } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import type { AreaPerson } from '../../user/area-people.ts'

/** Somebody who can be given a part in a case. */
export type PartPerson = Pick<AreaPerson, 'personId' | 'displayName'>

/** Those of the area who have access now in the role a part needs, by name. */
export function whoCanHave(part: CasePart, people: readonly AreaPerson[]): PartPerson[] {
  return people.filter(({ active, roles }) => active && roles.includes(part))
}

/** The area's people now and before, and the name of each as pages say it. */
export async function namedPeople(visit: Pick<PersonVisit, 'people'>) {
  const people = await visit.people()
  const names = new Map(people.map((one) => [one.personId, one]))
  const nameOf = (personId: PersonId): string => {
    const found = names.get(personId)
    if (found === undefined) return 'Somebody who is not in this area'
    return found.active ? found.displayName : `${found.displayName} (no longer has access)`
  }
  return { people, nameOf }
}
