import { html } from '../../components/html.ts'
import { openPage } from '../../page/page-route.ts'

/** Where one tap leads whoever is looked at over the shoulder: it says nothing of what was read. */
export const hiddenScreenPage = openPage('/hidden', {
  show: () => ({
    title: 'Nothing is shown',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Nothing is shown</h1>
<p class="govuk-body">What you were reading is no longer on the screen. You are still signed in.</p>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings">Go on reading</a></p>
</div></div>`,
  }),
})
