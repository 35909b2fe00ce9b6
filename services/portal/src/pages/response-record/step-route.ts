import { Refusal, ResponseId, ResponseMeetingId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { versionChosen } from '../../typed-form/two-versions.ts'
import { responseMeetingWords } from '../../wording/response-record-words.ts'
import { identifierMistake } from '../case-panel/form.ts'
import { notesAsTyped, readNotes, typedHeld } from '../review-meetings/form.ts'
import {
  hoursAsTyped,
  kindIn,
  noHours,
  RecordStep,
  readHours,
  readNotHeld,
  readPlace,
  typedHours,
  typedNotHeld,
} from './form.ts'
import { arrangeView, heldView, notHeldView, type StepModel } from './step-view.ts'
import { type ShownMeeting, savedOf } from './view.ts'
import { withheldFrom } from './withheld-from.ts'

const steps: readonly (RecordStep | 'calendar')[] = [...RecordStep.options, 'calendar']

/** What a path asks for: a step of a meeting that is there, or of a new one of a kind. @throws Refusal `not-found` */
async function askedStep(visit: PersonVisit) {
  const responseId = ResponseId.safeParse(visit.param('responseId'))
  const step = steps.find((one) => one === visit.param('step'))
  if (!responseId.success || step === undefined) throw new Refusal('not-found')
  const of = { areaId: visit.areaId, responseId: responseId.data, withheld: await withheldFrom(visit) }
  const { responseRecord } = visit.call<IntakeRouter>('intake')
  const newKind = kindIn(visit.param('meeting'))
  if (newKind !== null) {
    if (step === 'calendar') throw new Refusal('not-found')
    return { ...of, step, kind: newKind, meeting: null, responseRecord }
  }
  const asked = ResponseMeetingId.safeParse(visit.param('meeting'))
  const { meetings } = await responseRecord.read.query(of)
  const meeting = meetings.find(({ responseMeetingId }) => responseMeetingId === asked.data)
  if (meeting === undefined) throw new Refusal('not-found')
  return { ...of, step, kind: meeting.kind, meeting, responseRecord }
}

/** Carries out a plan; where its place names the child, the page says so beside it. */
async function arranged(change: Promise<unknown>, goTo: string): Promise<Posted> {
  try {
    await change
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'identifiers-in-summary') throw thrown
    return new Problems([{ text: identifierMistake(thrown.fields, 'The calendar file'), href: '#place' }])
  }
  return new GoTo(goTo)
}

function formOf(step: RecordStep, model: StepModel, meeting: ShownMeeting | null, again: PostedForm | null) {
  const stored = meeting === null ? noHours : hoursAsTyped(meeting)
  switch (step) {
    case 'arrange': {
      const place = again === null ? (meeting?.place ?? '') : again.text('place')
      return arrangeView(model, { ...(again === null ? stored : typedHours(again)), place })
    }
    case 'held': {
      const notes = meeting?.notes ?? null
      const typed =
        again === null ? notesAsTyped(notes?.attendees ?? [], notes?.notes ?? null) : typedHeld(again)
      const hours = again === null ? stored : typedHours(again)
      return heldView(model, { ...typed, ...hours }, notes !== null)
    }
    case 'not-held':
      return notHeldView(model, again === null ? { reason: '', note: '' } : typedNotHeld(again))
  }
}

/** Arranges, moves, records or explains a meeting or visit of a response, or gives its calendar file. */
export const responseStepPage = personPage('/responses/:responseId/record/:meeting/:step', {
  permission: 'response:write',
  async show(visit, again) {
    const { areaId, responseId, withheld, step, kind, meeting, responseRecord } = await askedStep(visit)
    if (step === 'calendar') {
      if (meeting === null) throw new Refusal('not-found')
      const { responseMeetingId } = meeting
      const { calendar } = await responseRecord.calendar.query({
        areaId,
        responseId,
        withheld,
        responseMeetingId,
      })
      return new Response(calendar, {
        headers: {
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': 'attachment; filename="response-meeting.ics"',
        },
      })
    }
    const stale = again?.refusal?.code === 'stale'
    const drawnFrom = meeting !== null && again !== null ? versionChosen(again.form) : meeting?.version
    const model = {
      hidden: visit.formFields,
      kind,
      version: drawnFrom ?? null,
      saved: stale && meeting !== null ? { saved: savedOf(meeting), version: meeting.version } : null,
      errors: again?.errors ?? [],
    }
    return {
      title: responseMeetingWords[kind],
      section: 'Joint agency responses',
      backLink: `/responses/${responseId}/record`,
      main: formOf(step, model, meeting, again?.form ?? null),
    }
  },
  async post(visit, form) {
    const { areaId, responseId, withheld, step, kind, meeting, responseRecord } = await askedStep(visit)
    const seen =
      meeting === null ? null : { responseMeetingId: meeting.responseMeetingId, version: versionChosen(form) }
    const change = { areaId, responseId, withheld, key: form.key }
    const recorded = { ...change, kind, arranged: seen }
    const back = `/responses/${responseId}/record`
    const { clock } = visit.parts
    if (step === 'not-held') {
      const read = readNotHeld(typedNotHeld(form))
      if (!read.ok) return new Problems(read.errors)
      const { reason, note } = read.value
      await responseRecord.recordNotHeld.mutate({ ...recorded, reason, note: note === '' ? null : note })
      return new GoTo(back)
    }
    if (step === 'held' && seen !== null && meeting?.state === 'held') {
      const read = readNotes(typedHeld(form))
      if (!read.ok) return new Problems(read.errors)
      await responseRecord.amendNotes.mutate({ ...change, ...seen, ...read.value })
      return new GoTo(back)
    }
    const today = step === 'held' ? clock.today() : null
    const hours = readHours(typedHours(form), { kind, today, now: clock.now() })
    const rest = step === 'held' ? readNotes(typedHeld(form)) : readPlace(form)
    if (!hours.ok || !rest.ok) {
      return new Problems([...(hours.ok ? [] : hours.errors), ...(rest.ok ? [] : rest.errors)])
    }
    const asked = { ...recorded, ...hours.value }
    if ('place' in rest.value) {
      return arranged(responseRecord.arrange.mutate({ ...asked, place: rest.value.place }), back)
    }
    await responseRecord.recordHeld.mutate({ ...asked, ...rest.value })
    return new GoTo(back)
  },
})
