import type { AlertBody, AlertKind, AlertOutcome, AlertSide } from '@cdop/domain'

export const alertKindWords: Readonly<Record<AlertKind, string>> = {
  product: 'A product',
  medicine: 'A medicine or medical device',
  'possible-cluster': 'A possible cluster of deaths',
}

export const alertSideWords: Readonly<Record<AlertSide, string>> = {
  'designated-doctor': 'The designated doctor',
  'public-health': 'Public health',
}

export const alertBodyWords: Readonly<Record<AlertBody, string>> = {
  opss: 'Office for Product Safety and Standards',
  'trading-standards': 'Trading standards',
  'mhra-yellow-card': 'MHRA, by the Yellow Card scheme',
  ukhsa: 'UK Health Security Agency',
  'nhs-patient-safety': 'NHS England, by Learn from Patient Safety Events',
  ncmd: 'National Child Mortality Database',
}

/** Whom a kind of danger is usually told to: offered first, never decided by this. */
export const usualBodies: Readonly<Record<AlertKind, readonly AlertBody[]>> = {
  product: ['opss', 'trading-standards', 'ncmd'],
  medicine: ['mhra-yellow-card', 'nhs-patient-safety', 'ncmd'],
  'possible-cluster': ['ukhsa', 'ncmd'],
}

export const alertOutcomeWords: Readonly<Record<AlertOutcome, string>> = {
  'acted-on': 'Acted on: the danger is dealt with',
  'taken-over': 'Taken over by another body',
  'not-confirmed': 'Not confirmed: it was not what it seemed to be',
}
