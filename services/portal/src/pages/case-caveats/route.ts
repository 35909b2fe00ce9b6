import { CaveatId, DocumentId, FamilyQuestionId, InformationRequestId, Refusal } from '@cdop/domain'
import { FormName } from '../../form-copy/form-copy.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview, caseScreen, type OpenedCase, openedCase } from '../case-frame/opened-case.ts'
import { namedPeople, whoCanHave } from '../case-people/part-people.ts'
import { newCaveatView, oneCaveatView } from './caveat-forms.ts'
import type { ListedCaveat } from './caveats-of.ts'
import { noCaveat, readCaveat, readLift, readReview, typedCaveat } from './form.ts'
import { targetWords } from './target-words.ts'
import { caveatsView } from './view.ts'

/** Who can be the owner of a caveat: whoever leads cases here, or could. */
async function ownersOf(visit: PersonVisit) {
  const { people, nameOf } = await namedPeople(visit)
  const all = [...whoCanHave('coordinator', people), ...whoCanHave('designated-doctor', people)]
  const owners = [...new Map(all.map((one) => [one.personId, one])).values()]
  return { owners, ids: owners.map(({ personId }) => personId), nameOf }
}

async function caveatsOf(visit: PersonVisit, { caseId }: OpenedCase) {
  return (await caseReview(visit).caveat.list.query({ areaId: visit.areaId, caseId })).caveats
}

/** What of a case stands under a caveat. */
const caveatsPage = personPage('/cases/:caseId/caveats', {
  permission: 'case:read',
  async show(visit) {
    const found = await openedCase(visit)
    const { caseId, requests } = found
    const { nameOf } = await namedPeople(visit)
    const today = visit.parts.clock.today()
    return caseScreen(visit, found, {
      title: 'Caveats',
      current: '/caveats',
      main: caveatsView({ caseId, requests, nameOf, today, caveats: await caveatsOf(visit, found) }),
    })
  },
})

type Target = ListedCaveat['target']

/** What the address says is to stand under a caveat. @throws Refusal `not-found` */
function askedTarget(visit: PersonVisit): Target {
  const documentId = DocumentId.safeParse(visit.query('document'))
  if (documentId.success) return { of: 'document', documentId: documentId.data }
  const familyQuestionId = FamilyQuestionId.safeParse(visit.query('question'))
  if (familyQuestionId.success) return { of: 'family-question', familyQuestionId: familyQuestionId.data }
  const request = InformationRequestId.safeParse(visit.query('request'))
  const form = FormName.safeParse(visit.query('form'))
  if (!request.success || !form.success) throw new Refusal('not-found')
  const part = visit.query('part') || null
  return { of: 'return', informationRequestId: request.data, form: form.data, part }
}

/** Where the caveat came from: one goes back there. */
function pathOf(caseId: string, target: Target): string {
  switch (target.of) {
    case 'document':
      return `/cases/${caseId}/documents`
    case 'family-question':
      return `/cases/${caseId}/family/questions/${target.familyQuestionId}`
    case 'return':
      return `/cases/${caseId}/requests/${target.informationRequestId}`
  }
}

const newCaveatPage = personPage('/cases/:caseId/caveats/new', {
  permission: 'caveat:record',
  async show(visit, again) {
    const target = askedTarget(visit)
    const found = await openedCase(visit)
    const about = targetWords(target, { requests: found.requests, formVersion: null, documentNumber: null })
    if (about === null) throw new Refusal('not-found')
    const { owners } = await ownersOf(visit)
    return caseScreen(visit, found, {
      title: 'Put under a caveat',
      current: '/caveats',
      backLink: pathOf(found.caseId, target),
      main: newCaveatView({
        hidden: visit.formFields,
        about,
        owners,
        typed: again ? typedCaveat(again.form) : noCaveat,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const target = askedTarget(visit)
    const { caseId } = await openedCase(visit)
    const { ids } = await ownersOf(visit)
    const read = readCaveat(typedCaveat(form), ids, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    await caseReview(visit).caveat.record.mutate({ areaId, caseId, target, key: form.key, ...read.value })
    return new GoTo(pathOf(caseId, target))
  },
})

/** A caveat of the case. @throws Refusal `not-found` */
async function oneCaveat(visit: PersonVisit) {
  const found = await openedCase(visit)
  const asked = CaveatId.safeParse(visit.param('caveatId'))
  const caveat = (await caveatsOf(visit, found)).find(({ caveatId }) => caveatId === asked.data)
  if (caveat === undefined) throw new Refusal('not-found')
  return { found, caveat }
}

const oneCaveatPage = personPage('/cases/:caseId/caveats/:caveatId', {
  permission: 'case:read',
  async show(visit, again) {
    const { found, caveat } = await oneCaveat(visit)
    const { caseId, requests } = found
    const { owners, nameOf } = await ownersOf(visit)
    const said = caveat.entries.find(({ what }) => what !== 'lifted')?.note
    const { owner } = caveat
    const before = { ...noCaveat, why: said?.why ?? '', askedBy: said?.askedBy ?? '' }
    return caseScreen(visit, found, {
      title: 'A caveat',
      current: '/caveats',
      backLink: `/cases/${caseId}/caveats`,
      main: oneCaveatView({
        caseId,
        requests,
        nameOf,
        today: visit.parts.clock.today(),
        hidden: visit.formFields,
        caveat,
        typed:
          again?.form.action === 'review'
            ? typedCaveat(again.form)
            : { ...before, owner: owner ?? 'coordinator' },
        liftWhy: again?.form.action === 'lift' ? again.form.text('liftWhy') : '',
        owners,
        mayRecord: visit.mayDo('caveat:record'),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('caveat:record')) throw new Refusal('forbidden')
    const { found, caveat } = await oneCaveat(visit)
    const { caseId } = found
    const version = Number(form.text('version'))
    if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
    const change = { areaId: visit.areaId, caseId, caveatId: caveat.caveatId, version, key: form.key }
    if (form.action === 'lift') {
      const read = readLift(form.text('liftWhy'))
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).caveat.lift.mutate({ ...change, why: read.value.liftWhy })
    } else {
      const { ids } = await ownersOf(visit)
      const read = readReview(typedCaveat(form), ids, visit.parts.clock.today())
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).caveat.review.mutate({ ...change, ...read.value })
    }
    return new GoTo(`/cases/${caseId}/caveats`)
  },
})

export const caseCaveatPages: readonly PageRoute[] = [caveatsPage, newCaveatPage, oneCaveatPage]
