import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { linkPage, openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionStatuses, unfinishedSections } from '../../statutory-form/section-status.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { type BegunReturn, begunReturn, childOf } from './begun-return.ts'
import { Declaration } from './form.ts'
import {
  checkTitle,
  checkView,
  declarationName,
  formName,
  leaveTitle,
  leaveView,
  leftTitle,
  leftView,
  receiptTitle,
  receiptView,
  tasksView,
} from './view.ts'

const section = 'Reporting form'
const receipt = new GoTo('/return/receipt')

const caseReview = (visit: LinkVisit) => visit.call<CaseReviewRouter>('case-review')

const tasks = linkPage('/return', {
  async show(visit) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const { form, answers, reference } = begun
    const child = await childOf(visit, begun)
    const sections = sectionStatuses(form, answers)
    return { title: formName, section, reference, main: tasksView({ ...begun, child, sections }) }
  },
})

/** @throws Refusal `not-found` when the form has no such section */
function sectionPage(visit: LinkVisit, { form, answers }: BegunReturn): SectionPage {
  const linkId = visit.param('section')
  if (!form.pages.some((page) => page.linkId === linkId)) throw new Refusal('not-found')
  return { form, section: linkId, answers, today: visit.parts.clock.today() }
}

const cameFromCheck = (visit: LinkVisit) => visit.query('from') === 'check'

const oneSection = linkPage('/return/sections/:section', {
  async show(visit, again) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const page = sectionPage(visit, begun)
    const model = sectionModel(page, again)
    const stale = again?.refusal?.code === 'stale'
    return {
      title: sectionTitle(model),
      section,
      reference: begun.reference,
      backLink: cameFromCheck(visit) ? '/return/check' : '/return',
      main: sectionView({
        model,
        caption: formName,
        hidden: html`${visit.formFields}${versionField(stale || again === null ? begun.version : postedVersion(again.form))}`,
        savedByOthers: stale ? page : undefined,
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const begun = await begunReturn(visit)
    const page = sectionPage(visit, begun)
    const answers = readSection(page, posted)
    if (answers instanceof Problems) return answers
    const formVersion = begun.form.version
    await caseReview(visit).reportingForm.saveDraft.mutate({ key: posted.key, formVersion, version, answers })
    if (cameFromCheck(visit)) return new GoTo('/return/check')
    const { pages } = begun.form
    const next = pages[pages.findIndex(({ linkId }) => linkId === page.section) + 1]
    return new GoTo(next === undefined ? '/return' : `/return/sections/${next.linkId}`)
  },
})

const check = linkPage('/return/check', {
  async show(visit, again) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const { form, answers, reference, version } = begun
    return {
      title: checkTitle,
      section,
      reference,
      backLink: '/return',
      main: checkView({
        hidden: html`${visit.formFields}${versionField(version)}`,
        sections: summary(form, answers),
        unfinished: unfinishedSections(form, answers),
        declared: again?.form.text(declarationName) === 'yes',
        error: again?.refusal === null ? again.errors[0]?.text : undefined,
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const declared = Declaration.safeParse(posted.text(declarationName))
    if (!declared.success) {
      const text = declared.error.issues[0]?.message ?? ''
      return new Problems([{ text, href: `#${declarationName}` }])
    }
    const { form, answers } = await begunReturn(visit)
    try {
      await caseReview(visit).reportingForm.submit.mutate({
        key: posted.key,
        formVersion: form.version,
        version,
        answers,
      })
    } catch (thrown) {
      // Somebody, or a second click, returned it: the receipt says so.
      if (!(thrown instanceof Refusal) || thrown.code !== 'request-answered') throw thrown
    }
    return receipt
  },
})

const receiptPage = linkPage('/return/receipt', {
  async show(visit) {
    const { returned, reference, organisationName } = await begunReturn(visit)
    if (!returned) return new GoTo('/return')
    return { title: receiptTitle, section, reference, main: receiptView(reference, organisationName) }
  },
})

const leave = linkPage('/return/leave', {
  async show(visit) {
    const { returned } = await begunReturn(visit)
    return { title: leaveTitle, section, backLink: '/return', main: leaveView(visit.formFields, returned) }
  },
  async post(visit) {
    await visit.endLinkSession()
    return new GoTo('/return/left')
  },
})

const left = openPage('/return/left', {
  show: () => ({ title: leftTitle, section, main: leftView() }),
})

export const agencyReturnRoutes: readonly PageRoute[] = [tasks, oneSection, check, receiptPage, leave, left]
