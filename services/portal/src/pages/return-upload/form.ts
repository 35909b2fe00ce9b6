import {
  type AnswerInWords,
  type Answers,
  type CompiledForm,
  convertAnswers,
  everyAnswer,
  FormFileError,
  formVersion,
  itemsOf,
  readFormFile,
  statutoryForms,
  versionChanges,
} from '@cdop/forms'
import { sha256 } from '../../form-copy/sha256.ts'

/** A form somebody may fill in, as far as it has come. */
export type Open = {
  readonly form: CompiledForm
  readonly answers: Answers
  readonly version: number
}

/** A file laid beside the form it is for. */
export type Laid<Form extends Open> = {
  readonly open: Form
  /** The form the answers are kept in: as the file has it, while nothing is saved yet. */
  readonly form: CompiledForm
  readonly answers: Answers
  /** Answers that have no place in the version of the form that is open. */
  readonly aside: readonly AnswerInWords[]
}

function futureDates(form: CompiledForm, answers: Answers, today: string): string[] {
  return itemsOf(form).flatMap((item) => {
    const answer = answers[item.linkId]
    return item.kind === 'date' && typeof answer === 'string' && answer > today ? [item.text] : []
  })
}

/** Answers to versions of a form, in the words of the versions they were given to. */
function inWords(url: string, byVersion: Readonly<Record<string, Answers>>): AnswerInWords[] {
  return Object.entries(byVersion).flatMap(([version, answers]) =>
    everyAnswer(formVersion(statutoryForms, url, version), answers),
  )
}

/**
 * Reads a file and finds the form it is for. Nothing is dropped: what has no place there is said.
 * @param openedAnew whether a form in which nothing is saved may go on in the version of the file
 * @throws FormFileError
 */
export function layBeside<Form extends Open>(
  bytes: Uint8Array,
  opens: readonly Form[],
  { today, openedAnew }: { today: string; openedAnew: (open: Form) => boolean },
): Laid<Form> {
  const { form: own, answers: given } = readFormFile(statutoryForms, bytes, sha256)
  const future = futureDates(own, given, today)
  if (future.length > 0) throw new FormFileError('wrong-answers', future)
  const open = opens.find(({ form }) => form.url === own.url)
  if (open === undefined) throw new FormFileError('unknown-form')
  if (openedAnew(open) && open.version === 0) return { open, form: own, answers: given, aside: [] }
  const there = { url: own.url, version: own.version, answers: given, aside: {} }
  const { answers, aside } = convertAnswers(statutoryForms, versionChanges, there, open.form.version)
  const asked = new Set(itemsOf(open.form).map(({ linkId }) => linkId))
  const [here, elsewhere] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(answers).filter(([linkId]) => asked.has(linkId) === wanted)),
  )
  return {
    open,
    form: open.form,
    answers: here ?? {},
    aside: [...inWords(own.url, aside), ...inWords(own.url, { [open.form.version]: elsewhere ?? {} })],
  }
}

/** One question to which what is saved and what the file says differ. */
export type Difference = { readonly label: string; readonly saved: string; readonly inFile: string }

const NOTHING = 'Nothing'

/** What differs between what is saved and what the file says, in the form's order. */
export function differences({ open, form, answers }: Laid<Open>): Difference[] {
  const saved = everyAnswer(open.form, open.answers)
  const inFile = everyAnswer(form, answers)
  const paths = [...new Set([...saved, ...inFile].map(({ path }) => path))]
  return paths.flatMap((path) => {
    const [left, right] = [saved, inFile].map((side) => side.find((one) => one.path === path))
    const label = left?.label ?? right?.label ?? ''
    if (left?.answer === right?.answer) return []
    return [{ label, saved: left?.answer ?? NOTHING, inFile: right?.answer ?? NOTHING }]
  })
}
