import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal, type SupplementaryFormKind } from '@cdop/domain'
import type { Answers, CompiledForm } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { linkPage, type PageRoute } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, Problems, type Screen } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, type SectionPage, sectionModel } from '../../statutory-form/section-post.ts'
import { askedSections } from '../../statutory-form/section-status.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
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
  readonly save: (visit: LinkVisit, saved: Saved) => Promise<unknown>
}

/** Everything the agency is asked, the reporting form first. */
export function partsOf({ form, answers, version, supplementary }: BegunReturn): FormPart[] {
  return [
    {
      name: 'reporting',
      path: reportingPath,
      title: formName,
      form,
      answers,
      version,
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

/** The form a path means, and the page of it. @throws Refusal `not-found` when the agency is not asked that */
function asked(visit: LinkVisit, begun: BegunReturn, path: string): { part: FormPart; page: SectionPage } {
  const part = partsOf(begun).find((one) => one.path === path)
  const linkId = visit.param('section')
  if (!part?.form.pages.some((page) => page.linkId === linkId)) throw new Refusal('not-found')
  const { form, answers } = part
  return { part, page: { form, section: linkId, answers, today: visit.parts.clock.today() } }
}

const cameFromCheck = (visit: LinkVisit) => visit.query('from') === 'check'

async function show(visit: LinkVisit, again: Again | null, path: string): Promise<Screen | GoTo> {
  const begun = await begunReturn(visit)
  if (begun.returned) return receipt
  const { part, page } = asked(visit, begun, path)
  const model = sectionModel(page, again)
  const stale = again?.refusal?.code === 'stale'
  const version = stale || again === null ? part.version : postedVersion(again.form)
  return {
    title: sectionTitle(model),
    section,
    reference: begun.reference,
    backLink: cameFromCheck(visit) ? '/return/check' : '/return',
    main: sectionView({
      model,
      caption: part.title,
      hidden: html`${visit.formFields}${versionField(version)}`,
      savedByOthers: stale ? page : undefined,
    }),
  }
}

async function post(visit: LinkVisit, posted: PostedForm, path: string): Promise<GoTo | Problems> {
  const version = postedVersion(posted)
  const { part, page } = asked(visit, await begunReturn(visit), path)
  const answers = readSection(page, posted)
  if (answers instanceof Problems) return answers
  await part.save(visit, { key: posted.key, version, answers })
  if (cameFromCheck(visit)) return new GoTo('/return/check')
  const { pages } = part.form
  const asking = askedSections(part.form, answers)
  const next = pages
    .slice(pages.findIndex(({ linkId }) => linkId === page.section) + 1)
    .find(({ linkId }) => asking.has(linkId))
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
