import { HoldId, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { noCheck, noHold, readCheck, readEnd, readHold, typedCheck, typedHold } from './form.ts'
import { newHoldView, oneHoldView } from './hold-forms.ts'
import { holdsView } from './view.ts'

async function heldCase(visit: PersonVisit) {
  const found = await openedCase(visit)
  const { holds } = await caseReview(visit).hold.list.query({ areaId: visit.areaId, caseId: found.caseId })
  return { found, holds }
}

/** What a case has to wait for. */
const holdsPage = personPage('/cases/:caseId/holds', {
  permission: 'case:read',
  async show(visit) {
    const { found, holds } = await heldCase(visit)
    const people = holds.flatMap(({ checks }) => checks.map(({ recordedBy }) => recordedBy))
    return caseScreen(visit, found, {
      title: 'Holds',
      current: '/holds',
      main: holdsView({
        caseId: found.caseId,
        holds,
        sinceDeath: found.sinceDeath,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        mayRecord: visit.mayDo('hold:record'),
        today: visit.parts.clock.today(),
      }),
    })
  },
})

const newHoldPage = personPage('/cases/:caseId/holds/new', {
  permission: 'hold:record',
  async show(visit, again) {
    const found = await openedCase(visit)
    return caseScreen(visit, found, {
      title: 'Record a hold',
      current: '/holds',
      main: newHoldView(visit.formFields, again ? typedHold(again.form) : noHold, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const { caseId, diedOn } = await openedCase(visit)
    const read = readHold(typedHold(form), { diedOn, today: visit.parts.clock.today() })
    if (!read.ok) return new Problems(read.errors)
    await caseReview(visit).hold.record.mutate({ areaId: visit.areaId, caseId, key: form.key, ...read.value })
    return new GoTo(`/cases/${caseId}/holds`)
  },
})

/** A hold of the case that is not over. @throws Refusal `not-found` */
async function openHold(visit: PersonVisit) {
  const { found, holds } = await heldCase(visit)
  const asked = HoldId.safeParse(visit.param('holdId'))
  const hold = holds.find(({ holdId, until }) => holdId === asked.data && until === null)
  if (hold === undefined) throw new Refusal('not-found')
  return { found, hold }
}

const oneHoldPage = personPage('/cases/:caseId/holds/:holdId', {
  permission: 'hold:record',
  async show(visit, again) {
    const { found, hold } = await openHold(visit)
    const [newest] = hold.checks
    return caseScreen(visit, found, {
      title: 'A hold',
      current: '/holds',
      main: oneHoldView({
        hidden: visit.formFields,
        hold,
        typed:
          again?.form.action === 'check'
            ? typedCheck(again.form)
            : { ...noCheck, contact: newest?.contact ?? '' },
        until: again?.form.action === 'end' ? typedDate(again.form, 'until') : noCheck.confirmedOn,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { found, hold } = await openHold(visit)
    const { caseId } = found
    const version = Number(form.text('version'))
    if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
    const bounds = { from: hold.from, today: visit.parts.clock.today() }
    const change = { areaId: visit.areaId, caseId, holdId: hold.holdId, version, key: form.key }
    if (form.action === 'end') {
      const read = readEnd(typedDate(form, 'until'), bounds)
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).hold.end.mutate({ ...change, ...read.value })
    } else {
      const read = readCheck(typedCheck(form), bounds)
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).hold.check.mutate({ ...change, ...read.value })
    }
    return new GoTo(`/cases/${caseId}/holds`)
  },
})

export const caseHoldPages: readonly PageRoute[] = [holdsPage, newHoldPage, oneHoldPage]
