import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { linkPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { readPart, typedPart } from './form.ts'
import { partReceiptTitle, partReceiptView, partTitle, partView } from './view.ts'

const section = 'Reporting form'

/** An agency that cannot answer everything yet sends a part, and says when the rest will come. */
const returnPart = linkPage('/return/part', {
  async show(visit, again) {
    const { returned, mayPromise, reference, organisationName, dueOn, version } = await begunReturn(visit)
    if (returned) return new GoTo('/return/receipt')
    if (mayPromise === null) return new GoTo('/return')
    return {
      title: partTitle,
      section,
      reference,
      backLink: '/return',
      main: partView({
        hidden: html`${visit.formFields}${versionField(version)}`,
        organisationName,
        dueOn,
        mayPromise,
        typed: typedPart(again?.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const version = postedVersion(form)
    const { mayPromise } = await begunReturn(visit)
    const today = visit.parts.clock.today()
    const read = readPart(typedPart(form), today, mayPromise?.latest ?? null)
    if (!read.ok) return new Problems(read.errors)
    try {
      const { reportingForm } = visit.call<CaseReviewRouter>('case-review')
      await reportingForm.returnPart.mutate({ key: form.key, version, ...read.value })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'invalid-answers') throw thrown
      return new Problems([{ text: 'Answer at least one question first', href: '#promisedOn-day' }])
    }
    return new GoTo('/return/part-receipt')
  },
})

const partReceipt = linkPage('/return/part-receipt', {
  async show(visit) {
    const { returned, part, reference, organisationName } = await begunReturn(visit)
    if (returned) return new GoTo('/return/receipt')
    if (part === null) return new GoTo('/return')
    return {
      title: partReceiptTitle,
      section,
      reference,
      main: partReceiptView({ reference, organisationName, part }),
    }
  },
})

export const returnPartRoutes: readonly PageRoute[] = [returnPart, partReceipt]
