import { Refusal } from '@cdop/domain'
import { sectionProgress, summary, unfinishedSections } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { linkPage, openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { begunReturn, childOf } from './begun-return.ts'
import { correctTitle, correctView, whyName } from './correct-view.ts'
import { CorrectionWhy, Declaration } from './form.ts'
import { caseReview, partsOf, receipt, section, sectionPages } from './sections.ts'
import { askedAgain } from './sent-back-view.ts'
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

const tasks = linkPage('/return', {
  async show(visit) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const child = await childOf(visit, begun)
    const parts = partsOf(begun).map((part) => ({
      ...part,
      sections: sectionProgress(part.form, part.answers, part.words).filter(({ asked }) => asked),
      unfinished: unfinishedSections(part.form, part.answers, part.words),
    }))
    return {
      title: formName,
      section,
      reference: begun.reference,
      main: tasksView({
        ...begun,
        child,
        parts,
        sentBack: begun.sentBack && {
          note: begun.sentBack.note,
          questions: askedAgain(begun.sentBack, partsOf(begun)),
        },
      }),
    }
  },
})

const check = linkPage('/return/check', {
  async show(visit, again) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const { reference, version } = begun
    return {
      title: checkTitle,
      section,
      reference,
      backLink: '/return',
      main: checkView({
        hidden: html`${visit.formFields}${versionField(version)}`,
        parts: partsOf(begun).map((part) => ({ ...part, sections: summary(part.form, part.answers) })),
        unfinished: partsOf(begun).flatMap(({ form, answers, words, path }) =>
          unfinishedSections(form, answers, words).map(({ linkId, title, putBack }) => ({
            title,
            putBack,
            href: `${path}/${linkId}?from=check`,
          })),
        ),
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
    const begun = await begunReturn(visit)
    const { returned, nothingKnown, reference, organisationName } = begun
    if (!returned) return new GoTo('/return')
    return {
      title: receiptTitle,
      section,
      reference,
      main: receiptView({
        reference,
        organisationName,
        nothingKnown,
        forms: nothingKnown ? [] : partsOf(begun),
        fromInbox: visit.cookies.read('inbox') !== null,
      }),
    }
  },
})

const correct = linkPage('/return/correct', {
  async show(visit, again) {
    const { returned, reference } = await begunReturn(visit)
    if (!returned) return new GoTo('/return')
    return {
      title: correctTitle,
      section,
      reference,
      backLink: '/return/receipt',
      main: correctView({
        hidden: visit.formFields,
        typed: again?.form.text(whyName) ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const why = CorrectionWhy.safeParse(posted.text(whyName))
    if (!why.success) {
      return new Problems([{ text: why.error.issues[0]?.message ?? '', href: `#${whyName}` }])
    }
    await caseReview(visit).reportingForm.correct.mutate({ key: posted.key, why: why.data })
    return new GoTo('/return')
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

export const agencyReturnRoutes: readonly PageRoute[] = [
  tasks,
  ...sectionPages,
  check,
  receiptPage,
  correct,
  leave,
  left,
]
