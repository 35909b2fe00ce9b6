import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { versionIn } from './member-route.ts'
import { familyPath, familyScreen, openedFamily } from './opened-family.ts'
import { readPortrait, readWithdrawal, standingPortrait, typedPortrait } from './portrait-form.ts'
import { portraitTitle, portraitView, TAKE_BACK } from './portrait-view.ts'

/** Who a child was, in the words of the family: recorded, changed, or taken back. */
export const portraitPage = personPage('/cases/:caseId/family/portrait', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const takingBack = again?.form.action === TAKE_BACK
    const standing = standingPortrait(family)
    const typed = again === null ? standing : typedPortrait(again.form)
    return familyScreen(visit, family, {
      title: portraitTitle,
      main: portraitView({
        family,
        hidden: visit.formFields,
        // Taking it back types nothing of the portrait itself.
        typed: takingBack ? { ...standing, toldBy: typed.backBy, toldOn: typed.backOn } : typed,
        errors: again?.errors ?? [],
        takingBack,
      }),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const today = visit.parts.clock.today()
    const typed = typedPortrait(form)
    const place = { areaId: visit.areaId, caseId: family.caseId, key: form.key, version: versionIn(form, 0) }
    if (form.action === TAKE_BACK) {
      const read = readWithdrawal(typed, family, today)
      if (!read.ok) return new Problems(read.errors)
      const { 'back-toldBy': toldBy, 'back-toldOn': toldOn } = read.value
      await caseReview(visit).family.withdrawPortrait.mutate({ ...place, toldBy, toldOn })
    } else {
      const read = readPortrait(typed, family, today)
      if (!read.ok) return new Problems(read.errors)
      await caseReview(visit).family.recordPortrait.mutate({ ...place, ...read.value })
    }
    return new GoTo(familyPath(family))
  },
})
