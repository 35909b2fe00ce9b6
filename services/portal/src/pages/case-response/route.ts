import { Refusal, ResponseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { checkedOf, noCheck, readCheck, typedCheck } from '../response-record/form.ts'
import { checkForm } from '../response-record/record-forms.ts'
import { namesOf } from '../response-record/route.ts'
import { recordView } from '../response-record/view.ts'

/** The case with case-review's word that this person may see it, which intake asks for. @throws Refusal `not-found` */
async function openedWithPass(visit: PersonVisit) {
  const found = await openedCase(visit, { asked: true })
  if (found.pass === null) throw new Refusal('not-found')
  return { found, pass: found.pass }
}

/** Tells the fields of the nth response of a merged case from those of the first. */
const suffixOf = (nth: number) => (nth === 0 ? '' : `-${nth + 1}`)

/** What joint agency responses recorded of a case: to read, and for the designated doctor to check. */
export const caseResponsePage = personPage('/cases/:caseId/response', {
  permission: 'case:read',
  async show(visit, again) {
    if (!visit.mayDo('response:oversee')) throw new Refusal('not-found')
    const { found, pass } = await openedWithPass(visit)
    const { caseId } = found
    const { responseRecord } = visit.call<IntakeRouter>('intake')
    const records = await responseRecord.ofCase.query({ areaId: visit.areaId, caseId, pass })
    const nameOf = await namesOf(visit)
    const errors = again?.errors ?? []
    const meant = again?.form.text('response')
    return caseScreen(visit, found, {
      title: 'Joint agency response',
      current: '/response',
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Joint agency response</h1>
${records.length === 0 && html`<p class="govuk-body">No joint agency response is recorded for this case.</p>`}
${records.map((record, nth) => {
  const { responseId } = record
  const typed = again && meant === responseId ? typedCheck(again.form) : noCheck
  const asked = { hidden: visit.formFields, errors: meant === responseId ? errors : [] }
  const may = visit.mayDo('response:check') && record.startedAt !== null
  return recordView({
    record,
    nameOf,
    base: null,
    finish: () => null,
    add: null,
    begin: null,
    check: may
      ? checkForm(asked, typed, { responseId, checked: record.checks.length, suffix: suffixOf(nth) })
      : null,
    beside: () => null,
  })
})}
</div></div>`,
    })
  },
  async post(visit, form) {
    if (form.action !== 'check') throw new Refusal('unreadable')
    const { found, pass } = await openedWithPass(visit)
    const responseId = ResponseId.safeParse(form.text('response'))
    if (!responseId.success) throw new Refusal('unreadable')
    const read = readCheck(typedCheck(form))
    if (!read.ok) {
      const suffix = form.text('suffix')
      return new Problems(read.errors.map(({ text, href }) => ({ text, href: `${href}${suffix}` })))
    }
    const { responseRecord } = visit.call<IntakeRouter>('intake')
    await responseRecord.check.mutate({
      areaId: visit.areaId,
      responseId: responseId.data,
      pass,
      key: form.key,
      checked: checkedOf(form),
      ...read.value,
    })
    return new GoTo(`/cases/${found.caseId}/response`)
  },
})
