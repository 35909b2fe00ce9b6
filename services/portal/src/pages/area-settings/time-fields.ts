import type { AreaSettings } from '@cdop/domain'

/** How each time an area may set is asked for and shown. */
export const timeFields: Readonly<Record<keyof AreaSettings, { label: string; hint: string; unit: string }>> =
  {
    notifyWithinHours: {
      label: 'Hours to notify a death',
      hint: 'How soon after a death its notification is due',
      unit: 'hours',
    },
    tellNationalWithinHours: {
      label: 'Hours to tell the national database',
      hint: 'How soon after a death the National Child Mortality Database is due to hear of it',
      unit: 'hours',
    },
    pageDeputyAfterMinutes: {
      label: 'Minutes before the deputy is paged',
      hint: 'How long a page to the on-call lead may stay unanswered',
      unit: 'minutes',
    },
    childLivedRecordMonths: {
      label: 'Months a response is kept if the child lived',
      hint: 'After that, what it holds is destroyed',
      unit: 'months',
    },
    sceneVisitWithinHours: {
      label: 'Hours to visit the home or scene',
      hint: 'How soon after a joint agency response began the visit is due',
      unit: 'hours',
    },
    planWithinWorkingDays: {
      label: 'Working days to the planning meeting',
      hint: 'By the end of which working day after a joint agency response began those who respond have met',
      unit: 'working days',
    },
  }

export const timeNames = [
  'notifyWithinHours',
  'tellNationalWithinHours',
  'pageDeputyAfterMinutes',
  'childLivedRecordMonths',
  'sceneVisitWithinHours',
  'planWithinWorkingDays',
] as const
