import { Refusal } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { sectionStatuses } from '../../statutory-form/section-status.ts'
import { caseScreen } from '../case-frame/opened-case.ts'
import { identifierMistake } from '../case-panel/form.ts'
import { readCorrection } from './form.ts'
import { meetingAnalysis, readMeetingAnalysis } from './read-meeting-analysis.ts'
import { meetingSectionPage } from './section-route.ts'
import { meetingAnalysisTitle, meetingAnalysisView, REASON, SEND } from './view.ts'

/** Says a refusal of the sending where the writer can do something about it; null when it is not about this page. */
function beside(refusal: Refusal): Problems | null {
  const problem = (text: string) => new Problems([{ text, href: `#${SEND}` }])
  switch (refusal.code) {
    case 'identifiers-in-summary':
      return problem(identifierMistake(refusal.fields, 'What the panel reads'))
    case 'analysis-incomplete':
      return problem('Answer something before it is sent')
    case 'modifiability-contradicts-factors':
      return problem(refusal.says)
    default:
      return null
  }
}

const draftPage = personPage('/cases/:caseId/review-meeting/:reviewMeetingId/analysis', {
  permission: 'meeting-analysis:draft',
  async show(visit, again) {
    const { found, form, answers, read, meeting, base } = await readMeetingAnalysis(visit)
    const { state, revision, version, mayWrite, sent } = read
    return caseScreen(visit, found, {
      current: '/review-meeting',
      title: meetingAnalysisTitle,
      backLink: meeting,
      main: meetingAnalysisView({
        base,
        hidden: html`${visit.formFields}${versionField(version)}`,
        state,
        revision,
        mayWrite,
        statuses: sectionStatuses(form, answers),
        sections: state === 'draft' ? summary(form, answers) : [],
        sent,
        reason: again?.form.text(REASON) ?? '',
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const { of, base, read } = await readMeetingAnalysis(visit)
    const change = { ...of, version, key: posted.key }
    if (posted.action === 'correct') await meetingAnalysis(visit).correct.mutate(change)
    else if (posted.action === 'send') {
      const reason = reasonIn(posted, read.revision)
      if (reason instanceof Problems) return reason
      try {
        await meetingAnalysis(visit).finish.mutate({ ...change, reason })
      } catch (thrown) {
        const problem = thrown instanceof Refusal ? beside(thrown) : null
        if (problem === null) throw thrown
        return problem
      }
    } else throw new Refusal('unreadable')
    return new GoTo(base)
  },
})

/** Why it is corrected; null of the first that is sent. */
function reasonIn(posted: PostedForm, revision: number): string | null | Problems {
  if (revision === 1) return null
  const typed = readCorrection(posted.text(REASON))
  return typed.ok ? typed.value.reason : new Problems(typed.errors)
}

/** The draft analysis of a review meeting. */
export const meetingAnalysisPages: readonly PageRoute[] = [draftPage, meetingSectionPage]
