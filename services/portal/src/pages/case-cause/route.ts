import { CauseLetterId, londonDate, Refusal } from '@cdop/domain'
import { NotDrawn, taggedLetter } from '@cdop/paper'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { versionChosen } from '../../typed-form/two-versions.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import {
  noAnswering,
  noSending,
  readAnswering,
  readSending,
  readText,
  typedAnswering,
  typedSending,
} from './form.ts'
import { causeLettersTitle, causeLettersView, causeLetterView } from './view.ts'

const PATH = '/registered-cause'

async function opened(visit: PersonVisit) {
  const found = await openedCase(visit)
  return {
    found,
    base: `/cases/${found.caseId}${PATH}`,
    asked: { areaId: visit.areaId, caseId: found.caseId },
  }
}

/** @throws Refusal `not-found` */
async function oneLetter(visit: PersonVisit) {
  const of = await opened(visit)
  const id = CauseLetterId.safeParse(visit.param('causeLetterId'))
  if (!id.success) throw new Refusal('not-found')
  const letter = await caseReview(visit).causeLetter.read.query({ ...of.asked, causeLetterId: id.data })
  return { ...of, letter }
}

const causeLettersPage = personPage(`/cases/:caseId${PATH}`, {
  permission: 'case:read',
  async show(visit) {
    const { found, base, asked } = await opened(visit)
    const { letters } = await caseReview(visit).causeLetter.list.query(asked)
    return caseScreen(visit, found, {
      title: causeLettersTitle,
      current: PATH,
      main: causeLettersView({ base, letters, mayOpen: visit.mayDo('proceeding:record') }),
    })
  },
})

const causeLetterPage = personPage(`/cases/:caseId${PATH}/:causeLetterId`, {
  permission: 'proceeding:record',
  async show(visit, again) {
    const { found, base, letter } = await oneLetter(visit)
    const action = again?.form.action
    const typed = again !== null && action === 'save' ? again.form.text('text') : letter.text
    return caseScreen(visit, found, {
      title: 'Letter about the registered cause',
      current: PATH,
      backLink: base,
      main: causeLetterView({
        base,
        letter,
        // What was refused goes on from the version it was written from: what somebody else wrote since is not lost.
        version: again !== null && action === 'save' ? versionChosen(again.form) : letter.version,
        hidden: visit.formFields,
        text: typed,
        sending: again !== null && action === 'sent' ? typedSending(again.form) : noSending,
        answering: again !== null && action === 'answered' ? typedAnswering(again.form) : noAnswering,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { base, asked, letter } = await oneLetter(visit)
    const { causeLetterId } = letter
    const of = { ...asked, causeLetterId, version: versionChosen(form), key: form.key }
    const { change } = caseReview(visit).causeLetter
    const today = visit.parts.clock.today()
    if (form.action === 'withdraw') await change.mutate({ ...of, change: { state: 'withdrawn' } })
    else if (form.action === 'save') {
      const read = readText(form)
      if (!read.ok) return new Problems(read.errors)
      await change.mutate({ ...of, change: { state: 'drafted', ...read.value } })
    } else if (form.action === 'sent') {
      const read = readSending(form, today)
      if (!read.ok) return new Problems(read.errors)
      await change.mutate({ ...of, change: { state: 'sent', ...read.value } })
    } else if (form.action === 'answered') {
      const read = readAnswering(form, today)
      if (!read.ok) return new Problems(read.errors)
      await change.mutate({ ...of, change: { state: 'answered', ...read.value } })
    } else throw new Refusal('unreadable')
    return new GoTo(`${base}/${causeLetterId}`)
  },
})

const causeLetterPdf = personPage(`/cases/:caseId${PATH}/:causeLetterId/pdf`, {
  permission: 'proceeding:record',
  async show(visit) {
    const { found, letter } = await oneLetter(visit)
    const datedOn = letter.sentOn ?? londonDate(visit.parts.clock.now())
    const paper = { title: 'Letter', datedOn, language: 'en', text: letter.text }
    const pdf = await taggedLetter(paper).catch((thrown: unknown) => {
      if (thrown instanceof NotDrawn) throw new Refusal('letter-not-drawn')
      throw thrown
    })
    return new Response(pdf, {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="letter-${found.reference}.pdf"`,
      },
    })
  },
})

export const caseCausePages: readonly PageRoute[] = [causeLettersPage, causeLetterPage, causeLetterPdf]
