import { LEGAL_BASIS, PlainDate } from '@cdop/domain'
import { askedWhen, type CompiledForm, I_DO_NOT_KNOW, type Item, itemsOf, type Question } from '@cdop/forms'
import type { BlankForm, BlankItem, BlankQuestion } from '@cdop/paper'
import { writtenDate } from '../wording/written-date.ts'

/** What says whose answers they are. */
const about: readonly BlankQuestion[] = [
  { name: 'about.reference', label: 'Case reference', kind: 'text' },
  { name: 'about.organisation', label: 'Your organisation', kind: 'text' },
  { name: 'about.name', label: 'Your name', kind: 'text' },
  { name: 'about.role', label: 'Your role', kind: 'text' },
  { name: 'about.date', label: 'Date on which you filled in this form', kind: 'date' },
]

function when(form: CompiledForm, item: Item): { when?: string } {
  const words = askedWhen(form, item)
  return words === '' ? {} : { when: `Answer only if ${words}.` }
}

function question(form: CompiledForm, item: Question): BlankQuestion {
  const { linkId, text, hint, notKnown, notKnownText, required } = item
  const rest = {
    name: linkId,
    label: required || notKnown ? text : `${text} (optional)`,
    ...(hint !== undefined && { hint }),
    ...when(form, item),
  }
  if (item.kind === 'choice') {
    const options = item.options.map((option) => option.text)
    const all = notKnown && !item.multiple ? [...options, notKnownText ?? I_DO_NOT_KNOW] : options
    const instead = notKnown && item.multiple ? { instead: notKnownText ?? I_DO_NOT_KNOW } : {}
    return { ...rest, kind: item.multiple ? 'choices' : 'choice', options: all, ...instead }
  }
  const kind = item.kind === 'date' ? 'date' : 'text'
  return { ...rest, kind, ...(notKnown && { instead: notKnownText ?? I_DO_NOT_KNOW }) }
}

function blankItem(form: CompiledForm, item: Item): BlankItem {
  if (item.kind === 'note') return { of: 'note', text: item.text }
  if (item.kind !== 'group') return { of: 'question', ...question(form, item) }
  return {
    of: 'table',
    label: item.text,
    ...when(form, item),
    columns: item.questions.map((one) => question(form, one)),
  }
}

const verified = (form: CompiledForm) =>
  itemsOf(form).every((item) => item.kind === 'note' || item.wording === 'published')

/** A form to be filled in on paper or in a word processor: what is asked, and nothing about any child. */
export function blankForm(form: CompiledForm): BlankForm {
  return {
    title: form.title,
    footer: `${form.title}. OFFICIAL-SENSITIVE when filled in`,
    introduction: [
      `Version in use from ${writtenDate(PlainDate.parse(form.effective.from))}.`,
      LEGAL_BASIS,
      'Do not write the name of the child in the name of this file or in an email. Send it back in the way the coordinator of the child death review asked you to.',
      ...(verified(form) ? [] : ['The wording of the questions is not verified against the national form.']),
    ],
    sections: [
      { title: 'About this form', items: about.map((one) => ({ of: 'question', ...one })) },
      ...form.pages.map(({ title, hint, items }) => ({
        title,
        ...(hint !== undefined && { hint }),
        items: items.map((item) => blankItem(form, item)),
      })),
    ],
  }
}
