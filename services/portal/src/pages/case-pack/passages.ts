import { sensitiveSubject } from '@cdop/domain'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { foldedWords } from '../../wording/reading-words.ts'
import { explained, type Met } from './explained.ts'

/** A text paragraph by paragraph, each with a place of its own; those that may distress folded unless asked for. */
export function passages(
  text: string,
  { section, met, unfolded }: { section: string; met: Met; unfolded: boolean },
): Html {
  return html`${paragraphs(text).map((paragraph, index) => {
    const said = html`<p class="govuk-body cdop-answer">${explained(paragraph, met)}</p>`
    const subject = sensitiveSubject(paragraph)
    return html`<div id="${section}-${index + 1}" data-place>${
      subject === null || unfolded ? said : details({ summaryText: foldedWords[subject], html: said })
    }</div>\n`
  })}`
}

/** Whether anything in a text is folded at first. */
export const hasFolded = (text: string) => paragraphs(text).some((one) => sensitiveSubject(one) !== null)

const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
