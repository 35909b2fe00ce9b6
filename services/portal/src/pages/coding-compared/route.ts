import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { factorNames } from '../../wording/coding-words.ts'
import { codingIdOf, doubleCoding } from '../second-coding/read-coding.ts'
import { nothingTyped, readSettling, typedSettling } from './form.ts'
import { codingComparedTitle, comparedView } from './view.ts'

/** Both codings of a case side by side, once the second is final, and the form that settles what they differ in. */
export const codingComparedPage = personPage('/double-coding/:codingId/compare', {
  permission: 'double-coding:adjudicate',
  async show(visit, again) {
    const codingId = codingIdOf(visit)
    const compared = await doubleCoding(visit).compare.query({ areaId: visit.areaId, codingId })
    const codes = compared.asked.factors.map(({ code }) => code)
    return {
      title: codingComparedTitle,
      section: 'Cases coded twice',
      reference: compared.reference,
      backLink: '/double-coding',
      main: comparedView({
        ...compared,
        factorWords: (code) => factorNames(visit.parts.clock.today()).get(code) ?? code,
        hidden: visit.formFields,
        typed: again === null ? nothingTyped : typedSettling(again.form, codes),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const codingId = codingIdOf(visit)
    const { areaId } = visit
    // Which factors are asked about is what the panels named, not what was posted.
    const { asked } = await doubleCoding(visit).compare.query({ areaId, codingId })
    const codes = asked.factors.map(({ code }) => code)
    const read = readSettling(typedSettling(posted, codes))
    if (!read.ok) return new Problems(read.errors)
    try {
      await doubleCoding(visit).adjudicate.mutate({ areaId, codingId, ...read.value, key: posted.key })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'modifiability-contradicts-factors') throw thrown
      return new Problems([{ text: thrown.says, href: '#modifiability' }])
    }
    return new GoTo(`/double-coding/${codingId}/compare`)
  },
})
