import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { insteadOf, partOf, readPerson } from './form.ts'
import { namedPeople, whoCanHave } from './part-people.ts'
import { casePeopleView } from './view.ts'

/** Who has a case and which doctor leads it, now and before; a coordinator gives it to somebody else. */
export const casePeoplePage = personPage('/cases/:caseId/people', {
  permission: 'case:read',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { areaId, formFields: hidden } = visit
    const { assignments } = await caseReview(visit).assignment.list.query({ areaId, caseId: found.caseId })
    const { people, nameOf } = await namedPeople(visit)
    return caseScreen(visit, found, {
      title: 'Who has this case',
      current: '/people',
      main: casePeopleView({
        hidden,
        assignments,
        nameOf,
        choices: visit.mayDo('case:assign')
          ? {
              coordinator: whoCanHave('coordinator', people),
              'designated-doctor': whoCanHave('designated-doctor', people),
            }
          : null,
        typed: again && { part: partOf(again.form), person: again.form.text('person') },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const part = partOf(form)
    const instead = insteadOf(form)
    const { caseId } = await openedCase(visit)
    const read = readPerson(part, form.text('person'), whoCanHave(part, await visit.people()))
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    const change = { areaId, caseId, key: form.key, part, personId: read.value, instead }
    await caseReview(visit).assignment.assign.mutate(change)
    return new GoTo(`/cases/${caseId}/people`)
  },
})
