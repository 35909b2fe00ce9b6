import type { LiveDecision, LiveItemState } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'

/** How an item stands. */
export const liveStateWords: Record<LiveItemState, string> = {
  open: 'Not decided',
  agreed: 'Agreed',
  'needs-more': 'Needs more',
  deferred: 'Deferred',
}

const colours: Record<LiveItemState, string> = {
  open: 'govuk-tag--grey',
  agreed: 'govuk-tag--green',
  'needs-more': 'govuk-tag--yellow',
  deferred: 'govuk-tag--blue',
}

export const stateTag = (state: LiveItemState): Html =>
  tag({ text: liveStateWords[state], classes: colours[state] })

/** What a chair can press, and what it means. */
export const decisionWords: Record<LiveDecision, { text: string; hint: string }> = {
  agree: { text: 'Agreed', hint: 'The panel agrees the answer as it stands' },
  'needs-more': { text: 'Needs more', hint: 'The panel has to talk or read more about it' },
  defer: { text: 'Deferred', hint: 'The panel comes back to it later' },
  'open-again': { text: 'Open it again', hint: 'It was decided, and is not any more' },
}

/** What stands beside the state of an item. */
export function beside({ lapsed, disagreed }: { lapsed: boolean; disagreed: number }): string {
  if (lapsed) return 'Its answer changed after it was agreed'
  if (disagreed === 0) return ''
  return disagreed === 1 ? '1 member disagreed' : `${disagreed} members disagreed`
}

/** Where the live panel stands as a whole. */
export const roomWords = {
  'not-begun': 'The chair has not begun yet.',
  open: '',
  ended: 'The chair has ended the live panel. What was decided is kept.',
  agreed: 'The panel has agreed the whole analysis.',
} as const

/** Says that the line is gone, once it is. */
export const lineLost = html`<p class="govuk-body" data-live-line hidden><strong>Not connected at the moment. What you see may be
out of date; it comes up to date by itself.</strong></p>`
