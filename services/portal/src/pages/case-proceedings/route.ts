import { ProceedingId, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import {
  noClosing,
  noProceeding,
  noStep,
  readClosing,
  readProceeding,
  readStep,
  typedClosing,
  typedProceeding,
  typedStep,
} from './form.ts'
import { newProceedingView, oneProceedingView } from './proceeding-forms.ts'
import { proceedingsView } from './view.ts'

async function withProceedings(visit: PersonVisit) {
  const found = await openedCase(visit)
  const asked = { areaId: visit.areaId, caseId: found.caseId }
  const { proceedings } = await caseReview(visit).proceeding.list.query(asked)
  return { found, proceedings }
}

/** What others do about the death. */
const proceedingsPage = personPage('/cases/:caseId/proceedings', {
  permission: 'case:read',
  async show(visit) {
    const { found, proceedings } = await withProceedings(visit)
    const people = proceedings.flatMap(({ entries }) => entries.map(({ recordedBy }) => recordedBy))
    return caseScreen(visit, found, {
      title: 'Linked proceedings',
      current: '/proceedings',
      main: proceedingsView({
        caseId: found.caseId,
        proceedings,
        holds: found.holds,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        mayRecord: visit.mayDo('proceeding:record'),
      }),
    })
  },
})

const newProceedingPage = personPage('/cases/:caseId/proceedings/new', {
  permission: 'proceeding:record',
  async show(visit, again) {
    const found = await openedCase(visit)
    const typed = again === null ? noProceeding : typedProceeding(again.form)
    return caseScreen(visit, found, {
      title: 'Record a proceeding',
      current: '/proceedings',
      main: newProceedingView(visit.formFields, typed, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const { caseId, diedOn } = await openedCase(visit)
    const read = readProceeding(typedProceeding(form), { diedOn, today: visit.parts.clock.today() })
    if (!read.ok) return new Problems(read.errors)
    await caseReview(visit).proceeding.open.mutate({
      areaId: visit.areaId,
      caseId,
      key: form.key,
      ...read.value,
    })
    return new GoTo(`/cases/${caseId}/proceedings`)
  },
})

/** A proceeding of the case that goes on. @throws Refusal `not-found` */
async function goingOn(visit: PersonVisit) {
  const { found, proceedings } = await withProceedings(visit)
  const asked = ProceedingId.safeParse(visit.param('proceedingId'))
  const one = proceedings.find(({ proceedingId, outcome }) => proceedingId === asked.data && outcome === null)
  if (one === undefined) throw new Refusal('not-found')
  return { found, one }
}

function versionOf(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}

const oneProceedingPage = personPage('/cases/:caseId/proceedings/:proceedingId', {
  permission: 'proceeding:record',
  async show(visit, again) {
    const { found, one } = await goingOn(visit)
    const action = again?.form.action
    return caseScreen(visit, found, {
      title: 'A proceeding',
      current: '/proceedings',
      main: oneProceedingView({
        hidden: visit.formFields,
        one,
        holds: found.holds,
        step: again !== null && action === 'step' ? typedStep(again.form) : noStep,
        closing: again !== null && action === 'close' ? typedClosing(again.form) : noClosing,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { found, one } = await goingOn(visit)
    const { caseId } = found
    const { proceedingId, kind, openedOn } = one
    const today = visit.parts.clock.today()
    const change = { areaId: visit.areaId, caseId, proceedingId, version: versionOf(form), key: form.key }
    if (form.action === 'close') {
      const read = readClosing(typedClosing(form), { kind, openedOn, today })
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).proceeding.close.mutate({ ...change, ...read.value })
    } else {
      const read = readStep(typedStep(form), kind, today)
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).proceeding.recordStep.mutate({ ...change, ...read.value })
    }
    return new GoTo(`/cases/${caseId}/proceedings`)
  },
})

export const caseProceedingPages: readonly PageRoute[] = [
  proceedingsPage,
  newProceedingPage,
  oneProceedingPage,
]
