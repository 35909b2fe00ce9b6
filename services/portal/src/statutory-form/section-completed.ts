import type { SectionProgress, SectionWord } from '@cdop/forms'
import type { ErrorItem } from '../components/error-summary.ts'
import type { Html } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import { radios } from '../components/radios.ts'
import type { PostedForm } from '../page/posted-form.ts'

/** The field of the page's own that says whether its section is completed: no answer of the form. */
const NAME = '_completed'
const ID = 'section-completed'

const completedQuestion = 'Have you completed this section?'
const words = { yes: 'Yes, I have completed it', later: 'No, I will come back to it later' }

type Said = keyof typeof words

const inWords: Record<SectionWord, string> = {
  completed: words.yes,
  later: words.later,
  changed: 'Yes, but an answer has changed since',
}

/** What was said of the section with its answers; null when nothing was. */
export function saidOf(posted: PostedForm): Said | null {
  const said = posted.text(NAME)
  return said === 'yes' || said === 'later' ? said : null
}

/** A section that is completed is asked about only when an answer in it changes; of any other it must be said. */
export const mustSay = (progress: SectionProgress, word: SectionWord | undefined): boolean =>
  word !== 'completed' || progress.status !== 'completed'

export const notSaid: ErrorItem = { text: 'Select yes if you have completed this section', href: `#${ID}` }

/** What is stored of it, in words. */
export function storedWord(word: SectionWord | undefined): { key: string; value: string } | undefined {
  if (word === undefined) return undefined
  return { key: completedQuestion, value: inWords[word] }
}

/** The last question of a section's page. Nothing is chosen beforehand: whoever answers says it of what stands there now. */
export function completedRadios({
  said,
  completed,
  missing,
}: {
  said: Said | null
  /** It was said before, and nothing changed since. */
  completed: boolean
  missing: boolean
}): Html {
  return radios({
    name: NAME,
    idPrefix: ID,
    fieldset: { legend: { text: completedQuestion, classes: 'govuk-fieldset__legend--m' } },
    ...(completed && { hint: { text: 'You said yes. Say it again if you change an answer' } }),
    ...(missing && { errorMessage: { text: notSaid.text } }),
    ...(said !== null && { value: said }),
    items: [
      { value: 'yes', text: words.yes },
      { value: 'later', text: words.later },
    ],
  })
}

/** Why a section that was completed is so no longer. */
export const putBackWords =
  'This section was completed. An answer in it has changed since, or there is a new question to answer'

/** Stands at the head of a section that was put back. */
export const putBackInset = ({ putBack }: SectionProgress): Html | undefined =>
  putBack ? insetText({ text: `${putBackWords}.` }) : undefined
