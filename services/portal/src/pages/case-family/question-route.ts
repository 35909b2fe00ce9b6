import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { versionIn } from './member-route.ts'
import {
  type FamilyQuestion,
  familyPath,
  familyScreen,
  type OpenedFamily,
  openedFamily,
  seesWholeCase,
} from './opened-family.ts'
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
import { noTelling, readTold, typedTelling } from './telling-form.ts'

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
        wholeCase: seesWholeCase(visit),
        typed: again ? typedAnswer(again.form) : noAnswer,
        telling: again ? typedTelling(again.form) : noTelling,
        mayCaveat: visit.mayDo('caveat:record'),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { family, question } = await oneQuestion(visit)
    const problems = await act(visit, form, family, question)
    return problems ?? new GoTo(familyPath(family))
  },
})

/** Does what the pressed button says; the mistakes when it cannot. */
async function act(
  visit: PersonVisit,
  form: PostedForm,
  family: OpenedFamily,
  { familyQuestionId, askedOn }: FamilyQuestion,
): Promise<Problems | null> {
  const { family: service } = caseReview(visit)
  const today = visit.parts.clock.today()
  const place = { areaId: visit.areaId, caseId: family.caseId, key: form.key }
  const change = { ...place, familyQuestionId }
  if (form.action === 'leave-open') {
    const read = readLeftOpen(typedAnswer(form))
    if (!read.ok) return new Problems(read.errors)
    await service.leaveOpen.mutate({ ...change, ...read.value })
    return null
  }
  if (form.action === 'tell') {
    const read = readTold(typedTelling(form), family, today)
    if (!read.ok) return new Problems(read.errors)
    const { member: familyMemberId, toldHow: channel, ...rest } = read.value
    const told = { what: 'answer' as const, familyQuestionId, version: versionIn(form, 1) }
    await service.tell.mutate({ ...place, ...rest, familyMemberId, told, channel })
    return null
  }
  const read = readAnswer(typedAnswer(form), { askedOn, today })
  if (!read.ok) return new Problems(read.errors)
  await service.answer.mutate({ ...change, version: versionIn(form, 0), ...read.value })
  return null
}

export const questionPages: readonly PageRoute[] = [newQuestionPage, questionPage]
