import { badge } from '../../components/badge.ts'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import { filter } from '../../components/filter.ts'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { radios } from '../../components/radios.ts'
import { browserSortedTable, sortableTable } from '../../components/sortable-table.ts'
import { summaryList } from '../../components/summary-list.ts'
import { tag } from '../../components/tag.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { timeline } from '../../components/timeline.ts'
import { warningText } from '../../components/warning-text.ts'
import { caseNavigation } from '../../pages/case-frame/case-pages.ts'
import { page } from '../page.ts'
import { frame } from './frame.ts'

/** A page with most components on it, to look at and to run checks on. */
export function samplePage(error: { text: string; href: string }[] = []): Html {
  return page({
    ...frame,
    title: 'Case overview',
    section: 'Cases',
    reference: 'WM-2026-4F7K2',
    error,
    before: html`${caseNavigation('1', '/panel')}${identityBar({
      reference: 'WM-2026-4F7K2',
      facts: [
        { term: 'Age at death', value: '4 months' },
        { term: 'Died', value: '3 June 2026' },
      ],
      actions: badge({ text: 'Restricted', colour: 'red' }),
    })}`,
    main: html`${pageHeaderActions({
      heading: { text: 'Case overview', classes: 'govuk-heading-l' },
      items: [{ text: 'Add a note', href: '/cases/1/note', classes: 'govuk-button--secondary' }],
    })}
${notificationBanner({ type: 'success', text: 'You sent 3 information requests.', disableAutoFocus: true })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${taskList({
  items: [
    { title: { text: 'Notification' }, href: '/cases/1/notification', status: taskStatus('completed') },
    {
      title: { text: 'Information requests' },
      hint: { text: '2 of 3 returned' },
      href: '/cases/1/requests',
      status: taskStatus('in-progress'),
    },
    { title: { text: 'Review meeting' }, href: '/cases/1/meetings', status: taskStatus('incomplete') },
    {
      title: { text: 'Panel meeting' },
      hint: { text: 'Starts when every form is in' },
      status: taskStatus('cannot-start-yet'),
    },
  ],
})}
${warningText({ text: 'The form from the ambulance service is 3 days overdue.' })}
${summaryList({
  card: { title: { text: 'The death', headingLevel: 2 } },
  rows: [
    {
      key: { text: 'Place of death' },
      value: { text: 'Hospital' },
      actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'place of death' }] },
    },
    {
      key: { text: 'Coroner told' },
      value: { text: 'Not provided' },
      actions: {
        items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'whether the coroner was told' }],
      },
    },
  ],
})}
</div></div>
${sortableTable({
  caption: 'Information requests',
  columns: [
    { text: 'Agency', href: '/cases/1?sort=agency' },
    { text: 'Sent', sorted: 'descending', href: '/cases/1?sort=sent' },
    { text: 'Status' },
    { text: 'Days', format: 'numeric' },
  ],
  rows: [
    [
      { text: 'Westmarch Hospital' },
      { text: '4 June 2026' },
      { html: tag({ text: 'Returned', classes: 'govuk-tag--green' }) },
      { text: '9', format: 'numeric' },
    ],
    [
      { text: 'Westmarch Ambulance Service' },
      { text: '4 June 2026' },
      { html: tag({ text: 'Overdue by 3 days', classes: 'govuk-tag--red' }) },
      { text: '24', format: 'numeric' },
    ],
  ],
})}
${browserSortedTable({
  caption: 'People on the panel',
  captionClasses: 'govuk-table__caption--m',
  head: [{ text: 'Role', attributes: { 'aria-sort': 'none' } }, { text: 'Read' }],
  rows: [
    [{ text: 'Public health' }, { text: 'Yes' }],
    [{ text: 'Chair' }, { text: 'Not yet' }],
  ],
})}
${filter({
  action: '/cases',
  selected: [{ heading: 'Stage', items: [{ text: 'Ready for panel', href: '/cases' }] }],
  fields: checkboxes({
    name: 'stage',
    fieldset: { legend: { text: 'Stage', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    values: ['ready-for-panel'],
    items: [
      { value: 'gathering', text: 'Gathering information' },
      { value: 'ready-for-panel', text: 'Ready for panel' },
    ],
  }),
})}
<h2 class="govuk-heading-m">What happened</h2>
${timeline(
  [
    {
      title: 'Form returned',
      by: 'Westmarch Hospital',
      timestamp: '2026-06-13T08:32Z',
      when: '13 June 2026 at 9:32am',
      description: 'The reporting form is complete.',
    },
    {
      title: 'Notification accepted',
      by: 'Asha Linden',
      timestamp: '2026-06-04',
      when: '4 June 2026',
      description: 'The case was opened.',
    },
  ],
  3,
)}
<form method="post" novalidate>
${radios({
  name: 'held',
  idPrefix: 'held',
  fieldset: {
    legend: { text: 'Was a child death review meeting held?', classes: 'govuk-fieldset__legend--m' },
  },
  ...(error[0] ? { errorMessage: { text: error[0].text } } : {}),
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No', hint: { text: 'You will be asked why' } },
    { value: 'not-known', text: 'I do not know' },
  ],
})}
${button({ text: 'Save and continue' })}
</form>
${details({ summaryText: 'Who can see this case', text: 'People in your area who are assigned to it.' })}`,
  })
}
