import { button } from '../components/button.ts'
import { type Html, html } from '../components/html.ts'
import { page } from './page.ts'
import type { PageFrame } from './page-frame.ts'

/*
 * The pages where a journey ends. Each gives a reference that a person can quote, made from the request and
 * from nothing else. None says whether a case exists: what is hidden and what is not there look the same.
 */

type DeadEnd = { readonly title: string; readonly body: Html; readonly reference: string }

function deadEnd(frame: PageFrame, { title, body, reference }: DeadEnd): Html {
  return page({
    ...frame,
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${body}
<p class="govuk-body">If you <a class="govuk-link" href="/help">ask for help</a>, give this reference:
<strong>${reference}</strong></p>
</div></div>`,
  })
}

/** 404: no such page, or nothing this person may see. */
export function notFoundPage(frame: PageFrame, reference: string): Html {
  return deadEnd(frame, {
    title: 'Page not found',
    reference,
    body: html`<p class="govuk-body">If you typed the address, check that it is correct.</p>
<p class="govuk-body">If you followed a link, the page may have moved, or it may not be one you can see.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`,
  })
}

/** 403: the role does not include this kind of work, whatever the case. */
export function forbiddenPage(frame: PageFrame, reference: string): Html {
  return deadEnd(frame, {
    title: 'You cannot use this page',
    reference,
    body: html`<p class="govuk-body">Your role does not include this kind of work.</p>
<p class="govuk-body">If you need it, ask the person who manages users in your area.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`,
  })
}

/** The form's token is too old or not ours. `retry` is the page to fill in again. */
export function expiredFormPage(frame: PageFrame, reference: string, retry = '/'): Html {
  return deadEnd(frame, {
    title: 'Your form has expired',
    reference,
    body: html`<p class="govuk-body">The page was open for too long, so we did not save what you sent.</p>
${button({ text: 'Open the form again', href: retry })}`,
  })
}

const notAvailable: Pick<DeadEnd, 'title' | 'body'> = {
  title: 'The service is not available',
  body: html`<p class="govuk-body">You will be able to use the service later.</p>
<p class="govuk-body">What you saved before is safe. What you sent just now may not have been saved, so check
it when you come back.</p>`,
}

/** 503: a part of the service does not answer. `away` is what a page says of its own about it. */
export function serviceUnavailablePage(frame: PageFrame, reference: string, away = notAvailable): Html {
  return deadEnd(frame, { ...away, reference })
}

/** 500: a fault of ours. */
export function somethingWentWrongPage(frame: PageFrame, reference: string): Html {
  return deadEnd(frame, {
    title: 'Something went wrong',
    reference,
    body: html`<p class="govuk-body">The fault is ours. Go back and try again in a few minutes.</p>
<p class="govuk-body">What you saved before is safe.</p>`,
  })
}
