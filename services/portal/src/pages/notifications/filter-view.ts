import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import { filter } from '../../components/filter.ts'
import { type Html, html } from '../../components/html.ts'
import {
  doorWords,
  inTimeChoices,
  nationalChoices,
  noFilter,
  type QueueChoice,
  type QueueFilterChoice,
  queuePath,
  waitingWords,
  without,
} from './choice.ts'

/** The kinds of a filter with their heading and the words of each code. */
const kinds = {
  waiting: { heading: 'Waiting for', words: waitingWords },
  received: { heading: 'Received', words: inTimeChoices },
  ncmd: { heading: 'National database (NCMD)', words: nationalChoices },
  door: { heading: 'Came by', words: doorWords },
} as const satisfies Record<keyof QueueFilterChoice, unknown>

/** Whether a list is narrowed at all. */
export function isFiltered({ filter: chosen }: QueueChoice): boolean {
  return Object.values(chosen).some((codes) => codes.length > 0)
}

/** Narrows the queue; folded away until something is chosen, and then in sight with a way to take each away. */
export function queueFilter(choice: QueueChoice): Html {
  const { view, sort } = choice
  return details({
    summaryText: 'Filter this list',
    open: isFiltered(choice),
    html: filter({
      action: '/notifications',
      clear: queuePath({ ...choice, page: 1, filter: noFilter }),
      fields: html`<input type="hidden" name="view" value="${view}">
${sort === 'newest' && html`<input type="hidden" name="sort" value="newest">`}
${fields(choice, 'waiting')}${fields(choice, 'received')}${fields(choice, 'ncmd')}${fields(choice, 'door')}`,
      selected: [
        selected(choice, 'waiting'),
        selected(choice, 'received'),
        selected(choice, 'ncmd'),
        selected(choice, 'door'),
      ],
    }),
  })
}

function wordsOf(name: keyof QueueFilterChoice): readonly [code: string, text: string][] {
  return Object.entries(kinds[name].words)
}

function fields({ filter: chosen }: QueueChoice, name: keyof QueueFilterChoice): Html {
  return checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    values: chosen[name],
    fieldset: { legend: { text: kinds[name].heading, classes: 'govuk-fieldset__legend--s' } },
    items: wordsOf(name).map(([value, text]) => ({ value, text })),
  })
}

function selected<Name extends keyof QueueFilterChoice>(choice: QueueChoice, name: Name) {
  const words = new Map(wordsOf(name))
  return {
    heading: kinds[name].heading,
    items: choice.filter[name].map((code) => ({
      text: words.get(code) ?? '',
      href: queuePath(without(choice, name, code)),
    })),
  }
}
