import { OrganisationId, Refusal } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { directoryOf, factorAnalysis } from '../recommendations/services.ts'
import { readAnswers, savedAnswers, typedAnswers } from './form.ts'
import { selfAssessmentFormView } from './form-view.ts'
import { selfAssessmentTitle } from './view.ts'
import { yearOf } from './year-route.ts'

/** Whose form of which year a path means. @throws Refusal `not-found` */
function formAsked(visit: PersonVisit) {
  const organisationId = OrganisationId.safeParse(visit.param('organisationId'))
  if (!organisationId.success) throw new Refusal('not-found')
  return { areaId: visit.areaId, year: yearOf(visit), organisationId: organisationId.data }
}

/** A version and its edit as the form was drawn. @throws Refusal `unreadable` */
export function drawn(form: PostedForm, name: 'version' | 'edit'): number {
  const found = Number(form.text(name))
  if (!Number.isInteger(found) || found < 0) throw new Refusal('unreadable')
  return found
}

/** What one organisation says, entered on its behalf: saved as far as it is, submitted once. */
export const selfAssessmentFormPage = personPage('/self-assessment/:year/:organisationId', {
  permission: 'self-assessment:read',
  async show(visit, again) {
    const of = formAsked(visit)
    const [found, directory] = await Promise.all([
      factorAnalysis(visit).selfAssessment.readForm.query(of),
      directoryOf(visit),
    ])
    const retyped = again !== null && again.form.action !== 'correct'
    return {
      title: `Form of an organisation, ${reportingYearFrom(of.year).label.toLowerCase()}`,
      section: selfAssessmentTitle,
      backLink: `/self-assessment/${of.year}`,
      main: selfAssessmentFormView({
        ...found,
        hidden: visit.formFields,
        name: directory.nameOf(found.organisation),
        label: reportingYearFrom(of.year).label,
        mayWrite: visit.mayDo('self-assessment:write'),
        byItself: false,
        typed: retyped ? typedAnswers(again.form, found.asked.length) : savedAnswers(found.answers),
        correcting: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const of = formAsked(visit)
    const { selfAssessment } = factorAnalysis(visit)
    const saving = { ...of, version: drawn(form, 'version'), edit: drawn(form, 'edit'), key: form.key }
    if (form.action === 'correct') {
      const reason = form.text('reason').trim()
      if (reason === '' || reason.length > 500)
        return new Problems([
          { text: 'Enter why it is corrected, in 500 characters or fewer', href: '#reason' },
        ])
      await selfAssessment.correct.mutate({ ...saving, reason })
    } else {
      const { asked } = await selfAssessment.readForm.query(of)
      const ids = asked.map(({ recommendationId }) => recommendationId)
      const submit = form.action === 'submit'
      const read = readAnswers(typedAnswers(form, ids.length), ids, submit)
      if (!read.ok) return new Problems(read.errors)
      await selfAssessment.save.mutate({ ...saving, answers: read.answers, submit })
      if (submit) return new GoTo(`/self-assessment/${of.year}`)
    }
    return new GoTo(`/self-assessment/${of.year}/${of.organisationId}`)
  },
})
