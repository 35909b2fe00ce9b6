import { isKeyWorkerOn } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import {
  familyPath,
  familyScreen,
  type OpenedFamily,
  openedByName,
  openedFamily,
} from '../case-family/opened-family.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { noLetter, readLetterAsked, typedLetter } from './form.ts'
import { letterPages } from './letter-route.ts'
import { lettersOf } from './opened-letter.ts'
import { lettersView, newLetterView } from './view.ts'

/** The letters to the parents and carers of a child. */
const lettersPage = personPage('/cases/:caseId/family/letters', {
  permission: 'family:read',
  async show(visit) {
    const family = await openedFamily(visit)
    const letters = await lettersOf(visit, family.caseId)
    return familyScreen(visit, family, {
      title: 'Letters',
      main: lettersView(family, letters, visit.mayDo('family:record')),
    })
  },
})

/** Who signs a letter, unless somebody types another: the family's key worker of today. */
async function signer(visit: PersonVisit, { keyWorkers }: OpenedFamily): Promise<string> {
  const today = visit.parts.clock.today()
  const now = keyWorkers.find((one) => isKeyWorkerOn(today, one))?.personId
  if (now === undefined) return ''
  return (await displayNames(visit.parts.database.sql, [now])).get(now) ?? ''
}

const newLetterPage = personPage('/cases/:caseId/family/letters/new', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const letters = await lettersOf(visit, family.caseId)
    return familyScreen(visit, family, {
      title: 'Write a letter',
      main: newLetterView({
        family,
        letters,
        hidden: visit.formFields,
        typed: again ? typedLetter(again.form) : noLetter(await signer(visit, family)),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const read = readLetterAsked(typedLetter(form), family)
    if (!read.ok) return new Problems(read.errors)
    const { languages } = await lettersOf(visit, family.caseId)
    const { member: familyMemberId, stage, language, ...values } = read.value
    if (!languages.find((one) => one.stage === stage)?.languages.includes(language)) {
      return new Problems([{ text: 'Your area has no such letter in this language', href: '#language' }])
    }
    const { givenNames } = (await openedByName(visit)).child
    const { familyLetterId } = await caseReview(visit).letter.draft.mutate({
      areaId: visit.areaId,
      caseId: family.caseId,
      key: form.key,
      familyMemberId,
      stage,
      language,
      child: givenNames.trim().split(/\s+/)[0] ?? givenNames,
      ...values,
    })
    return new GoTo(`${familyPath(family)}/letters/${familyLetterId}`)
  },
})

export const caseLetterPages: readonly PageRoute[] = [lettersPage, newLetterPage, ...letterPages]
