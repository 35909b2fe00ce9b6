import type { ResponseClock, ResponseMeetingKind, ResponseNotHeldReason } from '@cdop/domain'
import { writtenTime } from '../layout/written-time.ts'
import { writtenDate } from './written-date.ts'

/** The meetings and visits of a joint agency response, in words. */
export const responseMeetingWords: Readonly<Record<ResponseMeetingKind, string>> = {
  'initial-planning': 'Initial information sharing and planning meeting',
  'scene-visit': 'Visit to the home or scene',
  'multi-agency': 'Further multi-agency meeting',
  'post-mortem-results': 'Post-mortem results meeting',
  'final-discussion': 'Final case discussion',
}

/** Why one did not take place, in words. */
export const notHeldWords: Readonly<Record<ResponseNotHeldReason, string>> = {
  'not-needed': 'It was not needed',
  'done-by-another-area': 'Another area did it',
  'family-declined': 'The family did not want it',
  'scene-not-accessible': 'The place could not be entered',
  'police-asked-to-wait': 'The police asked to wait',
  'put-off': 'It was put off',
  other: 'Another reason',
}

/** How a limit of a response stands, in one sentence. */
export function responseClockWords(clock: ResponseClock): string {
  const due =
    clock.kind === 'scene-visit'
      ? `by ${writtenTime(new Date(clock.dueAt))}`
      : `by the end of ${writtenDate(clock.dueOn)}`
  switch (clock.state) {
    case 'open':
      return `Due ${due}`
    case 'overdue':
      return `Overdue: it was due ${due}`
    case 'done-in-time':
      return `Done in time: it was due ${due}`
    case 'done-late':
      return `Done late: it was due ${due}`
    case 'not-held':
      return `Recorded as not taking place: it was due ${due}`
  }
}
