import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { codingIdOf, doubleCoding } from '../second-coding/read-coding.ts'
import { readSettling, typedSettling } from './form.ts'
import { codingComparedTitle, comparedView } from './view.ts'

/** Both codings of a case side by side, once the second is final, and the form that settles what they differ in. */
export const codingComparedPage = personPage('/double-coding/:codingId/compare', {
  permission: 'double-coding:adjudicate',
  async show(visit, again) {
    const codingId = codingIdOf(visit)
    const compared = await doubleCoding(visit).compare.query({ areaId: visit.areaId, codingId })
    return {
      title: codingComparedTitle,
      section: 'Cases coded twice',
      reference: compared.reference,
      backLink: '/double-coding',
      main: comparedView({
        ...compared,
        hidden: visit.formFields,
        typed: again === null ? { holds: '', reason: '' } : typedSettling(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const codingId = codingIdOf(visit)
    const read = readSettling(typedSettling(posted))
    if (!read.ok) return new Problems(read.errors)
    const settled = { areaId: visit.areaId, codingId, ...read.value, key: posted.key }
    await doubleCoding(visit).adjudicate.mutate(settled)
    return new GoTo(`/double-coding/${codingId}/compare`)
  },
})
