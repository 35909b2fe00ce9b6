import { summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { sectionStatuses, unfinishedSections } from '../../statutory-form/section-status.ts'
import { codingIdOf, doubleCoding, readCoding } from './read-coding.ts'
import { secondCodingSectionPage } from './section-route.ts'
import { checkCodingTitle, checkCodingView, codingBar, codingView, secondCodingTitle } from './view.ts'

/** A case as a second panel codes it: the pack and the form, never the first coding. */
const secondCodingPage = personPage('/double-coding/:codingId', {
  permission: 'double-coding:code',
  async show(visit) {
    const { base, pack, state, form, answers } = await readCoding(visit)
    if (state === 'final') return new GoTo(`${base}/compare`)
    return {
      title: secondCodingTitle,
      section: 'Cases coded twice',
      reference: pack.reference,
      backLink: '/double-coding',
      before: codingBar(pack),
      main: codingView({ base, pack, sections: sectionStatuses(form, answers) }),
    }
  },
})

/** The whole second coding once more, and the button that makes it final. */
const checkSecondCodingPage = personPage('/double-coding/:codingId/check', {
  permission: 'double-coding:code',
  async show(visit) {
    const { base, pack, state, form, answers, version, meeting } = await readCoding(visit)
    if (state === 'final') return new GoTo(`${base}/compare`)
    return {
      title: checkCodingTitle,
      section: 'Cases coded twice',
      reference: pack.reference,
      backLink: base,
      before: codingBar(pack),
      main: checkCodingView({
        base,
        hidden: html`${visit.formFields}${versionField(version)}`,
        sections: summary(form, answers),
        unfinished: unfinishedSections(form, answers),
        meeting,
      }),
    }
  },
  async post(visit, posted) {
    const codingId = codingIdOf(visit)
    const version = postedVersion(posted)
    await doubleCoding(visit).finish.mutate({ areaId: visit.areaId, codingId, version, key: posted.key })
    return new GoTo(`/double-coding/${codingId}/compare`)
  },
})

export const secondCodingPages: readonly PageRoute[] = [
  secondCodingPage,
  checkSecondCodingPage,
  secondCodingSectionPage,
]
