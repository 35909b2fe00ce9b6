import { type Html, html } from '../components/html.ts'

/** Text as it was typed, with its line breaks. */
export function typedText(text: string): Html {
  return html`<span class="cdop-answer">${text}</span>`
}
