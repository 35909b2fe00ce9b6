import { Instant, NotificationId, PersonId, PlainDate, ResponseId, TurnId } from '@cdop/domain'
import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'

const table = {
  'case-review': { case: { withheld: asks('response:read') } },
  intake: {
    response: {
      list: asks('response:read'),
      alerts: asks('response:read'),
      read: asks('response:read'),
      identify: asks('response:identify'),
      candidates: asks('response:follow'),
      acknowledge: changes('response:decide'),
      decide: changes('response:decide'),
      begin: changes('response:follow'),
      recordChildLived: changes('response:follow'),
      joinNotification: changes('response:follow'),
    },
    responseRecord: {
      read: asks('response:read'),
      ofCase: asks('response:oversee'),
      finalDiscussion: asks('review-meeting:record'),
      calendar: asks('response:read'),
      takeLead: changes('response:write'),
      arrange: changes('response:write'),
      recordHeld: changes('response:write'),
      recordNotHeld: changes('response:write'),
      amendNotes: changes('response:write'),
      addAction: changes('response:write'),
      finishAction: changes('response:write'),
      check: changes('response:check'),
    },
    rota: {
      read: asks('rota:read'),
      add: changes('rota:write'),
      end: changes('rota:write'),
      setFallback: changes('rota:write'),
    },
  },
} as const satisfies ServicesTable

/** What intake answers to the pages about joint agency responses and the rota, in its own types. */
type ResponseAnswers = AnswersOf<typeof table>

export const responseServices = (): AnsweringServices<ResponseAnswers> => answeringServices(table)

const at = (typed: string) => Instant.parse(typed)

export const responseId = ResponseId.parse('0190a100-0000-7000-8000-000000000001')
const notificationId = NotificationId.parse('0190a200-0000-7000-8000-000000000001')

/** A page has gone to the lead, and nobody has answered yet. */
export const waitingResponse: ResponseAnswers['response.read'] = {
  responseId,
  state: 'awaiting-decision',
  version: 1,
  began: 'notification',
  notificationId,
  joinedTo: null,
  triggers: ['sudden-no-apparent-cause', 'suspicion-not-natural'],
  openedAt: at('2026-03-02T09:55:00.000Z'),
  nobodyOnCall: false,
  acknowledgedAt: null,
  acknowledgedBy: null,
  livedOn: null,
  destroyOn: null,
  diedOn: PlainDate.parse('2026-03-01'),
  ageBand: '1-4y',
  placeOfDeath: 'home',
  caseId: null,
  paging: 'waiting',
  pages: [
    {
      rung: 'lead',
      name: 'Priya Dale',
      requestedAt: at('2026-03-02T09:55:00.000Z'),
      escalateAt: at('2026-03-02T10:10:00.000Z'),
      mailedAt: at('2026-03-02T09:55:01.000Z'),
    },
  ],
  decisions: [],
  leadId: null,
}

/** A child is expected to die; nothing has been notified. */
export const begunResponse: ResponseAnswers['response.read'] = {
  ...waitingResponse,
  state: 'started-before-death',
  began: 'before-death',
  notificationId: null,
  triggers: [],
  diedOn: null,
  ageBand: null,
  placeOfDeath: null,
  paging: 'none',
  pages: [],
  decisions: [
    {
      decision: 'start',
      reason: null,
      decidedAt: at('2026-03-02T09:20:00.000Z'),
      recordedAt: at('2026-03-02T09:55:00.000Z'),
      recordedBy: PersonId.parse('0190a300-0000-7000-8000-000000000001'),
    },
  ],
}

export const identified: ResponseAnswers['response.identify'] = {
  begun: null,
  sections: [
    {
      linkId: 'child',
      title: 'The child',
      rows: [{ label: 'Family name', answer: 'Quillfeather', linkId: 'family-name', path: 'family-name' }],
    },
  ],
}

export const candidates: ResponseAnswers['response.candidates'] = [
  {
    notificationId,
    receivedOn: PlainDate.parse('2026-03-02'),
    diedOn: PlainDate.parse('2026-03-01'),
    ageBand: '1-4y',
    placeOfDeath: 'home',
  },
]

export const noAlerts: ResponseAnswers['response.alerts'] = { unanswered: 0, nobodyOnCall: [] }

export const turnId = TurnId.parse('0190a400-0000-7000-8000-000000000001')

export const rota: ResponseAnswers['rota.read'] = {
  turns: [
    {
      turnId,
      part: 'lead',
      name: 'Priya Dale',
      email: 'priya.dale@lds.example',
      phone: '01632 960 150',
      webhook: null,
      from: at('2026-03-01T17:00:00.000Z'),
      until: at('2026-03-03T09:00:00.000Z'),
    },
  ],
  fallback: null,
  webhookSecret: 'whsec_c2VjcmV0',
}
