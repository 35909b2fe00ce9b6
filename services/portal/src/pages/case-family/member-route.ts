import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { memberAsTyped, noMember, readMember, typedMember } from './member-form.ts'
import { memberView } from './member-view.ts'
import {
  type FamilyMember,
  familyPath,
  familyScreen,
  type OpenedFamily,
  openedFamily,
} from './opened-family.ts'

const newMemberPage = personPage('/cases/:caseId/family/members/new', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const typed = again ? typedMember(again.form) : noMember
    return familyScreen(visit, family, {
      title: 'Add a parent or carer',
      main: memberView({ hidden: visit.formFields, typed, errors: again?.errors ?? [], known: null }),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const read = readMember({ ...typedMember(form), wrong: false }, null)
    if (!read.ok) return new Problems(read.errors)
    const { caseId } = family
    const record = { areaId: visit.areaId, caseId, key: form.key, changes: null, ...read.value }
    await caseReview(visit).family.recordMember.mutate(record)
    return new GoTo(familyPath(family))
  },
})

/** A parent or carer of the family. @throws Refusal `not-found` */
async function oneMember(visit: PersonVisit) {
  const family = await openedFamily(visit)
  const member = family.members.find(
    ({ familyMemberId, inError }) => familyMemberId === visit.param('familyMemberId') && !inError,
  )
  if (member === undefined) throw new Refusal('not-found')
  return { family, member }
}

/** What was recorded of one of them being contacted. */
const marksOf = ({ contactMarks }: OpenedFamily, { familyMemberId }: FamilyMember) =>
  contactMarks.filter((mark) => mark.familyMemberId === familyMemberId)

/** The version a form was made from. @throws Refusal `unreadable` */
export function versionIn(form: PostedForm, least: number): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < least) throw new Refusal('unreadable')
  return version
}

const memberPage = personPage('/cases/:caseId/family/members/:familyMemberId', {
  permission: 'family:record',
  async show(visit, again) {
    const { family, member } = await oneMember(visit)
    return familyScreen(visit, family, {
      title: 'A parent or carer',
      main: memberView({
        hidden: visit.formFields,
        typed: again ? typedMember(again.form) : memberAsTyped(member),
        errors: again?.errors ?? [],
        known: { ...member, marks: marksOf(family, member), mayAllow: visit.mayDo('family:allow-contact') },
      }),
    })
  },
  async post(visit, form) {
    const { family, member } = await oneMember(visit)
    const { familyMemberId } = member
    const read = readMember(typedMember(form), member)
    if (!read.ok) return new Problems(read.errors)
    const changes = { familyMemberId, version: versionIn(form, 1) }
    const record = { areaId: visit.areaId, caseId: family.caseId, key: form.key, changes, ...read.value }
    await caseReview(visit).family.recordMember.mutate(record)
    return new GoTo(familyPath(family))
  },
})

export const memberPages: readonly PageRoute[] = [newMemberPage, memberPage]
