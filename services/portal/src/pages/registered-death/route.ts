import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readSaid } from './form.ts'
import { registeredDeathTitle, registeredDeathView } from './view.ts'

/** @throws Refusal `not-found` when no such entry is waiting */
async function entryOf(visit: PersonVisit) {
  const year = ReportingYearCode.safeParse(visit.param('year'))
  if (!year.success) throw new Refusal('not-found')
  const { registration } = visit.call<IntakeRouter>('intake')
  const { notNotified } = await registration.read.query({ areaId: visit.areaId, reportingYear: year.data })
  const entry = notNotified.find(({ registeredDeathId }) => registeredDeathId === visit.param('entry'))
  if (entry === undefined) throw new Refusal('not-found')
  return entry
}

/** One registered death nobody notified, and what a person found out about it. */
export const registeredDeathPage = personPage('/registrations/:year/:entry', {
  permission: 'registration:load',
  async show(visit, again) {
    return {
      title: registeredDeathTitle,
      section: 'Registered deaths',
      backLink: `/registrations?year=${visit.param('year')}`,
      main: registeredDeathView({
        hidden: visit.formFields,
        entry: await entryOf(visit),
        typed: { is: again?.form.text('is') ?? '', reason: again?.form.text('reason') ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readSaid(form)
    if (!read.ok) return new Problems(read.errors)
    const version = z.coerce.number().int().positive().safeParse(form.text('version'))
    const id = z.uuid().safeParse(visit.param('entry'))
    if (!version.success || !id.success) throw new Refusal('unreadable')
    await visit.call<IntakeRouter>('intake').registration.decide.mutate({
      areaId: visit.areaId,
      registeredDeathId: id.data,
      version: version.data,
      key: form.key,
      decision: read.value,
    })
    return new GoTo(`/registrations?year=${encodeURIComponent(visit.param('year'))}`)
  },
})
