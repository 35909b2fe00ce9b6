import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { learningTitle } from '../learning/view.ts'
import { caseAsked } from '../recommendation-write/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { noLearning, readLearning, typedLearning } from './form.ts'
import { newLearningTitle, newLearningView } from './view.ts'

/** A new learning point; with `case`, one that comes from a case. */
export const newLearningPage = personPage('/learning/new', {
  permission: 'learning:issue',
  async show(visit, again) {
    const found = await caseAsked(visit)
    return {
      title: newLearningTitle,
      section: learningTitle,
      backLink: found === null ? '/learning' : `/cases/${found.caseId}`,
      main: newLearningView({
        hidden: visit.formFields,
        fromCase: found?.reference ?? null,
        today: visit.parts.clock.today(),
        mayRaise: visit.mayDo('urgent-alert:raise'),
        typed: again === null ? noLearning : typedLearning(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = await caseAsked(visit)
    const read = readLearning(typedLearning(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const caseIds = found === null ? [] : [found.caseId]
    const issued = { areaId: visit.areaId, key: form.key, caseIds, ...read.value }
    const { learningId } = await factorAnalysis(visit).learning.issue.mutate(issued)
    return new GoTo(`/learning/${learningId}`)
  },
})
