import { Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { readSection, sectionModel } from '../../statutory-form/section-post.ts'
import { askedSections, sectionStatuses } from '../../statutory-form/section-status.ts'
import { sectionTitle, sectionView } from '../../statutory-form/section-view.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { askedSection, enteredFor } from './entered.ts'
import { noTelling, readTelling, typedTelling, Whole } from './form.ts'
import { onBehalfUploadPage } from './upload-route.ts'
import { enteringView, onBehalfTitle, tellingView } from './view.ts'

/** What an agency told by other means, entered for it: who told it first, then section by section. */
const onBehalfPage = personPage('/cases/:caseId/requests/:requestId/on-behalf', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { found, read, open, forms, path } = await enteredFor(visit)
    const shared = {
      hidden: visit.formFields,
      organisationName: read.organisationName,
      errors: again?.errors ?? [],
    }
    return caseScreen(visit, found, {
      title: onBehalfTitle,
      current: '/requests',
      backLink: path.replace(/\/on-behalf$/, ''),
      main:
        open === null
          ? tellingView({ ...shared, typed: again === null ? noTelling : typedTelling(again.form) })
          : enteringView({
              ...shared,
              ...open,
              path,
              forms: forms.map(({ name, title, form, answers }) => ({
                name,
                title,
                sections: sectionStatuses(form, answers).filter(({ linkId }) =>
                  askedSections(form, answers).has(linkId),
                ),
              })),
              begun: forms.some(({ answers }) => Object.keys(answers).length > 0),
              returned: read.state === 'returned' || read.state === 'accepted',
              whole: again?.form.text('whole') ?? '',
            }),
    })
  },
  async post(visit, form) {
    const { at, open, path } = await enteredFor(visit)
    if (open === null) return begin(visit, form, at, path)
    const change = { ...at, key: form.key, version: postedVersion(form) }
    const { transcription } = caseReview(visit)
    if (form.action === 'discard') {
      await transcription.discard.mutate(change)
    } else if (form.action === 'record') {
      const whole = Whole.safeParse(form.text('whole'))
      if (!whole.success)
        return new Problems([{ text: whole.error.issues[0]?.message ?? '', href: '#whole' }])
      await transcription.record.mutate({ ...change, whole: whole.data === 'yes' })
    } else throw new Refusal('unreadable')
    return new GoTo(path.replace(/\/on-behalf$/, ''))
  },
})

type At = Awaited<ReturnType<typeof enteredFor>>['at']

async function begin(visit: PersonVisit, form: PostedForm, at: At, path: string): Promise<GoTo | Problems> {
  // What was just recorded or thrown away is posted once more by a second click.
  if (form.action !== '') return new GoTo(path.replace(/\/on-behalf$/, ''))
  const read = readTelling(typedTelling(form), visit.parts.clock.today())
  if (!read.ok) return new Problems(read.errors)
  await caseReview(visit).transcription.begin.mutate({ ...at, key: form.key, ...read.value })
  return new GoTo(path)
}

/** One section of a form that is entered on behalf of an agency. */
const onBehalfSectionPage = personPage('/cases/:caseId/requests/:requestId/on-behalf/forms/:form/:section', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { found, forms, path } = await enteredFor(visit)
    const { own, page } = askedSection(visit, forms)
    const model = sectionModel(page, again)
    const stale = again?.refusal?.code === 'stale'
    const version = stale || again === null ? own.version : postedVersion(again.form)
    return caseScreen(visit, found, {
      title: sectionTitle(model),
      current: '/requests',
      backLink: path,
      main: sectionView({
        model,
        caption: `On behalf of the agency: ${own.title}`,
        hidden: html`${visit.formFields}${versionField(version)}`,
        savedByOthers: stale ? page : undefined,
      }),
    })
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const { at, forms, path } = await enteredFor(visit)
    const { own, page } = askedSection(visit, forms)
    const answers = readSection(page, posted)
    if (answers instanceof Problems) return answers
    await caseReview(visit).transcription.save.mutate({
      ...at,
      key: posted.key,
      form: own.name,
      formVersion: own.form.version,
      version,
      answers,
    })
    return new GoTo(path)
  },
})

export const onBehalfPages: readonly PageRoute[] = [onBehalfPage, onBehalfUploadPage, onBehalfSectionPage]
