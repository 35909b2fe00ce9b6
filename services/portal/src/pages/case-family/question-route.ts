import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { versionIn } from './member-route.ts'
import { familyPath, familyScreen, openedFamily } from './opened-family.ts'
import {
  noAnswer,
  noQuestion,
  readAnswer,
  readLeftOpen,
  readQuestion,
  typedAnswer,
  typedQuestion,
} from './question-form.ts'
import { newQuestionView, questionView } from './question-view.ts'

const newQuestionPage = personPage('/cases/:caseId/family/questions/new', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const typed = again ? typedQuestion(again.form) : noQuestion
    return familyScreen(visit, family, {
      title: 'Record a question of the family',
      main: newQuestionView(family, visit.formFields, typed, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const read = readQuestion(typedQuestion(form), family, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { caseId } = family
    await caseReview(visit).family.ask.mutate({ areaId: visit.areaId, caseId, key: form.key, ...read.value })
    return new GoTo(familyPath(family))
  },
})

/** A question of the family. @throws Refusal `not-found` */
async function oneQuestion(visit: PersonVisit) {
  const family = await openedFamily(visit)
  const asked = visit.param('familyQuestionId')
  const question = family.questions.find(({ familyQuestionId }) => familyQuestionId === asked)
  if (question === undefined) throw new Refusal('not-found')
  return { family, question }
}

const questionPage = personPage('/cases/:caseId/family/questions/:familyQuestionId', {
  permission: 'family:record',
  async show(visit, again) {
    const { family, question } = await oneQuestion(visit)
    const people = question.answers.map(({ recordedBy }) => recordedBy)
    return familyScreen(visit, family, {
      title: 'A question of the family',
      main: questionView({
        hidden: visit.formFields,
        family,
        question,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        typed: again ? typedAnswer(again.form) : noAnswer,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { family, question } = await oneQuestion(visit)
    const { familyQuestionId, askedOn } = question
    const change = { areaId: visit.areaId, caseId: family.caseId, familyQuestionId, key: form.key }
    if (form.action === 'leave-open') {
      const read = readLeftOpen(typedAnswer(form))
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).family.leaveOpen.mutate({ ...change, ...read.value })
    } else {
      const read = readAnswer(typedAnswer(form), { askedOn, today: visit.parts.clock.today() })
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).family.answer.mutate({ ...change, version: versionIn(form, 0), ...read.value })
    }
    return new GoTo(familyPath(family))
  },
})

export const questionPages: readonly PageRoute[] = [newQuestionPage, questionPage]
