import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople } from '../case-people/part-people.ts'
import { filterIn, filterQuery } from '../cases/case-views.ts'
import { nameFieldOf, readName, viewIn } from './form.ts'
import { newSavedView, savedViews } from './view.ts'

/** Keeps the worklist of its address under a name. The name is in the form alone, never in an address or a title. */
const newSavedViewPage = personPage('/saved-views/new', {
  permission: 'case:list',
  async show(visit, again) {
    const { nameOf } = await namedPeople(visit)
    const form = again?.form
    return {
      title: 'Save this view',
      section: 'Cases',
      main: newSavedView({
        hidden: visit.formFields,
        filter: filterIn((part) => form?.text(part) ?? visit.query(part)),
        nameOf,
        typed: { name: form?.text('name') ?? '', begins: form?.text('begins') === 'yes' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readName('name', form.text('name'))
    if (!read.ok) return new Problems(read.errors)
    const filter = filterIn((part) => form.text(part))
    const { areaId } = visit
    const begins = form.text('begins') === 'yes'
    await caseReview(visit).savedView.save.mutate({ areaId, key: form.key, name: read.value, filter, begins })
    return new GoTo(`/cases?${filterQuery(filter)}`)
  },
})

const savedViewsPage = personPage('/saved-views', {
  permission: 'case:list',
  async show(visit, again) {
    const { views } = await caseReview(visit).savedView.list.query({ areaId: visit.areaId })
    const { nameOf } = await namedPeople(visit)
    const field = again && nameFieldOf(again.form.text('savedViewId'))
    return {
      title: 'Views you saved',
      section: 'Cases',
      main: savedViews({
        hidden: visit.formFields,
        views,
        nameOf,
        typed: field === null ? null : { field, name: again?.form.text(field) ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = viewIn(form)
    if (found === null) throw new Refusal('unreadable')
    const { savedViewId, version } = found
    const change = { areaId: visit.areaId, savedViewId, key: form.key }
    const { savedView } = caseReview(visit)
    if (form.action === 'remove') await savedView.remove.mutate(change)
    else if (form.action === 'begin' || form.action === 'end') {
      await savedView.beginWith.mutate({ ...change, begins: form.action === 'begin' })
    } else {
      const field = nameFieldOf(savedViewId)
      const read = readName(field, form.text(field))
      if (!read.ok) return new Problems(read.errors)
      await savedView.rename.mutate({ ...change, version, name: read.value })
    }
    return new GoTo('/saved-views')
  },
})

export const savedViewPages: readonly PageRoute[] = [newSavedViewPage, savedViewsPage]
