import { type Html, html } from '../components/html.ts'

const links = [
  { href: '/help', text: 'Help' },
  { href: '/about-child-death-review', text: 'What a child death review is' },
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/privacy', text: 'Privacy notice' },
]

/**
 * The same links in the same place on every page.
 *
 * Not the official footer: that one carries the crown and its copyright, which only GOV.UK may show.
 */
export function footer(): Html {
  return html`<footer class="govuk-template__footer cdop-footer"><div class="govuk-width-container">
<h2 class="govuk-visually-hidden">Support links</h2>
<ul class="cdop-footer__links">${links.map(
    ({ href, text }) => html`<li><a class="cdop-footer__link" href="${href}">${text}</a></li>`,
  )}</ul>
</div></footer>`
}
