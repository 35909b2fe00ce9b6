import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { linkPage, openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { emailField } from '../organisations/form.ts'
import { passedOnTitle, passedOnView, passOnTitle, passOnView } from './view.ts'

const section = 'Reporting form'

const Colleague = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of your colleague')
    .max(120, 'The name of your colleague must be 120 characters or fewer'),
  email: emailField('the email address of your colleague'),
})

/** A reporter who is not the right one passes the form to somebody of the same organisation. */
const passOn = linkPage('/return/pass-on', {
  async show(visit, again) {
    const { returned, reference, organisationName } = await begunReturn(visit)
    if (returned) return new GoTo('/return/receipt')
    return {
      title: passOnTitle,
      section,
      reference,
      backLink: '/return',
      main: passOnView({
        hidden: visit.formFields,
        organisationName,
        typed: { name: again?.form.text('name') ?? '', email: again?.form.text('email') ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readTyped(Colleague, { name: form.text('name'), email: form.text('email') })
    if (!read.ok) return new Problems(read.errors)
    try {
      const { reportingForm } = visit.call<CaseReviewRouter>('case-review')
      await reportingForm.passOn.mutate({ key: form.key, ...read.value })
    } catch (thrown) {
      const wrong = ['other-mail-domain', 'same-recipient']
      if (!(thrown instanceof Refusal) || !wrong.includes(thrown.code)) throw thrown
      return new Problems([{ text: thrown.says, href: '#email' }])
    }
    await visit.endLinkSession()
    return new GoTo('/return/passed-on')
  },
})

const passedOn = openPage('/return/passed-on', {
  show: () => ({ title: passedOnTitle, section, main: passedOnView() }),
})

export const passOnRoutes: readonly PageRoute[] = [passOn, passedOn]
