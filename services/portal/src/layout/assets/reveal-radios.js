import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'

// The official radios say "expanded" on a radio, which ARIA does not allow and axe counts as an error. What an
// answer reveals comes right after it in reading order, and `aria-controls` still names it.
export class RevealRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
