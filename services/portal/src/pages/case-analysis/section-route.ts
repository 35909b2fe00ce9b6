import { FactorDomain, Refusal } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notSavedInset } from '../../statutory-form/not-saved.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { panelCaseBar } from '../case-pack/view.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { categoryGuide, categoryReasons } from './category-reasons.ts'
import { factorGuide } from './factor-guide.ts'
import { proposedCategories, readKnown, suggestedFactors } from './known-of-case.ts'
import { meetingsOnSection } from './meeting-views.ts'
import { olderScoresOn } from './older-scores.ts'
import { chosenCategories } from './primary-category.ts'
import { factorAnalysis, readAnalysis, readMeetings } from './read-analysis.ts'
import { analysisFormName } from './view.ts'

type ReadAnalysis = Awaited<ReturnType<typeof readAnalysis>>

/** @throws Refusal `not-found` when the form has no such section */
function sectionPage(visit: PersonVisit, { form, answers }: ReadAnalysis): SectionPage {
  const section = visit.param('section')
  if (!form.pages.some(({ linkId }) => linkId === section)) throw new Refusal('not-found')
  return { form, section, answers, today: visit.parts.clock.today() }
}

const cameFromCheck = (visit: PersonVisit) => visit.query('from') === 'check'

/**
 * Beside the question on the category what agencies' answers suggest, what each one means, and why the saved ones make one of
 * them the primary one; beside those on a domain which factors are suggested, and what each factor means.
 */
async function besideSection(
  visit: PersonVisit,
  { caseId, item }: ReadAnalysis,
  { form, section, answers }: SectionPage,
): Promise<Html | null> {
  const today = visit.parts.clock.today()
  // What agencies answered goes with the pack.
  const known = async () => (item.pack === 'open' ? readKnown(visit, caseId) : null)
  if (section === 'category') {
    const answered = await known()
    return html`${answered && proposedCategories(answered, today)}${categoryGuide(today)}${categoryReasons(chosenCategories(form, answers))}`
  }
  const domain = FactorDomain.options.find((one) => section === `${one}-domain`)
  if (domain === undefined) return null
  const answered = await known()
  return html`${answered && suggestedFactors(answered, domain, today)}${factorGuide(domain, today)}`
}

/** One section of the analysis form. */
export const analysisSectionPage = personPage(
  '/panel-meetings/:panelMeetingId/cases/:caseId/analysis/sections/:section',
  {
    permission: 'analysis:draft',
    async show(visit, again) {
      const read = await readAnalysis(visit)
      const { base, item, heldOn, state } = read
      if (state === 'agreed' && again === null) return new GoTo(`${base}/analysis/agreed`)
      const page = sectionPage(visit, read)
      const model = sectionModel(page, again)
      const stale = again?.refusal?.code === 'stale'
      const meetings = meetingsOnSection(await readMeetings(visit, read), page.section)
      const before = await olderScoresOn(visit, read, page.section)
      const below = html`${await besideSection(visit, read, page)}${meetings}${before}`
      const version = stale || again === null ? read.version : postedVersion(again.form)
      return {
        title: sectionTitle(model),
        section: meetingTitle(heldOn),
        reference: item.reference,
        backLink: cameFromCheck(visit) ? `${base}/analysis/check` : `${base}/analysis`,
        before: panelCaseBar(item),
        main: sectionView({
          model,
          caption: analysisFormName,
          hidden: html`${visit.formFields}${versionField(version)}`,
          savedByOthers: stale ? page : undefined,
          ...(state === 'agreed' && { above: notSavedInset('the panel has agreed the analysis') }),
          below,
        }),
      }
    },
    async post(visit, posted) {
      const version = postedVersion(posted)
      const read = await readAnalysis(visit)
      const { base, caseId, pass, form } = read
      const page = sectionPage(visit, read)
      const answers = readSection(page, posted)
      if (answers instanceof Problems) return answers
      await factorAnalysis(visit).analysis.saveDraft.mutate({
        areaId: visit.areaId,
        caseId,
        pass,
        key: posted.key,
        version,
        formVersion: form.version,
        answers,
      })
      if (cameFromCheck(visit)) return new GoTo(`${base}/analysis/check`)
      const next = form.pages[form.pages.findIndex(({ linkId }) => linkId === page.section) + 1]
      return new GoTo(next === undefined ? `${base}/analysis` : `${base}/analysis/sections/${next.linkId}`)
    },
  },
)
