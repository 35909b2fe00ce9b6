import { html } from '../../components/html.ts'
import { openPage } from '../../page/page-route.ts'

/** The pages every footer leads to. */
export const helpPage = openPage('/help', {
  show: () => ({
    title: 'Help',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Help</h1>
<p class="govuk-body">If you work in an area, ask its coordinator or the person who manages its users.</p>
<p class="govuk-body">If you got an email from us, ask the person who sent it. Their address is in the email.</p>
<p class="govuk-body">If a page gave you a reference, pass it on. Never send a child’s name or NHS number.</p>
</div></div>`,
  }),
})

export const accessibilityPage = openPage('/accessibility', {
  show: () => ({
    title: 'Accessibility statement',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Accessibility statement</h1>
<p class="govuk-body">You can use every page with a keyboard, with a screen reader, at 400% zoom and without JavaScript.</p>
<p class="govuk-body">We check every page by machine against the Web Content Accessibility Guidelines 2.2, level AA.
A machine does not find everything.</p>
<p class="govuk-body">If a page does not work for you, <a class="govuk-link" href="/help">ask for help</a> and say which.</p>
</div></div>`,
  }),
})

export const privacyPage = openPage('/privacy', {
  show: () => ({
    title: 'Privacy notice',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Privacy notice</h1>
<p class="govuk-body">Child death review partners must review every child’s death. They may ask for what they need to do
so, and those they ask must give it (Children Act 2004, sections 16M to 16Q).</p>
<p class="govuk-body">A child’s name is kept apart from the review of their death. Every time somebody looks at a record,
the service writes down who did.</p>
<p class="govuk-body">If you notify a death without an account, we keep what you type until you send it, for 72 hours at
most. Then we destroy it. Once you have sent it, it is part of the review, with your name and how to contact you. If you
ask for a link to come back, we use your email address for that link only.</p>
<p class="govuk-body">This service sets only the cookies that keep you signed in, or keep your form open. They end when
you close the browser. Nobody tracks you here.</p>
</div></div>`,
  }),
})

export const aboutReviewPage = openPage('/about-child-death-review', {
  show: () => ({
    title: 'What a child death review is',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">What a child death review is</h1>
<p class="govuk-body">When a child under 18 dies in England, the law asks for the death to be reviewed. This is done for
every child, wherever and however they died.</p>
<h2 class="govuk-heading-m">Why it is done</h2>
<p class="govuk-body">To understand why the child died, and to learn what could help other children. It does not look for
somebody to blame.</p>
<h2 class="govuk-heading-m">What happens</h2>
<ol class="govuk-list govuk-list--number">
<li>Somebody who cared for the child, or learned of the death at work, tells the child death review team.</li>
<li>The team asks the people who knew the child what they know.</li>
<li>Those who cared for the child meet to talk about it.</li>
<li>A panel reads it all without names, and says what can be learned.</li>
</ol>
<h2 class="govuk-heading-m">If you are a parent or carer</h2>
<p class="govuk-body">You do not have to fill in anything. You should have a key worker: a person you can ask, and who tells
the review what matters to you. Ask the hospital, the hospice or your GP who it is.</p>
<p class="govuk-body">Ask them for the NHS guide “When a child dies”, too. It says what happens and who can support you.
The Lullaby Trust has
<a class="govuk-link" href="https://www.lullabytrust.org.uk/bereavement-support/child-death-review-process/">advice for
families about the review</a>.</p>
<h2 class="govuk-heading-m">If you work with children</h2>
<p class="govuk-body">Tell the team of the area where the child lived. Your employer or the local authority has its address.
If a child has just died, phone first.</p>
</div></div>`,
  }),
})
