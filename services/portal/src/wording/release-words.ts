import type { ReleaseStanding, TurnDownReason } from '@cdop/domain'

/** How far a release has come, in a list. */
export const releaseStateWords: Readonly<Record<ReleaseStanding['state'], string>> = {
  waiting: 'Not yet signed',
  superseded: 'Out of date, never signed',
  signed: 'Signed',
  'before-signatures': 'From before signatures were kept',
  'turned-down': 'Turned down',
}

/** Why somebody turns a release down. */
export const turnDownWords: Readonly<Record<TurnDownReason, string>> = {
  'figures-look-wrong': 'Figures look wrong',
  'facts-still-to-come': 'Deaths or reviews are still to come',
  'somebody-could-be-recognised': 'Somebody could be recognised from it',
  'too-little-shown': 'Too little can be shown',
  'another-period-meant': 'Another period was meant',
}
