import { Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { calibrationTitle } from '../calibration/view.ts'
import { categoryGuide } from '../case-analysis/category-reasons.ts'
import { calibration, type ReadCase, readCase } from './read-case.ts'
import { calibrationCaption, caseText } from './view.ts'

/** @throws Refusal `not-found` when the section is not asked of an invented case */
function sectionPage(visit: PersonVisit, { form, answers, asked }: ReadCase): SectionPage {
  const section = visit.param('section')
  if (!asked.includes(section)) throw new Refusal('not-found')
  return { form, section, answers, today: visit.parts.clock.today() }
}

const cameFromCheck = (visit: PersonVisit) => visit.query('from') === 'check'

/** One section of one's own coding of an invented case, with the text below it. */
export const calibrationSectionPage = personPage('/calibration/cases/:caseKey/sections/:section', {
  permission: 'calibration:code',
  async show(visit, again) {
    const read = await readCase(visit)
    const { base, state } = read
    if (state === 'final' && again === null) return new GoTo(`${base}/compared`)
    const page = sectionPage(visit, read)
    const model = sectionModel(page, again)
    const stale = again?.refusal?.code === 'stale'
    const version = stale || again === null ? read.version : postedVersion(again.form)
    const guide = page.section === 'category' ? categoryGuide(visit.parts.clock.today()) : null
    return {
      title: sectionTitle(model),
      section: calibrationTitle,
      backLink: cameFromCheck(visit) ? `${base}/check` : base,
      main: sectionView({
        model,
        caption: calibrationCaption,
        hidden: html`${visit.formFields}${versionField(version)}`,
        savedByOthers: stale ? page : undefined,
        below: html`${guide}${caseText(read)}`,
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const read = await readCase(visit)
    const { base, caseKey, form, asked } = read
    const page = sectionPage(visit, read)
    const answers = readSection(page, posted)
    if (answers instanceof Problems) return answers
    const draft = { areaId: visit.areaId, caseKey, version, formVersion: form.version, answers }
    await calibration(visit).save.mutate({ ...draft, key: posted.key })
    if (cameFromCheck(visit)) return new GoTo(`${base}/check`)
    const next = asked[asked.indexOf(page.section) + 1]
    return new GoTo(next === undefined ? base : `${base}/sections/${next}`)
  },
})
