import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { liveCaseBar, pathsOf, placeOf, readSeat } from '../live-panel/live-place.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { ANSWER, readAnswer, readWhyNot, SeenVersion, typedAnswer } from './form.ts'
import { panelFamilyTitle } from './title.ts'
import { answerTitle, answerView, familyItemView, WHY_NOT } from './view.ts'

const familyItem = (visit: PersonVisit) => visit.call<CaseReviewRouter>('case-review').familyItem

/** Who the child was and what the family asks of the panel, with what the panel answers. */
const familyItemPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/family', {
  permission: 'analysis:agree',
  async show(visit) {
    const { seat } = await readSeat(visit)
    const item = await familyItem(visit).read.query(placeOf(visit))
    const { kase } = pathsOf(visit)
    return {
      title: panelFamilyTitle,
      section: meetingTitle(seat.heldOn),
      reference: seat.reference,
      backLink: kase,
      before: liveCaseBar(seat),
      main: familyItemView({ base: kase, item, answers: seat.heldOn <= visit.parts.clock.today() }),
    }
  },
})

/** One question. @throws Refusal `not-found` */
async function oneQuestion(visit: PersonVisit) {
  const { seat } = await readSeat(visit)
  const { questions } = await familyItem(visit).read.query(placeOf(visit))
  const asked = visit.param('familyQuestionId')
  const question = questions.find(({ familyQuestionId }) => familyQuestionId === asked)
  if (question === undefined) throw new Refusal('not-found')
  return { seat, question }
}

/** The panel's answer to one question of the family, or why it gives none. */
const familyAnswerPage = personPage(
  '/panel-meetings/:panelMeetingId/cases/:caseId/family/:familyQuestionId',
  {
    permission: 'analysis:agree',
    async show(visit, again) {
      const { seat, question } = await oneQuestion(visit)
      const { kase } = pathsOf(visit)
      return {
        title: answerTitle,
        section: meetingTitle(seat.heldOn),
        reference: seat.reference,
        backLink: `${kase}/family`,
        before: liveCaseBar(seat),
        main: answerView({
          question,
          hidden: visit.formFields,
          typed:
            again === null ? { answer: question.answer ?? '', reason: '', why: '' } : typedAnswer(again.form),
          errors: again?.errors ?? [],
        }),
      }
    },
    async post(visit, posted) {
      const version = SeenVersion.safeParse(posted.text('version'))
      if (!version.success) throw new Refusal('unreadable')
      const { question } = await oneQuestion(visit)
      const { familyQuestionId } = question
      const change = { ...placeOf(visit), familyQuestionId, version: version.data, key: posted.key }
      const typed = typedAnswer(posted)
      const there = new GoTo(`${pathsOf(visit).kase}/family`)
      if (posted.action === WHY_NOT) {
        const read = readWhyNot(typed)
        if (!read.ok) return new Problems(read.errors)
        await familyItem(visit).leaveOpen.mutate({ ...change, ...read.value })
        return there
      }
      if (posted.action !== ANSWER) throw new Refusal('unreadable')
      const read = readAnswer(typed)
      if (!read.ok) return new Problems(read.errors)
      await familyItem(visit).answer.mutate({ ...change, ...read.value })
      return there
    },
  },
)

export const panelFamilyPages: readonly PageRoute[] = [familyItemPage, familyAnswerPage]
