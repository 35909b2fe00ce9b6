import {
  type Answers,
  type CompiledForm,
  type FieldError,
  keepTyped,
  type PageModel,
  type PageOptions,
  pageModel,
  parseSubmission,
} from '@cdop/forms'
import { errorItems } from '../components/form-fields/error-items.ts'
import type { PostedForm } from '../page/posted-form.ts'
import { type Again, Problems } from '../page/screen.ts'

/** One section of a form on its page, and what is stored of the whole. */
export type SectionPage = {
  readonly form: CompiledForm
  readonly section: string
  readonly answers: Answers
  /** Civil date in Europe/London. */
  readonly today: string
  /** Choices the product knows better than the form, by linkId. */
  readonly optionsFor?: NonNullable<PageOptions['optionsFor']>
  /** Answers to offer where none is stored: they count once the page is sent. */
  readonly offered?: Answers
  /** Whoever fills it in may not know: what has to be answered may stay blank. */
  readonly mayStayBlank?: boolean
  /** What is wrong with the answers taken together, beyond what the form itself says of each. */
  readonly mistakesIn?: (answers: Answers) => readonly FieldError[]
}

const ENTRY_BUTTON = /^(add|remove):([a-z][a-z0-9-]{0,63})(?::([0-9]{1,4}))?$/

type EntryButton = { add: string } | { remove: { group: string; row: number } }

/** The buttons "Add another" and "Remove", which change the page and save nothing. */
function entryButton(action: string): EntryButton | null {
  const [, verb, group, row] = ENTRY_BUTTON.exec(action) ?? []
  if (group === undefined) return null
  return verb === 'add' ? { add: group } : { remove: { group, row: Number(row ?? 0) } }
}

/** What was posted, or all that is wrong with it. */
function read(
  page: SectionPage,
  posted: PostedForm,
): { answers: Answers } | { errors: readonly FieldError[] } {
  const { form, section, answers, today, mistakesIn, mayStayBlank = false } = page
  const submission = parseSubmission(form, posted.fields, { section, today, answers, mayStayBlank })
  if (!submission.ok) return { errors: submission.errors }
  const errors = mistakesIn?.(submission.answers) ?? []
  return errors.length > 0 ? { errors } : { answers: submission.answers }
}

/** Reads a posted section: the answers of the whole form, or why the page comes back. */
export function readSection(page: SectionPage, posted: PostedForm): Answers | Problems {
  if (entryButton(posted.action) !== null) return new Problems([])
  const found = read(page, posted)
  return 'answers' in found ? found.answers : new Problems(errorItems(found.errors))
}

/** What is stored, and on this page what is offered where nothing is. */
function withOffered({ form, section, answers, offered = {} }: SectionPage): Answers {
  const items = form.pages.find(({ linkId }) => linkId === section)?.items ?? []
  const here = new Set(items.map(({ linkId }) => linkId))
  const own = Object.entries(offered).filter(([linkId]) => here.has(linkId))
  return { ...Object.fromEntries(own), ...answers }
}

/** What the section's page shows: what is stored or, the second time, what was typed and what is wrong with it. */
export function sectionModel(page: SectionPage, again: Again | null): PageModel {
  const { form, section, answers: values, optionsFor = {} } = page
  if (again === null) return pageModel(form, { section, values: withOffered(page), optionsFor })
  const { fields, action } = again.form
  const pressed = entryButton(action)
  if (pressed === null) {
    const found = read(page, again.form)
    const errors = 'errors' in found ? found.errors : []
    return pageModel(form, { section, values, optionsFor, errors, ...keepTyped(form, fields, { section }) })
  }
  if ('remove' in pressed) {
    return pageModel(form, {
      section,
      values,
      optionsFor,
      ...keepTyped(form, fields, { section, ...pressed }),
    })
  }
  const { typed, rows } = keepTyped(form, fields, { section })
  return pageModel(form, {
    section,
    values,
    optionsFor,
    typed,
    rows: { ...rows, [pressed.add]: (rows[pressed.add] ?? 1) + 1 },
  })
}
