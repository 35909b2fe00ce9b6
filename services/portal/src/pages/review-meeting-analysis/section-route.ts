import { Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notSavedInset } from '../../statutory-form/not-saved.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { caseScreen } from '../case-frame/opened-case.ts'
import { meetingAnalysis, readMeetingAnalysis } from './read-meeting-analysis.ts'
import { meetingAnalysisTitle } from './view.ts'

type ReadMeetingAnalysis = Awaited<ReturnType<typeof readMeetingAnalysis>>

/** A section of which anything may stay open. @throws Refusal `not-found` when the form has no such section */
function sectionPage(visit: PersonVisit, { form, answers }: ReadMeetingAnalysis): SectionPage {
  const section = visit.param('section')
  if (!form.pages.some(({ linkId }) => linkId === section)) throw new Refusal('not-found')
  return { form, section, answers, today: visit.parts.clock.today(), mayStayBlank: true }
}

/** One section of what a review meeting thought. */
export const meetingSectionPage = personPage(
  '/cases/:caseId/review-meeting/:reviewMeetingId/analysis/sections/:section',
  {
    permission: 'meeting-analysis:draft',
    async show(visit, again) {
      const opened = await readMeetingAnalysis(visit)
      const { found, read, base } = opened
      const over = !read.mayWrite || read.state === 'finished'
      if (over && again === null) return new GoTo(base)
      const page = sectionPage(visit, opened)
      const model = sectionModel(page, again)
      const stale = !over && again?.refusal?.code === 'stale'
      const version = stale || again === null ? read.version : postedVersion(again.form)
      return caseScreen(visit, found, {
        current: '/review-meeting',
        title: sectionTitle(model),
        backLink: base,
        main: sectionView({
          model,
          caption: meetingAnalysisTitle,
          hidden: html`${visit.formFields}${versionField(version)}`,
          savedByOthers: stale ? page : undefined,
          ...(over && { above: notSavedInset('it was sent to the panel, or can be written no longer') }),
        }),
      })
    },
    async post(visit, posted) {
      const version = postedVersion(posted)
      const opened = await readMeetingAnalysis(visit)
      const { of, base, form } = opened
      const page = sectionPage(visit, opened)
      const answers = readSection(page, posted)
      if (answers instanceof Problems) return answers
      const draft = { version, formVersion: form.version, answers }
      await meetingAnalysis(visit).saveDraft.mutate({ ...of, ...draft, key: posted.key })
      const next = form.pages[form.pages.findIndex(({ linkId }) => linkId === page.section) + 1]
      return new GoTo(next === undefined ? base : `${base}/sections/${next.linkId}`)
    },
  },
)
