import { Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { categoryGuide } from '../case-analysis/category-reasons.ts'
import { doubleCoding, readCoding } from './read-coding.ts'
import { codingBar, secondCodingCaption } from './view.ts'

type ReadCoding = Awaited<ReturnType<typeof readCoding>>

/** @throws Refusal `not-found` when the form has no such section */
function sectionPage(visit: PersonVisit, { form, answers }: ReadCoding): SectionPage {
  const section = visit.param('section')
  if (!form.pages.some(({ linkId }) => linkId === section)) throw new Refusal('not-found')
  return { form, section, answers, today: visit.parts.clock.today() }
}

const cameFromCheck = (visit: PersonVisit) => visit.query('from') === 'check'

/** One section of the second coding. */
export const secondCodingSectionPage = personPage('/double-coding/:codingId/sections/:section', {
  permission: 'double-coding:code',
  async show(visit, again) {
    const read = await readCoding(visit)
    const { base, pack, state } = read
    if (state === 'final' && again === null) return new GoTo(`${base}/compare`)
    const page = sectionPage(visit, read)
    const model = sectionModel(page, again)
    const stale = again?.refusal?.code === 'stale'
    const version = stale || again === null ? read.version : postedVersion(again.form)
    const guide = page.section === 'category' ? categoryGuide(visit.parts.clock.today()) : null
    return {
      title: sectionTitle(model),
      section: 'Cases coded twice',
      reference: pack.reference,
      backLink: cameFromCheck(visit) ? `${base}/check` : base,
      before: codingBar(pack),
      main: sectionView({
        model,
        caption: secondCodingCaption,
        hidden: html`${visit.formFields}${versionField(version)}`,
        savedByOthers: stale ? page : undefined,
        ...(guide !== null && { below: guide }),
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const read = await readCoding(visit)
    const { base, codingId, form } = read
    const page = sectionPage(visit, read)
    const answers = readSection(page, posted)
    if (answers instanceof Problems) return answers
    const draft = { areaId: visit.areaId, codingId, version, formVersion: form.version, answers }
    await doubleCoding(visit).save.mutate({ ...draft, key: posted.key })
    if (cameFromCheck(visit)) return new GoTo(`${base}/check`)
    const next = form.pages[form.pages.findIndex(({ linkId }) => linkId === page.section) + 1]
    return new GoTo(next === undefined ? base : `${base}/sections/${next.linkId}`)
  },
})
