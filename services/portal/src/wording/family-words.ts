import type {
  AnswerBody,
  FamilyChannel,
  FamilyRelation,
  FamilySupport,
  InterpreterNeed,
  LeftOpenReason,
  LivingApart,
  NextStep,
  NoContactReason,
  PortraitWish,
} from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/** What a parent or carer was to the child, in words. */
export const relationWords: Readonly<Record<FamilyRelation, string>> = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  'adoptive-parent': 'Adoptive parent',
  'foster-carer': 'Foster carer',
  grandparent: 'Grandparent',
  'other-relative': 'Another relative',
  'other-carer': 'Another carer',
}

export const livingApartWords: Readonly<Record<LivingApart, string>> = {
  together: 'Lives with the other parent or carer',
  apart: 'Lives apart from the other parent or carer',
  'not-known': 'Not known',
}

export const interpreterWords: Readonly<Record<InterpreterNeed, string>> = {
  yes: 'Needs an interpreter',
  no: 'Needs no interpreter',
  'not-known': 'Not known',
}

/** Whether a family wishes the panel to hear who its child was, in words. */
export const portraitWishWords: Readonly<Record<Exclude<PortraitWish, 'withdrawn'>, string>> = {
  'for-panel': 'The panel hears it first, without names',
  'not-for-panel': 'The panel does not hear it',
}

/** Why somebody must not be contacted, in words. */
export const noContactWords: Readonly<Record<NoContactReason, string>> = {
  'police-investigation': 'The police ask for it, or there is a criminal investigation',
  'court-order': 'An order of a court',
  'risk-of-harm': 'Contact could put somebody at risk',
  other: 'Another reason',
}

/** Who is to answer what a family asks, in words. */
export const answerBodyWords: Readonly<Record<AnswerBody, string>> = {
  'review-meeting': 'The review meeting',
  panel: 'The child death overview panel',
  coroner: 'The coroner',
  trust: 'The hospital or trust',
}

export const familyChannelWords: Readonly<Record<FamilyChannel, string>> = {
  'in-person': 'In person',
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By email',
  'through-a-professional': 'Through a professional',
}

/** What a family was given or offered, in words. */
export const familySupportWords: Readonly<Record<FamilySupport, string>> = {
  'leaflet-given': 'Given the leaflet “When a Child Dies”',
  'leaflet-declined': 'Did not want the leaflet “When a Child Dies”',
  'bereavement-support-offered': 'Offered support in bereavement',
  'bereavement-support-taken-up': 'Took up support in bereavement',
  'bereavement-support-declined': 'Did not want support in bereavement',
}

/** Why a question stays without an answer, in words. */
export const leftOpenWords: Readonly<Record<LeftOpenReason, string>> = {
  'cannot-be-known': 'Nobody can know the answer',
  'family-withdrew-it': 'The family does not want an answer any longer',
  'family-cannot-be-reached': 'The family cannot be reached',
  'asked-elsewhere': 'It is asked and answered elsewhere',
  'beyond-the-review': 'A review of how to prevent deaths cannot answer it',
  other: 'Another reason',
}

const stepWords: Readonly<Record<NextStep['step'], string>> = {
  information: 'The people who knew and cared for the child are asked what they know.',
  'review-meeting': 'The people who cared for the child meet to talk about what happened.',
  'panel-questions': 'The panel asked for more. Somebody finds out.',
  panel: 'The panel looks at what can be learnt. It does not know the child’s name.',
  feedback: 'The key worker tells the family what was found.',
}

/** One thing that comes next, as a family can be told. */
export function nextStepWords({ step, when, on }: NextStep): string {
  const says = stepWords[step]
  if (when === 'planned' && on !== null) return `${says} This is planned for ${writtenDate(on)}.`
  if (when === 'by' && on !== null) return `${says} This should happen by ${writtenDate(on)}.`
  if (when === 'waits')
    return `${says} This has to wait for something outside the review. There is no date yet.`
  return when === 'now' ? `${says} This is happening now.` : `${says} There is no date yet.`
}
