import { summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { sectionStatuses } from '../../statutory-form/section-status.ts'
import { calibrationTitle } from '../calibration/view.ts'
import { calibration, caseKeyOf, type ReadCase, readCase } from './read-case.ts'
import { calibrationSectionPage } from './section-route.ts'
import { caseTitle, caseView, checkCaseTitle, checkCaseView } from './view.ts'

const statuses = ({ form, answers, asked }: ReadCase) =>
  sectionStatuses(form, answers).filter(({ linkId }) => asked.includes(linkId))

/** An invented case and one's own coding of it, never the intended one. */
const calibrationCasePage = personPage('/calibration/cases/:caseKey', {
  permission: 'calibration:code',
  async show(visit) {
    const read = await readCase(visit)
    if (read.state === 'final') return new GoTo(`${read.base}/compared`)
    return {
      title: caseTitle,
      section: calibrationTitle,
      backLink: '/calibration',
      main: caseView({ ...read, sections: statuses(read) }),
    }
  },
})

/** The whole coding once more, and the button that makes it final. */
const checkCalibrationPage = personPage('/calibration/cases/:caseKey/check', {
  permission: 'calibration:code',
  async show(visit) {
    const read = await readCase(visit)
    const { base, form, answers, asked, version } = read
    if (read.state === 'final') return new GoTo(`${base}/compared`)
    return {
      title: checkCaseTitle,
      section: calibrationTitle,
      backLink: base,
      main: checkCaseView({
        base,
        hidden: html`${visit.formFields}${versionField(version)}`,
        sections: summary(form, answers).filter(({ linkId }) => asked.includes(linkId)),
        unfinished: statuses(read).filter(({ status }) => status !== 'completed'),
      }),
    }
  },
  async post(visit, posted) {
    const caseKey = caseKeyOf(visit)
    const version = postedVersion(posted)
    await calibration(visit).finish.mutate({ areaId: visit.areaId, caseKey, version, key: posted.key })
    return new GoTo(`/calibration/cases/${caseKey}/compared`)
  },
})

export const calibrationCasePages: readonly PageRoute[] = [
  calibrationCasePage,
  checkCalibrationPage,
  calibrationSectionPage,
]
