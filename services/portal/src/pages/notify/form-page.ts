import { Refusal } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { draftPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { DraftVisit } from '../../page/visit.ts'
import { dateMistakes } from '../../statutory-form/date-mistakes.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { notifyAway } from './away.ts'
import { choicesFor, intakeDraft, type OpenedDraft, writableDraft } from './draft.ts'
import { startTitle } from './start-view.ts'
import { askedPages, pageAfter, pageBefore, unfinishedPages } from './steps.ts'

const cameFromCheck = (visit: DraftVisit) => visit.query('from') === 'check'

/** @throws Refusal `not-found` when the form has no such page */
function sectionPage(visit: DraftVisit, { form, answers, area, carried }: OpenedDraft): SectionPage {
  const section = visit.param('page')
  if (!form.pages.some(({ linkId }) => linkId === section)) throw new Refusal('not-found')
  const holdsDates = form.pages.some(
    ({ linkId, items }) => linkId === section && items.some((item) => item.linkId === 'date-of-death'),
  )
  return {
    form,
    section,
    answers,
    today: visit.parts.clock.today(),
    optionsFor: choicesFor(visit, area),
    offered: carried,
    ...(holdsDates && { mistakesIn: dateMistakes }),
  }
}

function backFrom(visit: DraftVisit, { form, answers, paths }: OpenedDraft, page: string): string {
  if (cameFromCheck(visit)) return paths.check
  const before = pageBefore(form, answers, page)
  return before === null ? paths.start : paths.page(before)
}

function comeBackLater(path: string): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${path}">Come back later</a>. We keep each page when
you continue.</p>`
}

/** One page of the form: one group of its questions. Each Continue saves. */
export const formPage = draftPage('/notify/:area/form/:page', {
  whenAway: notifyAway,
  async show(visit, again) {
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const { form, answers, paths, area } = draft
    const page = sectionPage(visit, draft)
    if (!askedPages(form, answers).includes(page.section)) {
      const next = pageAfter(form, answers, page.section)
      return new GoTo(next === null ? paths.check : paths.page(next))
    }
    const model = sectionModel(page, again)
    const stale = again?.refusal?.code === 'stale'
    const version = stale || again === null ? draft.version : postedVersion(again.form)
    return {
      title: sectionTitle(model),
      section: startTitle,
      backLink: backFrom(visit, draft, page.section),
      main: sectionView({
        model,
        caption: `${startTitle}: ${area.name}`,
        hidden: html`${visit.formFields}${versionField(version)}`,
        savedByOthers: stale ? page : undefined,
        below: comeBackLater(paths.save),
        action: `${visit.url.pathname}${visit.url.search}`,
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const page = sectionPage(visit, draft)
    const answers = readSection(page, posted)
    if (answers instanceof Problems) return answers
    const { form, paths } = draft
    await intakeDraft(visit).save.mutate({
      key: posted.key,
      formVersion: form.version,
      version,
      page: page.section,
      answers,
    })
    if (!cameFromCheck(visit)) {
      const next = pageAfter(form, answers, page.section)
      return new GoTo(next === null ? paths.check : paths.page(next))
    }
    // A changed answer may ask something new: that comes first, then the answers to check.
    const [missing] = unfinishedPages(form, answers)
    return new GoTo(missing === undefined ? paths.check : paths.change(missing.page))
  },
})

/** Leads to the page somebody had come to. */
export const resumePage = draftPage('/notify/:area/form', {
  whenAway: notifyAway,
  async show(visit) {
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const { form, answers, page, paths } = draft
    const next = page === null ? form.pages[0]?.linkId : pageAfter(form, answers, page)
    return new GoTo(next === null || next === undefined ? paths.check : paths.page(next))
  },
})
