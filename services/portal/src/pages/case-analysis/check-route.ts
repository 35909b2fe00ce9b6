import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { unfinishedSections } from '../../statutory-form/section-status.ts'
import { heldRuleWords } from '../../wording/quorum-rule-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { notQuorateWords } from '../panel-meeting/quorum-words.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { chosenCategories } from './primary-category.ts'
import { factorAnalysis, readAnalysis } from './read-analysis.ts'
import { AGREE, checkTitle, checkView, OUTCOME } from './view.ts'

type ReadAnalysis = Awaited<ReturnType<typeof readAnalysis>>

function deliberated(visit: PersonVisit, { caseId }: ReadAnalysis) {
  const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
  return panelMeeting.deliberation.query({ areaId: visit.areaId, caseId })
}

/** Says a refusal where the chair can do something about it; null when it is not about this page. */
async function beside(
  visit: PersonVisit,
  refusal: Refusal,
  read: ReadAnalysis,
): Promise<Problems | GoTo | null> {
  const { heldOn, base } = read
  const problem = (text: string, id: string) => new Problems([{ text, href: `#${id}` }])
  switch (refusal.code) {
    case 'panel-not-quorate': {
      const quorum = await deliberated(visit, read)
      return problem(quorum.quorate ? refusal.says : notQuorateWords(quorum), AGREE)
    }
    case 'date-in-future':
      return problem(`The panel has not met yet: its meeting is on ${writtenDate(heldOn)}`, AGREE)
    case 'analysis-incomplete':
    case 'family-not-answered':
      return problem(refusal.says, AGREE)
    case 'modifiability-contradicts-factors':
      return problem(refusal.says, OUTCOME)
    case 'analysis-agreed':
      return new GoTo(`${base}/analysis/agreed`)
    default:
      return null
  }
}

/** The whole analysis once more, and the panel's agreement to it. */
export const checkAnalysisPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/analysis/check', {
  permission: 'analysis:agree',
  async show(visit, again) {
    const read = await readAnalysis(visit)
    const { base, item, heldOn, state, form, answers, version, versions } = read
    if (state === 'agreed') return new GoTo(`${base}/analysis/agreed`)
    const quorum = await deliberated(visit, read)
    return {
      title: checkTitle,
      section: meetingTitle(heldOn),
      reference: item.reference,
      backLink: `${base}/analysis`,
      before: panelCaseBar(item),
      main: checkView({
        base,
        versions,
        hidden: html`${visit.formFields}${versionField(version)}`,
        sections: summary(form, answers),
        unfinished: unfinishedSections(form, answers),
        categories: chosenCategories(form, answers),
        heldOn,
        quorum,
        familyQuestionsOpen: quorum.familyQuestionsOpen,
        quorumRule: heldRuleWords(quorum.kind, quorum.quorumRule),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const read = await readAnalysis(visit)
    const { areaId } = visit
    const { caseId, pass, base } = read
    try {
      await factorAnalysis(visit).analysis.agree.mutate({ areaId, caseId, pass, version, key: posted.key })
    } catch (thrown) {
      const answer = thrown instanceof Refusal ? await beside(visit, thrown, read) : null
      if (answer === null) throw thrown
      return answer
    }
    return new GoTo(`${base}/analysis/agreed`)
  },
})
