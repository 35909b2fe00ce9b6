import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal, type SupplementaryFormKind } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  type SectionProgress,
  type SectionWords,
  type StatedSection,
  sectionProgress,
  wordsAfter,
} from '@cdop/forms'
import { html } from '../../components/html.ts'
import { linkPage, type PageRoute } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, Problems, type Screen } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { notSavedInset } from '../../statutory-form/not-saved.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import {
  completedRadios,
  mustSay,
  notSaid,
  putBackInset,
  saidOf,
  storedWord,
} from '../../statutory-form/section-completed.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { headed, sectionView } from '../../statutory-form/section-view.ts'
import { type BegunReturn, begunReturn } from './begun-return.ts'
import { formName } from './view.ts'

export const section = 'Reporting form'
export const receipt = new GoTo('/return/receipt')
/** Where the sections of the reporting form are filled in. */
export const reportingPath = '/return/sections'

export const caseReview = (visit: LinkVisit) => visit.call<CaseReviewRouter>('case-review')

type Saved = {
  readonly key: string
  readonly version: number
  readonly answers: Answers
  /** Whether the section they were given in is completed. */
  readonly stated?: StatedSection
  /** Of the answers; that of the form as it was begun, when it is left out. */
  readonly formVersion?: string
}

/** One of the forms an agency is asked: the reporting form, or a supplementary one. */
export type FormPart = {
  /** As copies of it are named. */
  readonly name: 'reporting' | SupplementaryFormKind
  /** Where its sections are filled in. */
  readonly path: string
  readonly title: string
  readonly form: CompiledForm
  readonly answers: Answers
  readonly version: number
  /** What was said of its sections. */
  readonly words: SectionWords
  readonly save: (visit: LinkVisit, saved: Saved) => Promise<unknown>
}

/** Everything the agency is asked, the reporting form first. */
export function partsOf({ form, answers, version, words, supplementary }: BegunReturn): FormPart[] {
  return [
    {
      name: 'reporting',
      path: reportingPath,
      title: formName,
      form,
      answers,
      version,
      words,
      save: (visit, saved) =>
        caseReview(visit).reportingForm.saveDraft.mutate({ formVersion: form.version, ...saved }),
    },
    ...supplementary.map(
      ({ kind, ...own }): FormPart => ({
        ...own,
        name: kind,
        path: `/return/forms/${kind}/sections`,
        title: own.form.title,
        save: (visit, saved) =>
          caseReview(visit).supplementaryForm.saveDraft.mutate({
            ...saved,
            kind,
            formVersion: own.form.version,
          }),
      }),
    ),
  ]
}

/** The page of a section, and how far the section is. */
type AskedSection = { part: FormPart; page: SectionPage; progress: SectionProgress }

/** The form a path means, and the page of it. @throws Refusal `not-found` when the agency is not asked that */
function asked(visit: LinkVisit, begun: BegunReturn, path: string): AskedSection {
  const part = partsOf(begun).find((one) => one.path === path)
  const linkId = visit.param('section')
  if (part === undefined) throw new Refusal('not-found')
  const { form, answers, words } = part
  const progress = sectionProgress(form, answers, words).find((one) => one.linkId === linkId)
  if (progress === undefined) throw new Refusal('not-found')
  return { part, progress, page: { form, section: linkId, answers, today: visit.parts.clock.today() } }
}

/** As it was posted: whoever comes back to the section later may leave open what has to be answered. */
const asPosted = (page: SectionPage, posted: PostedForm): SectionPage => ({
  ...page,
  mayStayBlank: saidOf(posted) !== 'yes',
})

const cameFromCheck = (visit: LinkVisit) => visit.query('from') === 'check'

async function show(visit: LinkVisit, again: Again | null, path: string): Promise<Screen | GoTo> {
  const begun = await begunReturn(visit)
  if (begun.returned && again === null) return receipt
  const { part, page, progress } = asked(visit, begun, path)
  const model = sectionModel(again === null ? page : asPosted(page, again.form), again)
  const stale = again?.refusal?.code === 'stale'
  const version = stale || again === null ? part.version : postedVersion(again.form)
  const word = part.words[page.section]
  const above = begun.returned ? notSavedInset('somebody else has answered this') : putBackInset(progress)
  return {
    title: headed(model),
    section,
    reference: begun.reference,
    backLink: cameFromCheck(visit) ? '/return/check' : '/return',
    main: sectionView({
      model,
      caption: part.title,
      hidden: html`${visit.formFields}${versionField(version)}`,
      savedByOthers: stale ? { ...page, beside: storedWord(word) } : undefined,
      ...(above && { above }),
      lastQuestion: completedRadios({
        said: again === null ? null : saidOf(again.form),
        completed: !mustSay(progress, word),
        missing: again?.errors.some(({ href }) => href === notSaid.href) ?? false,
      }),
    }),
  }
}

async function post(visit: LinkVisit, posted: PostedForm, path: string): Promise<GoTo | Problems> {
  const version = postedVersion(posted)
  const { part, page, progress } = asked(visit, await begunReturn(visit), path)
  const { form, words } = part
  const answers = readSection(asPosted(page, posted), posted)
  // The buttons of repeating groups change the page and say nothing of it.
  if (answers instanceof Problems && answers.errors.length === 0) return answers
  const said = saidOf(posted)
  const unsaid = said === null && mustSay(progress, words[page.section]) ? [notSaid] : []
  if (answers instanceof Problems) return new Problems([...answers.errors, ...unsaid])
  if (unsaid.length > 0) return new Problems(unsaid)
  const stated = said === null ? null : { section: page.section, completed: said === 'yes' }
  await part.save(visit, { key: posted.key, version, answers, ...(stated && { stated }) })
  if (cameFromCheck(visit)) return new GoTo('/return/check')
  const after = sectionProgress(form, answers, wordsAfter(form, part, { answers, stated }))
  const before = sectionProgress(form, page.answers, words)
  // The list of sections says which are completed no longer.
  if (after.some(({ asked, putBack }, at) => asked && putBack && !before[at]?.putBack))
    return new GoTo('/return')
  const here = after.findIndex(({ linkId }) => linkId === page.section)
  const next = after.slice(here + 1).find(({ asked }) => asked)
  return new GoTo(next === undefined ? '/return' : `${path}/${next.linkId}`)
}

const ofReporting = linkPage('/return/sections/:section', {
  show: (visit, again) => show(visit, again, reportingPath),
  post: (visit, posted) => post(visit, posted, reportingPath),
})

const pathOf = (visit: LinkVisit) => `/return/forms/${visit.param('kind')}/sections`

const ofSupplementary = linkPage('/return/forms/:kind/sections/:section', {
  show: (visit, again) => show(visit, again, pathOf(visit)),
  post: (visit, posted) => post(visit, posted, pathOf(visit)),
})

/** Every section of every form an agency is asked, one page each, saved at each Continue. */
export const sectionPages: readonly PageRoute[] = [ofReporting, ofSupplementary]
