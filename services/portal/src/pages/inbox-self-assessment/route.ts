import { OrganisationId, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { inboxPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { InboxVisit } from '../../page/visit.ts'
import { readAnswers, savedAnswers, typedAnswers } from '../self-assessment/form.ts'
import { drawn } from '../self-assessment/form-route.ts'
import { selfAssessmentFormView } from '../self-assessment/form-view.ts'
import { selfAssessmentTitle } from '../self-assessment/view.ts'

const forms = (visit: InboxVisit) => visit.call<FactorAnalysisRouter>('factor-analysis').selfAssessment

/** Whose form of which year a path means. @throws Refusal `not-found` */
function asked(visit: InboxVisit) {
  const organisationId = OrganisationId.safeParse(visit.param('organisationId'))
  const year = ReportingYearCode.safeParse(visit.param('year'))
  if (!organisationId.success || !year.success) throw new Refusal('not-found')
  return { year: year.data, organisationId: organisationId.data }
}

/** What an organisation says of itself, by whoever has opened the inbox of its mailbox: saved as far as it is, sent once. */
export const ownSelfAssessment = inboxPage('/inbox/self-assessment/:year/:organisationId', {
  async show(visit, again) {
    const of = asked(visit)
    const found = await forms(visit).openOwn.query(of)
    const { label } = reportingYearFrom(of.year)
    return {
      title: `Your organisation, ${label.toLowerCase()}`,
      section: selfAssessmentTitle,
      backLink: '/inbox',
      main: selfAssessmentFormView({
        ...found,
        hidden: visit.formFields,
        label,
        mayWrite: true,
        byItself: true,
        typed: again === null ? savedAnswers(found.answers) : typedAnswers(again.form, found.asked.length),
        correcting: '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const of = asked(visit)
    const found = await forms(visit).openOwn.query(of)
    const ids = found.asked.map(({ recommendationId }) => recommendationId)
    const submit = form.action === 'submit'
    const read = readAnswers(typedAnswers(form, ids.length), ids, submit)
    if (!read.ok) return new Problems(read.errors)
    const saving = { ...of, version: drawn(form, 'version'), edit: drawn(form, 'edit'), key: form.key }
    await forms(visit).answer.mutate({ ...saving, answers: read.answers, submit })
    return new GoTo(submit ? '/inbox' : `/inbox/self-assessment/${of.year}/${of.organisationId}`)
  },
})
