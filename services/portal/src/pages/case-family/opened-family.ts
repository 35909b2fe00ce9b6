import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { identityBar } from '../../components/identity-bar.ts'
import { Elsewhere, type Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { caseFrameFor, caseIdOf, caseReview } from '../case-frame/opened-case.ts'

/** What is kept of the family of a page. Audited by case-review before it is answered. @throws Elsewhere once merged */
export async function openedFamily(visit: PersonVisit) {
  return (await openedWith(visit, false)).family
}
export type OpenedFamily = Awaited<ReturnType<typeof openedFamily>>
export type FamilyMember = OpenedFamily['members'][number]
export type FamilyQuestion = OpenedFamily['questions'][number]

/** As `openedFamily`, with the child's name from intake, audited there too. */
export async function openedByName(visit: PersonVisit) {
  const { family, pass } = await openedWith(visit, true)
  if (pass === null) throw new Refusal('not-found')
  const asked = { areaId: visit.areaId, caseIds: [family.caseId], pass }
  const [identity] = await visit.call<IntakeRouter>('intake').identity.read.query(asked)
  if (identity === undefined) throw new Refusal('not-found')
  return { family, child: identity, childName: `${identity.givenNames} ${identity.familyName}` }
}

async function openedWith(visit: PersonVisit, named: boolean) {
  const asked = { areaId: visit.areaId, caseId: caseIdOf(visit), named }
  const opened = await caseReview(visit).family.open.query(asked)
  const { mergedInto } = opened.family
  if (mergedInto !== null) throw new Elsewhere(`/cases/${mergedInto.caseId}/family`)
  return opened
}

/** Where the family's own page is. */
export const familyPath = ({ caseId }: Pick<OpenedFamily, 'caseId'>) => `/cases/${caseId}/family`

/** Whoever sees the whole case works in its frame; a key worker sees the family alone. */
export const seesWholeCase = (visit: PersonVisit) => visit.mayDo('case:read')

type FamilyScreen = Pick<Screen, 'title' | 'main'> & {
  /** The child's name and a way to hide it, or to show it again. */
  child?: { name: string | null; action: NonNullable<Parameters<typeof identityBar>[0]['actions']> }
}

/** A page about a family: in the frame of its case for whoever sees that, else beneath the reference alone. */
export async function familyScreen(
  visit: PersonVisit,
  family: OpenedFamily,
  { child, ...screen }: FamilyScreen,
): Promise<Screen> {
  const { reference, ageBand, diedOn } = family
  if (seesWholeCase(visit)) {
    const before = await caseFrameFor(visit, family, '/family')
    return { ...screen, section: 'Cases', reference, before }
  }
  const before = identityBar({
    reference,
    facts: [
      ...(child?.name == null ? [] : [{ term: 'Child', value: child.name }]),
      { term: 'Age at death', value: ageBandWords[ageBand] },
      { term: 'Died', value: writtenDate(diedOn) },
    ],
    ...(child && { actions: child.action }),
  })
  return { ...screen, section: 'Your families', reference, before }
}
