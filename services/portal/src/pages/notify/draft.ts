import { Refusal } from '@cdop/domain'
import { type Answers, type CompiledForm, formVersion, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import { GoTo } from '../../page/screen.ts'
import type { DraftVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'
import { offeredAuthorities } from '../record-notification/authorities.ts'
import { notifyPaths } from './paths.ts'
import { type PublicArea, publicArea } from './public-area.ts'

export const intakeDraft = (visit: DraftVisit) => visit.call<IntakeRouter>('intake').notificationDraft

type ReadDraft = Awaited<ReturnType<ReturnType<typeof intakeDraft>['read']['query']>>

/** A notification as far as it has come, and the area it is for. */
export type OpenedDraft = Omit<ReadDraft, 'answers' | 'carried' | 'formVersion'> & {
  area: PublicArea
  paths: ReturnType<typeof notifyPaths>
  form: CompiledForm
  answers: Answers
  /** To be offered where nothing is answered yet: from another baby of the same birth. */
  carried: Answers
}

/** Of the offered answers, question by question, those the form takes. */
function offeredAnswers(form: CompiledForm, sent: Readonly<Record<string, unknown>> | null): Answers {
  const read = Object.entries(sent ?? {}).map(([linkId, answer]) =>
    form.draftSchema.safeParse({ [linkId]: answer }),
  )
  return Object.assign({}, ...read.flatMap((one) => (one.success ? [one.data] : [])))
}

/** The draft of this browser, or where to go because there is none for this area (any more). */
export async function openedDraft(visit: DraftVisit): Promise<OpenedDraft | GoTo> {
  const area = await publicArea(visit)
  const paths = notifyPaths(area.code)
  if (area.areaId !== visit.areaId) return new GoTo(paths.closed)
  try {
    const { answers, carried, formVersion: version, ...draft } = await intakeDraft(visit).read.query({})
    const form = formVersion(statutoryForms, NOTIFICATION_FORM, version)
    return {
      ...draft,
      area,
      paths,
      form,
      answers: draftAnswers(form, answers),
      carried: offeredAnswers(form, carried),
    }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return new GoTo(paths.closed)
    throw thrown
  }
}

/** A draft that can still be written; whoever has sent it is led to the receipt. */
export async function writableDraft(visit: DraftVisit): Promise<OpenedDraft | GoTo> {
  const draft = await openedDraft(visit)
  return draft instanceof GoTo || draft.receipt === null ? draft : new GoTo(draft.paths.receipt)
}

/** The choices the form cannot know: the authorities of the area, then those of others. */
export function choicesFor(visit: DraftVisit, { area, areaId }: PublicArea) {
  return { 'local-authority': offeredAuthorities([area], areaId, visit.parts.clock.today()) }
}
