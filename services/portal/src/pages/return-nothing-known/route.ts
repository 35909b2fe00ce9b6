import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { linkPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { nothingKnownTitle, nothingKnownView } from './view.ts'

const field = (what: string, subject: string) =>
  z.string().trim().min(1, `Enter ${what}`).max(120, `${subject} must be 120 characters or fewer`)

const SaidBy = z.strictObject({
  name: field('your name', 'Your name'),
  role: field('your role', 'Your role'),
})

/** An agency that knew nothing of the child says so, and is done. */
export const nothingKnownPage = linkPage('/return/nothing-known', {
  async show(visit, again) {
    const { returned, reference, organisationName, answers } = await begunReturn(visit)
    if (returned) return new GoTo('/return/receipt')
    return {
      title: nothingKnownTitle,
      section: 'Reporting form',
      reference,
      backLink: '/return',
      main: nothingKnownView({
        hidden: visit.formFields,
        organisationName,
        begun: Object.keys(answers).length > 0,
        typed: { name: again?.form.text('name') ?? '', role: again?.form.text('role') ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readTyped(SaidBy, { name: form.text('name'), role: form.text('role') })
    if (!read.ok) return new Problems(read.errors)
    try {
      const { reportingForm } = visit.call<CaseReviewRouter>('case-review')
      await reportingForm.nothingKnown.mutate({ key: form.key, ...read.value })
    } catch (thrown) {
      // Somebody, or a second click, answered: the receipt says so.
      if (!(thrown instanceof Refusal) || thrown.code !== 'request-answered') throw thrown
    }
    return new GoTo('/return/receipt')
  },
})
