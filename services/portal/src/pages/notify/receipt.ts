import { addWorkingDays, bankHolidays, londonDate } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { draftPage, openPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { notifyAway } from './away.ts'
import { closedTitle, closedView } from './closed-view.ts'
import { choicesFor, intakeDraft, openedDraft } from './draft.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'
import { copyTitle, copyView, receiptTitle, receiptView } from './receipt-view.ts'
import { startTitle } from './start-view.ts'

/** Working days agencies have to return their forms. */
const AGENCIES_HAVE = 15

/** It was received: a reference, what happens next, and whom to phone. The same whatever is known already. */
export const receiptPage = draftPage('/notify/:area/receipt', {
  whenAway: notifyAway,
  async show(visit) {
    const draft = await openedDraft(visit)
    if (draft instanceof GoTo) return draft
    const { area, paths, receipt, endsAt } = draft
    if (receipt === null) return new GoTo(paths.check)
    const sentOn = londonDate(receipt.sentAt)
    return {
      title: receiptTitle,
      section: startTitle,
      main: receiptView({
        areaName: area.name,
        reference: receipt.reference,
        readBy: addWorkingDays(sentOn, 1, bankHolidays),
        agenciesBy: addWorkingDays(sentOn, 1 + AGENCIES_HAVE, bankHolidays),
        copyUntil: new Date(endsAt),
        copy: paths.copy,
        tonight: area.tonight,
        hidden: visit.formFields,
      }),
    }
  },
  async post(visit, posted) {
    const { code } = await publicArea(visit)
    const paths = notifyPaths(code)
    if (posted.action === 'another-baby') {
      await visit.startDraftSession(await intakeDraft(visit).beginTwin.mutate({ key: posted.key }))
      return new GoTo(paths.child)
    }
    await visit.endDraftSession()
    return new GoTo(paths.closed)
  },
})

/** The writer's own answers, to print: in this browser alone, and for an hour. */
export const copyPage = draftPage('/notify/:area/copy', {
  whenAway: notifyAway,
  async show(visit) {
    const draft = await openedDraft(visit)
    if (draft instanceof GoTo) return draft
    const { area, form, answers, paths, receipt } = draft
    if (receipt === null) return new GoTo(paths.check)
    return {
      title: copyTitle,
      section: startTitle,
      backLink: paths.receipt,
      main: copyView({
        areaName: area.name,
        reference: receipt.reference,
        sentAt: new Date(receipt.sentAt),
        sections: summary(form, answers, { optionsFor: choicesFor(visit, area) }),
      }),
    }
  },
})

/** No notification is open in this browser (any more). */
export const closedPage = openPage('/notify/:area/closed', {
  async show(visit) {
    const { code, name, tonight } = await publicArea(visit)
    return {
      title: closedTitle,
      section: startTitle,
      main: closedView({ areaName: name, start: notifyPaths(code).start, tonight }),
    }
  },
})
