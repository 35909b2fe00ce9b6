import { type Answers, type CompiledForm, type PageModel, summary } from '@cdop/forms'
import { button } from '../components/button.ts'
import { formFields } from '../components/form-fields/form-fields.ts'
import { type Html, html } from '../components/html.ts'
import { summaryList } from '../components/summary-list.ts'

/** The only question of a page is its heading. */
function onlyQuestion(model: PageModel): string | null {
  const blocks = model.sections.flatMap(({ fieldsets }) => fieldsets.flatMap(({ fields }) => fields))
  const [block] = blocks
  if (blocks.length !== 1 || block === undefined || block.kind === 'note' || block.kind === 'group')
    return null
  return block.optional ? `${block.label} (optional)` : block.label
}

/** What the page of a section is called that asks something of its own too: the same as its h1. */
export const headed = (model: PageModel): string => model.sections[0]?.title ?? model.title

/** What the page of a section is called: the same as its h1. */
export function sectionTitle(model: PageModel): string {
  return onlyQuestion(model) ?? headed(model)
}

export type SectionView = {
  readonly model: PageModel
  /** Above the heading: which form this is. */
  readonly caption: string
  /** The hidden fields: token, key and version. */
  readonly hidden: Html
  /** What is stored now, when somebody else saved in between; `beside` what is stored and is no answer of the form. */
  readonly savedByOthers?:
    | {
        readonly form: CompiledForm
        readonly answers: Answers
        readonly beside?: { readonly key: string; readonly value: string } | undefined
      }
    | undefined
  /**
   * Where the form is sent, where that must be said: a browser would else come back to the part of the page it was
   * led to, and take the focus from the error summary.
   */
  readonly action?: string
  /** Under the heading: what has become of the section. */
  readonly above?: Html
  /** After the questions of the form: one of the page's own. The only question of the form is then no heading. */
  readonly lastQuestion?: Html
  /** Under the button: another way to go on. */
  readonly below?: Html
}

/** Where a page goes on after the one before: past what stands on every page, which is still one Shift+Tab away. */
export const QUESTION = 'question'

/** One section to fill in. */
export function sectionView(view: SectionView): Html {
  const { model, caption, hidden, savedByOthers, action, above, lastQuestion, below } = view
  const asHeading = lastQuestion === undefined && onlyQuestion(model) !== null
  return html`<div class="govuk-grid-row cdop-question" id="${QUESTION}"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${caption}</span>
${!asHeading && html`<h1 class="govuk-heading-l">${lastQuestion === undefined ? sectionTitle(model) : headed(model)}</h1>`}
${above}
${savedByOthers !== undefined && storedNow(model, savedByOthers)}
<form method="post"${action !== undefined && html` action="${action}"`} novalidate>
${hidden}
${formFields(model, { asHeading })}
${lastQuestion}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
${below}
</div></div>`
}

function storedNow(
  model: PageModel,
  { form, answers, beside }: NonNullable<SectionView['savedByOthers']>,
): Html {
  const [section] = model.sections
  const rows = summary(form, answers).find(({ linkId }) => linkId === section?.linkId)?.rows ?? []
  return html`<h2 class="govuk-heading-m">What is saved now</h2>
${summaryList({
  rows: [
    ...rows.map(({ label, answer, entry }) => ({
      key: { text: entry === undefined ? label : `${entry.label}: ${label}` },
      value: { text: answer },
    })),
    ...(beside === undefined ? [] : [{ key: { text: beside.key }, value: { text: beside.value } }]),
  ],
})}
<h2 class="govuk-heading-m">What you typed</h2>
<p class="govuk-body">Continue to save your answers in place of those above.</p>`
}
