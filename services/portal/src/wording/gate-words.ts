import type { GateItem, GoOnReason } from '@cdop/domain'

/** What a case has, and what it lacks where there are so many of that. */
export const gateItemWords: Readonly<
  Record<GateItem, { readonly has: string; readonly lacks: (lacking: number) => string }>
> = {
  'death-and-child-confirmed': {
    has: 'The death and the child are confirmed',
    lacks: () => 'Nobody has recorded that the child died and which child it is',
  },
  'review-stage-ended': {
    has: 'The review meeting was held, or it is recorded why none was',
    lacks: () => 'Record first that the last review meeting was held, or that none was',
  },
  'nothing-holds-the-panel': {
    has: 'Nothing keeps the panel waiting',
    lacks: (lacking) =>
      lacking === 1 ? 'A hold keeps the panel waiting' : `${lacking} holds keep the panel waiting`,
  },
  'panel-questions-settled': {
    has: 'What the panel asked has its answers',
    lacks: (lacking) =>
      lacking === 1
        ? 'A question of the panel has no answer'
        : `${lacking} questions of the panel have no answer`,
  },
  'review-meeting-report': {
    has: 'The report of the review meeting has come',
    lacks: () => 'The report of the review meeting has not come',
  },
  'perinatal-review': {
    has: 'The baby’s death was looked at by a perinatal mortality review',
    lacks: () => 'No perinatal mortality review of the baby’s death has ended',
  },
  'joint-agency-response': {
    has: 'The joint agency response was discussed',
    lacks: () => 'There was reason for a joint agency response, and no discussion of one is recorded',
  },
  expectedness: {
    has: 'It is known whether the death was expected',
    lacks: () => 'It is not known whether the death was expected',
  },
  'agencies-asked': { has: 'Agencies were asked', lacks: () => 'No agency was asked' },
  'agencies-answered': {
    has: 'Every agency has answered, or the review goes on without it',
    lacks: (lacking) =>
      lacking === 1 ? 'An agency has not answered' : `${lacking} agencies have not answered`,
  },
  'returns-accepted': {
    has: 'Every returned form was read',
    lacks: (lacking) =>
      lacking === 1
        ? 'A returned form has not been accepted'
        : `${lacking} returned forms have not been accepted`,
  },
  'supplementary-forms': {
    has: 'Every supplementary form the death needs was returned',
    lacks: (lacking) =>
      lacking === 1
        ? 'A supplementary form the death needs was not returned'
        : `${lacking} supplementary forms the death needs were not returned`,
  },
  'proceedings-ended': {
    has: 'No inquest, prosecution or other proceeding goes on',
    lacks: (lacking) =>
      lacking === 1 ? 'A linked proceeding goes on' : `${lacking} linked proceedings go on`,
  },
  'family-answered': {
    has: 'What the family asked others than the panel has its answers',
    lacks: (lacking) =>
      lacking === 1
        ? 'A question of the family has no answer'
        : `${lacking} questions of the family have no answer`,
  },
  'caveats-checked': {
    has: 'Every caveat was asked about when it was due',
    lacks: (lacking) =>
      lacking === 1 ? 'A caveat is due to be asked about' : `${lacking} caveats are due to be asked about`,
  },
}

/** Why a case goes before the panel without something. */
export const goOnReasonWords: Readonly<Record<GoOnReason, string>> = {
  'does-not-apply': 'It does not apply to this death',
  'comes-before-the-meeting': 'It will come before the meeting',
  'cannot-be-had': 'It cannot be had',
  'known-another-way': 'The panel learns it another way',
  'chair-decided': 'The chair decided to go on',
}
