import { Refusal } from '@cdop/domain'
import { type CompiledForm, summary } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { draftPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { notifyAway } from './away.ts'
import { checkTitle, checkView } from './check-view.ts'
import { choicesFor, intakeDraft, writableDraft } from './draft.ts'
import { startTitle } from './start-view.ts'
import { askedPages, unfinishedPages } from './steps.ts'

/** The page of the form a question stands on; the first when it stands on none. */
function pageOf(form: CompiledForm, question: string): string {
  const [linkId = ''] = question.split(/[.[]/)
  const found = form.pages.find(({ items }) => items.some((item) => item.linkId === linkId))
  return (found ?? form.pages[0])?.linkId ?? ''
}

/** Every answer once more; then it is sent, once. */
export const checkPage = draftPage('/notify/:area/check', {
  whenAway: notifyAway,
  async show(visit) {
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const { area, form, answers, paths, version } = draft
    const last = askedPages(form, answers).at(-1)
    return {
      title: checkTitle,
      section: startTitle,
      backLink: last === undefined ? paths.start : paths.page(last),
      main: checkView({
        caption: `${startTitle}: ${area.name}`,
        action: visit.url.pathname,
        hidden: html`${visit.formFields}${versionField(version)}`,
        sections: summary(form, answers, { optionsFor: choicesFor(visit, area) }),
        unfinished: unfinishedPages(form, answers),
        change: paths.change,
        tonight: area.tonight,
      }),
    }
  },
  async post(visit, posted) {
    const version = postedVersion(posted)
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const { form, paths } = draft
    try {
      await intakeDraft(visit).submit.mutate({ version })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.fields.length === 0) throw thrown
      const { says } = thrown
      const pages = [...new Set(thrown.fields.map((question) => pageOf(form, question)))]
      return new Problems(pages.map((page) => ({ text: says, href: paths.change(page) })))
    }
    return new GoTo(paths.receipt)
  },
})
