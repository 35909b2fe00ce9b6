import { Refusal } from '@cdop/domain'
import { NotDrawn, taggedLetter } from '@cdop/paper'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { versionChosen } from '../../typed-form/two-versions.ts'
import { familyPath, familyScreen, openedFamily } from '../case-family/opened-family.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { noGiving, readGiving, readText, typedGiving } from './form.ts'
import { letterView, printView } from './letter-view.ts'
import { letterIdOf, type OpenLetter, openedLetter } from './opened-letter.ts'

const letterPage = personPage('/cases/:caseId/family/letters/:familyLetterId', {
  permission: 'family:read',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const letter = await openedLetter(visit, family.caseId)
    return familyScreen(visit, family, {
      title: 'A letter',
      main: letterView({
        family,
        letter,
        hidden: visit.formFields,
        mayRecord: visit.mayDo('family:record'),
        ...wordsOf(letter, again),
        knowsWish: again !== null && again.form.all('knowsWish').length > 0,
        giving: again?.form.action === 'give' ? typedGiving(again.form) : noGiving(letter),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const letter = await openedLetter(visit, family.caseId)
    const problems = await act(visit, form, { caseId: family.caseId, letter })
    return problems ?? new GoTo(`${familyPath(family)}/letters/${letter.familyLetterId}`)
  },
})

/**
 * The words in the draft's form and the version they are sent with: the newest where they are what is saved, be it that
 * only finishing was refused; else the one they were written from, so that what somebody else wrote since is not lost.
 */
function wordsOf({ content, version }: OpenLetter, again: Again | null) {
  if (again === null || again.form.action === 'give' || again.form.action === 'withdraw')
    return { text: content.text, version, savedMeanwhile: false }
  const text = again.form.text('text')
  if (text.trim().normalize('NFC') === content.text) return { text, version, savedMeanwhile: false }
  return { text, version: versionChosen(again.form), savedMeanwhile: again.refusal?.code === 'stale' }
}

type Acted = { caseId: Parameters<typeof openedLetter>[1]; letter: OpenLetter }

/** Does what the pressed button says; the mistakes when it cannot. */
async function act(
  visit: PersonVisit,
  form: PostedForm,
  { caseId, letter }: Acted,
): Promise<Problems | null> {
  const { letter: service } = caseReview(visit)
  const { familyLetterId } = letter
  const change = { areaId: visit.areaId, caseId, familyLetterId, version: versionChosen(form), key: form.key }
  if (form.action === 'withdraw') {
    await service.withdraw.mutate(change)
    return null
  }
  if (form.action === 'give') {
    const read = readGiving(typedGiving(form), letter, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    await service.give.mutate({ ...change, ...read.value })
    return null
  }
  if (form.action !== 'save' && form.action !== 'finish') throw new Refusal('unreadable')
  const read = readText(form.text('text'))
  if (!read.ok) return new Problems(read.errors)
  const saved = await service.save.mutate({ ...change, ...read.value })
  if (form.action === 'finish') {
    const knowsWish = form.all('knowsWish').length > 0
    await service.finalise.mutate({ ...change, ...saved, knowsWish })
  }
  return null
}

/** The letter as it is disclosed: audited by case-review before it is answered. */
function printed(visit: PersonVisit, caseId: Acted['caseId']) {
  const familyLetterId = letterIdOf(visit)
  return caseReview(visit).letter.print.query({ areaId: visit.areaId, caseId, familyLetterId })
}

const printPage = personPage('/cases/:caseId/family/letters/:familyLetterId/print', {
  permission: 'family:record',
  async show(visit) {
    const family = await openedFamily(visit)
    return familyScreen(visit, family, {
      title: 'The letter for printing',
      main: printView(await printed(visit, family.caseId)),
    })
  },
})

/** BCP 47 of the languages letters are most often in; a reader of the file is told of no other. */
const tags: Readonly<Record<string, string>> = {
  english: 'en',
  polish: 'pl',
  romanian: 'ro',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  italian: 'it',
  lithuanian: 'lt',
  czech: 'cs',
  slovak: 'sk',
  turkish: 'tr',
  somali: 'so',
  welsh: 'cy',
  ukrainian: 'uk',
  russian: 'ru',
}

const pdfPage = personPage('/cases/:caseId/family/letters/:familyLetterId/pdf', {
  permission: 'family:record',
  async show(visit) {
    const { caseId } = await openedFamily(visit)
    const { reference, language, text, datedOn } = await printed(visit, caseId)
    const letter = { title: 'Letter', datedOn, language: tags[language] ?? null, text }
    const pdf = await taggedLetter(letter).catch((thrown: unknown) => {
      if (thrown instanceof NotDrawn) throw new Refusal('letter-not-drawn')
      throw thrown
    })
    return new Response(pdf, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="letter-${reference}.pdf"`,
      },
    })
  },
})

export const letterPages: readonly PageRoute[] = [letterPage, printPage, pdfPage]
