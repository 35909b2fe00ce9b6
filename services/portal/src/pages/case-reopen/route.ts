import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseIdOf, caseReview } from '../case-frame/opened-case.ts'
import { noReopening, readReference, readReopening, typedReopening } from './form.ts'
import { findTitle, findView, reopenedTitle, reopenTitle, reopenView } from './view.ts'

/** For chair and designated doctor: which review is to begin again. */
export const reopenFindPage = personPage('/reopen', {
  permission: 'case:reopen',
  place: {
    text: findTitle,
    says: 'Begin a finished review again when something has become known since.',
  },
  async show(visit, again) {
    return {
      title: findTitle,
      main: findView({
        hidden: visit.formFields,
        typed: again?.form.text('reference') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readReference(form)
    if (!read.ok) return new Problems(read.errors)
    const { reference } = read.value
    const found = await caseReview(visit).case.finished.query({ areaId: visit.areaId, reference })
    if (found === null) {
      return new Problems([
        { href: '#reference', text: 'There is no finished review with this reference in your area' },
      ])
    }
    return new GoTo(`/cases/${found.caseId}/reopen`)
  },
})

const read = (visit: PersonVisit) =>
  caseReview(visit).case.reopenings.query({ areaId: visit.areaId, caseId: caseIdOf(visit) })

/** How far a review is, and the decision to begin it again. A chair has nothing else of a closed case. */
export const caseReopenPage = personPage('/cases/:caseId/reopen', {
  permission: 'case:reopen',
  async show(visit, again) {
    const found = await read(visit)
    const names = await displayNames(
      visit.parts.database.sql,
      found.reopenings.map(({ recordedBy }) => recordedBy),
    )
    const whose = new Map(found.reopenings.map(({ number, recordedBy }) => [number, names.get(recordedBy)]))
    return {
      title: found.mayReopen ? reopenTitle : reopenedTitle,
      section: 'Cases',
      reference: found.reference,
      backLink: visit.mayDo('case:read') ? `/cases/${caseIdOf(visit)}` : '/reopen',
      main: reopenView({
        hidden: visit.formFields,
        found,
        by: (number) => whose.get(number) ?? 'Somebody who has left',
        typed: again ? typedReopening(again.form) : noReopening,
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = await read(visit)
    const version = Number(form.text('version'))
    if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
    const finishedOn = found.nationalSubmissionOn ?? found.reviewedOn
    const said = readReopening(form, { today: visit.parts.clock.today(), finishedOn })
    if (!said.ok) return new Problems(said.errors)
    const caseId = caseIdOf(visit)
    await caseReview(visit).case.reopen.mutate({
      areaId: visit.areaId,
      caseId,
      version,
      key: form.key,
      ...said.value,
    })
    return new GoTo(`/cases/${caseId}/reopen`)
  },
})
