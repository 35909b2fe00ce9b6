import type { AreaId, PageRung, ResponseId } from '@cdop/domain'
import type { Message } from '@cdop/mail'

type Paging = {
  areaName: string
  rung: PageRung
  to: string
  minutes: number
  link: string
}

const why: Readonly<Record<PageRung, string>> = {
  lead: 'You are on call as lead.',
  deputy: 'You are on call as deputy, and the lead has not answered or nobody is on call as lead.',
  fallback: 'Nobody who is on call has answered, or nobody is on call.',
}

/** The mail that pages somebody. It says nothing of the child or the death, not even a reference. */
export function pageMessage({ areaName, rung, to, minutes, link }: Paging): Message {
  const next =
    rung === 'fallback' ? [] : [`Do this within ${minutes} minutes. After that somebody else is paged.`]
  return {
    to,
    subject: 'Act now: a joint agency response may be needed',
    text: [
      `A death notified to the Child Death Overview Panel for ${areaName} may need a joint agency response. ${why[rung]}`,
      'Open this page, say that you have seen it, and record your decision:',
      link,
      ...next,
      'Do not put anything that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/** Where a person answers a page. */
export function responseLink(portalPublicUrl: string, responseId: ResponseId): string {
  return `${portalPublicUrl}/responses/${responseId}`
}

/** What a webhook is told: ids, and where to answer. */
export function pageNotice(areaId: AreaId, responseId: ResponseId, rung: PageRung, link: string) {
  return { type: 'response.page', areaId, responseId, rung, link }
}
