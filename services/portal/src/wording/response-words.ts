import type { JarTrigger, NoResponseReason, OnCallPart, PageRung, ResponseState } from '@cdop/domain'

/** Triggers of a joint agency response, in a few words. */
export const triggerWords: Readonly<Record<JarTrigger, string>> = {
  'external-cause': 'May be due to external causes',
  'sudden-no-apparent-cause': 'Sudden, with no apparent cause',
  'custody-or-mha': 'In custody, or detained under the Mental Health Act',
  'suspicion-not-natural': 'May not have been natural',
  'unattended-stillbirth': 'Stillbirth with no professional there',
}

/** Where a response stands, in words. */
export const responseStateWords: Readonly<Record<ResponseState, string>> = {
  'awaiting-decision': 'To decide',
  started: 'Started',
  'not-started': 'Not started',
  'started-before-death': 'Started before death',
  joined: 'Part of a response that began before death',
  'child-lived': 'Closed: the child lived',
  destroyed: 'Closed and destroyed: the child lived',
}

/** Why no response was started, in words. */
export const noResponseWords: Readonly<Record<NoResponseReason, string>> = {
  'natural-cause-known': 'A natural cause is known',
  'expected-death': 'The death was expected',
  'trigger-given-in-error': 'The notification gave the reason in error',
  'led-by-another-area': 'Another area leads the response',
  'already-under-way': 'A response is already under way',
}

export const rungWords: Readonly<Record<PageRung, string>> = {
  lead: 'On-call lead',
  deputy: 'On-call deputy',
  fallback: 'Area contact',
}

export const partWords: Readonly<Record<OnCallPart, string>> = { lead: 'Lead', deputy: 'Deputy' }

type Paging =
  | 'none'
  | 'acknowledged'
  | 'waiting'
  | 'unanswered'
  | 'not-sent'
  | 'nobody-on-call'
  | 'nobody-to-page'

/** How the paging stands, in words. */
export const pagingWords: Readonly<Record<Paging, string>> = {
  none: 'Nobody was paged',
  acknowledged: 'Seen',
  waiting: 'Paged, not yet seen',
  unanswered: 'Nobody has answered',
  'not-sent': 'The page could not be sent',
  'nobody-on-call': 'Nobody was on call',
  'nobody-to-page': 'There was nobody to page',
}

/** What somebody must do about it now; nothing where all is well. */
export const pagingAlarm: Readonly<Partial<Record<Paging, string>>> = {
  unanswered: 'Nobody has answered the page. Phone the on-call lead now.',
  'not-sent': 'The page could not be sent. Phone the on-call lead now.',
  'nobody-on-call': 'Nobody is on call as lead or deputy. The area contact was mailed. Phone them now.',
  'nobody-to-page':
    'Nobody is on call and no area contact is named. Nobody has been paged. Phone somebody now.',
}
