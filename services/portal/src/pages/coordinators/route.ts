import { CasePart, PersonId, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople, whoCanHave } from '../case-people/part-people.ts'
import { noHandover, readHandover, typedHandover } from './form.ts'
import { handoverView } from './handover-view.ts'
import { coordinatorsView } from './view.ts'

/** Who has how many cases, and what is with a colleague until when. */
const coordinatorsPage = personPage('/coordinators', {
  permission: 'case:list',
  async show(visit) {
    const counted = await caseReview(visit).assignment.whoHasWhat.query({ areaId: visit.areaId })
    const { people, nameOf } = await namedPeople(visit)
    const here = {
      coordinator: whoCanHave('coordinator', people),
      'designated-doctor': whoCanHave('designated-doctor', people),
    }
    return {
      title: 'Who has which cases',
      section: 'Cases',
      main: coordinatorsView({ ...counted, people: here, nameOf }),
    }
  },
})

/** Whose cases an address means, and as what they have them. @throws Refusal `not-found` for nobody of the area */
async function leaving(visit: PersonVisit) {
  const part = CasePart.safeParse(visit.query('part'))
  const from = PersonId.safeParse(visit.query('from'))
  const { people, nameOf } = await namedPeople(visit)
  const known = people.some(({ personId }) => personId === from.data)
  if (!part.success || !from.success || !known) throw new Refusal('not-found')
  const colleagues = whoCanHave(part.data, people).filter(({ personId }) => personId !== from.data)
  return { part: part.data, from: from.data, name: nameOf(from.data), colleagues }
}

const handoverPage = personPage('/coordinators/handover', {
  permission: 'case:assign',
  async show(visit, again) {
    const { part, from, name, colleagues } = await leaving(visit)
    const held = { areaId: visit.areaId, part, personId: from }
    const { rows, more } = await caseReview(visit).assignment.held.query(held)
    return {
      title: 'Hand over cases',
      section: 'Cases',
      backLink: '/coordinators',
      main: handoverView({
        hidden: visit.formFields,
        part,
        name,
        colleagues,
        rows,
        more,
        typed: again ? typedHandover(again.form) : noHandover,
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { part, from, colleagues } = await leaving(visit)
    const today = visit.parts.clock.today()
    const read = readHandover(typedHandover(form), { people: colleagues, today })
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    await caseReview(visit).assignment.handOver.mutate({ areaId, key: form.key, part, from, ...read.value })
    return new GoTo('/coordinators')
  },
})

export const coordinatorPages: readonly PageRoute[] = [coordinatorsPage, handoverPage]
