import { Refusal, ReportCommentId } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { annualReport, reportAsked, reportTitle, sectionAsked } from '../annual-reports/asked-report.ts'
import { namesIn } from '../recommendation/route.ts'
import { LONGEST_COMMENT, LONGEST_PROSE, readAsking } from './form.ts'
import { offeredFigures } from './offered-figures.ts'
import { sectionView } from './view.ts'

/** The version as the form was drawn. @throws Refusal `unreadable` */
function drawnVersion(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 0) throw new Refusal('unreadable')
  return version
}

const isWriting = (action: string) => action === 'preview' || action === 'save'

/** One section: written with its findings beside it, commented on, and its held sentences asked for. */
export const annualReportSectionPage = personPage('/annual-reports/:reportId/sections/:section', {
  permission: 'annual-report:read',
  async show(visit, again) {
    const asked = reportAsked(visit)
    const section = sectionAsked(visit)
    const procedures = annualReport(visit)
    const [draft, nameOf] = await Promise.all([procedures.read.query(asked), namesIn(visit)])
    const found = draft.sections.find(({ block }) => block.section === section.id) ?? null
    const typed = again !== null && isWriting(again.form.action) ? again.form.text('prose') : null
    const previewed =
      typed === null || typed.length > LONGEST_PROSE
        ? null
        : await procedures.preview.query({ ...asked, section: section.id, prose: typed })
    return {
      title: section.title,
      section: reportTitle(draft.head),
      backLink: `/annual-reports/${asked.reportId}`,
      main: sectionView({
        draft,
        section,
        found,
        hidden: visit.formFields,
        nameOf,
        prose: typed ?? found?.block.prose ?? '',
        previewed,
        overtaken: again?.refusal?.code === 'stale' && typed !== null,
        errors: again?.errors ?? [],
        retyped: again?.form ?? null,
        offered: offeredFigures(draft.tables, section.tables),
        mayWrite: draft.head.publishedAt === null && visit.mayDo('annual-report:write'),
        mayComment: draft.head.publishedAt === null && visit.mayDo('annual-report:comment'),
      }),
    }
  },
  async post(visit, form) {
    const asked = { ...reportAsked(visit), key: form.key }
    const { id: section } = sectionAsked(visit)
    const here = new GoTo(`/annual-reports/${asked.reportId}/sections/${section}`)
    const procedures = annualReport(visit)
    switch (form.action) {
      case 'preview':
      case 'save': {
        const prose = form.text('prose')
        if (prose.length > LONGEST_PROSE)
          return new Problems([{ text: 'The section must be 20,000 characters or fewer', href: '#prose' }])
        if (form.action === 'preview') return new Problems([])
        await procedures.save.mutate({ ...asked, section, version: drawnVersion(form), prose })
        return here
      }
      case 'comment': {
        const words = form.text('words').trim()
        if (words === '' || words.length > LONGEST_COMMENT)
          return new Problems([{ text: 'Enter a comment of 2,000 characters or fewer', href: '#words' }])
        await procedures.comment.mutate({ ...asked, section, words })
        return here
      }
      case 'settle': {
        const commentId = ReportCommentId.safeParse(form.text('commentId'))
        if (!commentId.success) throw new Refusal('unreadable')
        await procedures.settleComment.mutate({ ...asked, commentId: commentId.data })
        return here
      }
      case 'ask': {
        const read = readAsking(form)
        if (!read.ok) return new Problems(read.errors)
        await procedures.askForSentence.mutate({ ...asked, section, ...read.asking })
        return here
      }
      default:
        throw new Refusal('unreadable')
    }
  },
})
