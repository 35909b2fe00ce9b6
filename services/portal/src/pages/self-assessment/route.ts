import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { lastEndedYear, yearChoices } from '../../reporting-year/years-to-choose.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { readOpening } from './form.ts'
import { selfAssessmentFormPage } from './form-route.ts'
import { selfAssessmentsView, selfAssessmentTitle } from './view.ts'
import { selfAssessmentYearPage } from './year-route.ts'

/** The years organisations have assessed themselves in, and the form that opens another. */
const selfAssessmentsPage = personPage('/self-assessment', {
  permission: 'self-assessment:read',
  place: {
    text: selfAssessmentTitle,
    says: 'Ask organisations once a year how far they do what was recommended to them.',
  },
  async show(visit, again) {
    const today = visit.parts.clock.today()
    const { years } = await factorAnalysis(visit).selfAssessment.list.query({ areaId: visit.areaId })
    const nothing = { day: '', month: '', year: '' }
    return {
      title: selfAssessmentTitle,
      main: selfAssessmentsView({
        years,
        opening: visit.mayDo('self-assessment:write')
          ? {
              hidden: visit.formFields,
              choices: yearChoices(today).slice(0, 3),
              year: again?.form.text('year') ?? lastEndedYear(today).code,
              dueOn: again === null ? nothing : typedDate(again.form, 'dueOn'),
              errors: again?.errors ?? [],
            }
          : null,
      }),
    }
  },
  async post(visit, form) {
    const typed = { year: form.text('year'), dueOn: typedDate(form, 'dueOn') }
    const read = readOpening(typed, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const opened = { areaId: visit.areaId, ...read.value, key: form.key }
    await factorAnalysis(visit).selfAssessment.open.mutate(opened)
    return new GoTo(`/self-assessment/${read.value.year}`)
  },
})

/** How organisations assess themselves. Of two paths that fit, the first answers. */
export const selfAssessmentPages: readonly PageRoute[] = [
  selfAssessmentsPage,
  selfAssessmentYearPage,
  selfAssessmentFormPage,
]
