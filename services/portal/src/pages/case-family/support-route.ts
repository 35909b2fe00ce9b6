import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { familyPath, familyScreen, openedFamily } from './opened-family.ts'
import { noTelling, readSupport, typedTelling } from './telling-form.ts'
import { supportView } from './telling-view.ts'

/** The leaflet "When a Child Dies" and support in bereavement: what each parent was given, offered and took up. */
export const supportPage = personPage('/cases/:caseId/family/support', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const typed = again ? typedTelling(again.form) : noTelling
    return familyScreen(visit, family, {
      title: 'Leaflet and support in bereavement',
      main: supportView(family, visit.formFields, typed, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const read = readSupport(typedTelling(form), family, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { member: familyMemberId, support, toldHow: channel, ...rest } = read.value
    const told = { what: 'support' as const, support }
    const change = { areaId: visit.areaId, caseId: family.caseId, key: form.key }
    await caseReview(visit).family.tell.mutate({ ...change, ...rest, familyMemberId, told, channel })
    return new GoTo(familyPath(family))
  },
})
