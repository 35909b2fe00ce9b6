import { PersonId, Refusal, ResponseActionId, ResponseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import {
  checkedOf,
  noAction,
  noCheck,
  nothingBegun,
  readAction,
  readBegin,
  readCheck,
  typedAction,
  typedBegin,
  typedCheck,
} from './form.ts'
import { actionForm, beginForm, checkForm, finishForm, takeLeadForm } from './record-forms.ts'
import { responseStepPage } from './step-route.ts'
import { recordView } from './view.ts'
import { askedWithheld, withheldFrom } from './withheld-from.ts'

/** The response a path means. @throws Refusal `not-found` when it can be none */
function responseIdOf(visit: Pick<PersonVisit, 'param'>): ResponseId {
  const read = ResponseId.safeParse(visit.param('responseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** Names of colleagues, as a record shows them. */
export async function namesOf(visit: PersonVisit): Promise<(personId: PersonId) => string> {
  const people = await visit.people()
  const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
  return (personId) => names.get(personId) ?? 'a colleague who has left'
}

async function act(visit: PersonVisit, form: PostedForm): Promise<Posted> {
  const responseId = responseIdOf(visit)
  const { responseRecord } = visit.call<IntakeRouter>('intake')
  const change = { areaId: visit.areaId, responseId, withheld: await withheldFrom(visit), key: form.key }
  const today = visit.parts.clock.today()
  switch (form.action) {
    case 'take-lead': {
      const from = PersonId.safeParse(form.text('from'))
      await responseRecord.takeLead.mutate({ ...change, from: from.success ? from.data : null })
      break
    }
    case 'finish': {
      const action = ResponseActionId.safeParse(form.text('responseAction'))
      if (!action.success) throw new Refusal('unreadable')
      await responseRecord.finishAction.mutate({ ...change, responseActionId: action.data, doneOn: today })
      break
    }
    case 'check': {
      const read = readCheck(typedCheck(form))
      if (!read.ok) return new Problems(read.errors)
      await responseRecord.check.mutate({ ...change, checked: checkedOf(form), ...read.value })
      break
    }
    case 'begin': {
      const read = readBegin(typedBegin(form))
      if (!read.ok) return new Problems(read.errors)
      return new GoTo(`/responses/${responseId}/record/${read.value.kind}/${read.value.step}`)
    }
    case 'add-action': {
      const read = readAction(typedAction(form), today)
      if (!read.ok) return new Problems(read.errors)
      await responseRecord.addAction.mutate({ ...change, ...read.value })
      break
    }
    default:
      throw new Refusal('unreadable')
  }
  return new GoTo(`/responses/${responseId}/record`)
}

/** The record of a response: its lead keeps it, others may take the lead, and before there is a case the doctor checks it. */
const responseRecordPage = personPage('/responses/:responseId/record', {
  permission: 'response:read',
  async show(visit, again) {
    const responseId = responseIdOf(visit)
    const { response, responseRecord } = visit.call<IntakeRouter>('intake')
    const question = { areaId: visit.areaId, responseId }
    const { leadId, state } = await askedWithheld(visit, (withheld) =>
      response.read.query({ ...question, withheld }),
    )
    const leads = leadId === visit.actor.personId && visit.mayDo('response:write')
    const running = state === 'started' || state === 'started-before-death'
    const screen = {
      title: 'Record of a response',
      section: 'Joint agency responses',
      backLink: `/responses/${responseId}`,
    }
    const mayTake = !leads && running && visit.mayDo('response:write')
    const taking = mayTake ? takeLeadForm(visit.formFields, leadId) : null
    const heading = html`<h1 class="govuk-heading-l">Record of a joint agency response</h1>`
    if (!leads && !visit.mayDo('response:oversee')) {
      const said = 'Somebody else leads this response. Its lead alone sees its record.'
      return { ...screen, main: html`${heading}${insetText({ text: said })}${taking}` }
    }
    const record = await responseRecord.read.query({ ...question, withheld: await withheldFrom(visit) })
    const hidden = visit.formFields
    const errors = again?.errors ?? []
    const action = again?.form.action
    const writes = leads && running
    const typed = again && action === 'add-action' ? typedAction(again.form) : noAction
    const begun = again && action === 'begin' ? typedBegin(again.form) : nothingBegun
    const checking = again && action === 'check' ? typedCheck(again.form) : noCheck
    return {
      ...screen,
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${heading}
${recordView({
  record,
  nameOf: await namesOf(visit),
  base: writes ? `/responses/${responseId}/record` : null,
  finish: ({ doneOn, responseActionId }, number) =>
    writes && doneOn === null ? finishForm(hidden, responseActionId, number) : null,
  add: writes ? actionForm({ hidden, errors }, typed) : null,
  begin: writes ? beginForm({ hidden, errors }, begun) : null,
  check:
    running && visit.mayDo('response:check')
      ? checkForm({ hidden, errors }, checking, { responseId, checked: record.checks.length })
      : null,
  beside: () => null,
})}
${taking}</div></div>`,
    }
  },
  post: act,
})

export const responseRecordPages: readonly PageRoute[] = [responseRecordPage, responseStepPage]
