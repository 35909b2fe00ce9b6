import { PanelQuestionId, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { noAnswer, readAnswer, typedAnswer } from './form.ts'
import { answerView, questionsView } from './view.ts'

async function askedOf(visit: PersonVisit) {
  const found = await openedCase(visit)
  const which = { areaId: visit.areaId, caseId: found.caseId }
  const { questions } = await caseReview(visit).panelQuestion.list.query(which)
  return { found, questions, which }
}

const questionsPage = personPage('/cases/:caseId/panel-questions', {
  permission: 'case:read',
  async show(visit) {
    const { found, questions } = await askedOf(visit)
    const mayAnswer = visit.mayDo('panel-meeting:arrange')
    return caseScreen(visit, found, {
      title: 'What the panel asked',
      current: '/panel',
      main: questionsView({ hidden: visit.formFields, found, questions, mayAnswer }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('panel-meeting:arrange')) throw new Refusal('forbidden')
    if (form.action !== 'gathering' && form.action !== 'ready') throw new Refusal('unreadable')
    const { caseId } = await openedCase(visit)
    const to = form.action
    await caseReview(visit).case.resume.mutate({ areaId: visit.areaId, caseId, to, key: form.key })
    return new GoTo(`/cases/${caseId}`)
  },
})

/** A question of the case that is open. @throws Refusal `not-found` */
async function openQuestion(visit: PersonVisit) {
  const { found, questions, which } = await askedOf(visit)
  const asked = PanelQuestionId.safeParse(visit.param('panelQuestionId'))
  const question = questions.find(
    ({ panelQuestionId, settled }) => panelQuestionId === asked.data && settled === null,
  )
  if (question === undefined) throw new Refusal('not-found')
  return { found, question, which }
}

const answerPage = personPage('/cases/:caseId/panel-questions/:panelQuestionId', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const { found, question } = await openQuestion(visit)
    return caseScreen(visit, found, {
      title: 'Answer a question of the panel',
      current: '/panel',
      main: answerView({
        hidden: visit.formFields,
        question,
        requests: found.requests,
        requestsPath: `/cases/${found.caseId}/requests`,
        typed: again ? typedAnswer(again.form) : noAnswer,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { question, which } = await openQuestion(visit)
    const read = readAnswer(typedAnswer(form))
    if (!read.ok) return new Problems(read.errors)
    const { panelQuestionId } = question
    const answer = read.value
    await caseReview(visit).panelQuestion.settle.mutate({ ...which, panelQuestionId, answer, key: form.key })
    return new GoTo(`/cases/${which.caseId}/panel-questions`)
  },
})

export const panelQuestionPages: readonly PageRoute[] = [questionsPage, answerPage]
