import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { noDetails, readFind, readNew, typedDetails } from './form.ts'
import { newOrganisationTitle, newOrganisationView, organisationsTitle, organisationsView } from './view.ts'

/** The directory of the organisations an area can ask. */
const organisationsPage = personPage('/organisations', {
  permission: 'organisation:read',
  place: { text: organisationsTitle, says: 'Keep whom to ask: codes, names, mailboxes and contacts.' },
  async show(visit, again) {
    const errors = again?.errors ?? []
    const typed = again?.form.text('typed') ?? ''
    const { organisation } = visit.call<CaseReviewRouter>('case-review')
    const { rows } = await organisation.list.query({
      areaId: visit.areaId,
      typed: errors.length > 0 ? '' : typed,
    })
    return {
      title: organisationsTitle,
      main: organisationsView({
        hidden: visit.formFields,
        rows,
        typed,
        mayWrite: visit.mayDo('organisation:write'),
        errors,
        today: visit.parts.clock.today(),
      }),
    }
  },
  async post(_visit, form) {
    const read = readFind(form)
    return new Problems(read.ok ? [] : read.errors)
  },
})

const newOrganisationPage = personPage('/organisations/new', {
  permission: 'organisation:write',
  show: (visit, again) => ({
    title: newOrganisationTitle,
    section: organisationsTitle,
    backLink: '/organisations',
    main: newOrganisationView({
      hidden: visit.formFields,
      typed: again
        ? { name: again.form.text('name'), ...typedDetails(again.form) }
        : { name: '', ...noDetails },
      errors: again?.errors ?? [],
    }),
  }),
  async post(visit, form) {
    const read = readNew(form)
    if (!read.ok) return new Problems(read.errors)
    const { organisationId } = await visit
      .call<CaseReviewRouter>('case-review')
      .organisation.add.mutate({ areaId: visit.areaId, key: form.key, ...read.value })
    return new GoTo(`/organisations/${organisationId}`)
  },
})

export const organisationsPages: readonly PageRoute[] = [organisationsPage, newOrganisationPage]
