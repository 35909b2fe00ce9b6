import { type KeyWorkerId, PersonId, type PlainDate, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { errorOf, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, dateField, typedDate } from '../../typed-form/typed-date.ts'
import type { AreaPerson } from '../../user/area-people.ts'
import { displayNames } from '../../user/user-store.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { familyPath, familyScreen, type OpenedFamily, openedFamily } from './opened-family.ts'

const noDate = { day: '', month: '', year: '' }

function readAssignment(form: PostedForm, diedOn: PlainDate) {
  const Typed = z.strictObject({
    personId: z
      .string()
      .refine((typed) => PersonId.safeParse(typed).success, 'Select the key worker')
      .pipe(PersonId),
    from: DateTyped('The first day', null).refine((on) => on >= diedOn, {
      message: 'The first day must be the same as or after the date of death',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { personId: form.text('personId'), from: typedDate(form, 'from') })
}

/** Each key worker's day has a field of its own: several may stand on the page. */
const untilField = (keyWorkerId: string) => `until-${keyWorkerId}`

function readEnd(form: PostedForm, { from, keyWorkerId }: { from: PlainDate; keyWorkerId: KeyWorkerId }) {
  const field = untilField(keyWorkerId)
  const Typed = z.strictObject({
    until: DateTyped('The day it ends', null).refine((on) => on >= from, {
      message: 'The day it ends must be the same as or after the first day',
      path: ['day'],
    }),
  })
  const read = readTyped(Typed, { until: typedDate(form, field) })
  if (read.ok) return read
  const errors = read.errors.map(({ text }) => ({ text, href: `#${field}-day` }))
  return { ok: false as const, errors }
}

type Model = {
  hidden: Html
  family: OpenedFamily
  names: ReadonlyMap<PersonId, string>
  candidates: readonly AreaPerson[]
  typed: { personId: string; from: DateParts; until: DateParts; ends: string }
  errors: readonly ErrorItem[]
}

function keyWorkersView({ hidden, family, names, candidates, typed, errors }: Model): Html {
  const going = family.keyWorkers.filter(({ until }) => until === null)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Key workers of the family</h1>
<p class="govuk-body">A key worker sees this family, and the name of the child, from the first day until it ends.</p>
<h2 class="govuk-heading-m">Assign a key worker</h2>
${
  candidates.length === 0
    ? html`<p class="govuk-body">Nobody in this area has the role of key worker. An administrator can give it.</p>`
    : html`<form method="post" novalidate>${hidden}
${select({
  id: 'personId',
  name: 'personId',
  label: { text: 'Who is the key worker?', classes: 'govuk-label--s' },
  value: typed.personId,
  errorMessage: errorOf(errors, 'personId'),
  items: [
    { value: '', text: 'Select a person' },
    ...candidates.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
  ],
})}
${dateField({ name: 'from', legend: 'From which day?', value: typed.from, errors })}
${button({ text: 'Assign the key worker', name: '_action', value: 'assign', preventDoubleClick: true })}
</form>`
}
${going.map(({ keyWorkerId, personId, from }) => {
  const name = names.get(personId) ?? 'Somebody who has left'
  const mine = typed.ends === keyWorkerId
  return html`<h2 class="govuk-heading-m">End the time of ${name}</h2>
<p class="govuk-body">Key worker since ${writtenDate(from)}. If it ends today, it ends at once.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="keyWorkerId" value="${keyWorkerId}">
${dateField({
  name: untilField(keyWorkerId),
  legend: 'On which day does it end?',
  value: mine ? typed.until : noDate,
  errors: mine ? errors : [],
})}
${button({ text: 'End it', name: '_action', value: 'end', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
})}
</div></div>`
}

/** Who is a family's key worker, from when to when. */
export const keyWorkersPage = personPage('/cases/:caseId/family/key-workers', {
  permission: 'family:assign',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const people = await visit.people()
    const ids = family.keyWorkers.map(({ personId }) => personId)
    const form = again?.form
    return familyScreen(visit, family, {
      title: 'Key workers of the family',
      main: keyWorkersView({
        hidden: visit.formFields,
        family,
        names: await displayNames(visit.parts.database.sql, [...new Set(ids)]),
        candidates: people.filter(({ active, roles }) => active && roles.includes('key-worker')),
        typed: {
          personId: form?.text('personId') ?? '',
          from: form ? typedDate(form, 'from') : noDate,
          until: form ? typedDate(form, untilField(form.text('keyWorkerId'))) : noDate,
          ends: form?.action === 'end' ? form.text('keyWorkerId') : '',
        },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const { caseId, diedOn } = family
    const change = { areaId: visit.areaId, caseId, key: form.key }
    if (form.action === 'end') {
      const one = family.keyWorkers.find(({ keyWorkerId }) => keyWorkerId === form.text('keyWorkerId'))
      if (one === undefined) throw new Refusal('unreadable')
      const read = readEnd(form, one)
      if (!read.ok) return new Problems(read.errors)
      const { keyWorkerId } = one
      await caseReview(visit).family.endKeyWorker.mutate({ ...change, keyWorkerId, ...read.value })
    } else {
      const read = readAssignment(form, diedOn)
      if (!read.ok) return new Problems(read.errors)
      const known = (await visit.people()).some(
        ({ personId, active, roles }) =>
          personId === read.value.personId && active && roles.includes('key-worker'),
      )
      if (!known) throw new Refusal('unreadable')
      await caseReview(visit).family.assignKeyWorker.mutate({ ...change, ...read.value })
    }
    return new GoTo(familyPath(family))
  },
})
