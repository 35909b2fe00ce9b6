import { Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseIdOf } from '../case-frame/opened-case.ts'
import { switchNames, switchTo } from '../case-frame/own-name.ts'
import { avoidedDatesPage } from './date-route.ts'
import { keyWorkersPage } from './key-worker-route.ts'
import { memberPages } from './member-route.ts'
import { familyPath, familyScreen, openedByName, openedFamily, seesWholeCase } from './opened-family.ts'
import { portraitPage } from './portrait-route.ts'
import { questionPages } from './question-route.ts'
import { supportPage } from './support-route.ts'
import { familyView } from './view.ts'

/**
 * The family of a child who died. A key worker sees the child's name on opening, and can hide it for a screen others see, until the session ends;
 * whoever sees the whole case asks for the name on its overview.
 */
const familyPage = personPage('/cases/:caseId/family', {
  permission: 'family:read',
  async show(visit) {
    const named = seesWholeCase(visit) || visit.visitor.namesHidden ? null : await openedByName(visit)
    const family = named?.family ?? (await openedFamily(visit))
    const people = [
      ...family.keyWorkers.map(({ personId }) => personId),
      ...family.questions.flatMap(({ answers }) => answers.map(({ recordedBy }) => recordedBy)),
    ]
    const action = switchTo(visit, familyPath(family))
    return familyScreen(visit, family, {
      title: 'Family',
      child: { name: named?.childName ?? null, action },
      main: familyView({
        family,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        mayRecord: visit.mayDo('family:record'),
        mayAssign: visit.mayDo('family:assign'),
        today: visit.parts.clock.today(),
      }),
    })
  },
  async post(visit, form) {
    if (!(await switchNames(visit, form))) throw new Refusal('unreadable')
    return new GoTo(familyPath({ caseId: caseIdOf(visit) }))
  },
})

export const caseFamilyPages: readonly PageRoute[] = [
  familyPage,
  keyWorkersPage,
  ...memberPages,
  ...questionPages,
  portraitPage,
  supportPage,
  avoidedDatesPage,
]
