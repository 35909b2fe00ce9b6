import {
  CalibrationKey,
  CalibrationRoundId,
  FactorCode,
  FactorDomain,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { summary } from '@cdop/forms'
import { agreementByFactor } from '@cdop/statistics'
import { analysisAnswers, analysisForm } from './panel-answers.ts'
import type { PanelAnswers, PanelServices } from './panel-services.ts'

export const pond = CalibrationKey.parse('garden-pond')
const sofa = CalibrationKey.parse('night-on-a-sofa')
const roundId = CalibrationRoundId.parse('0190c000-0000-4000-8000-0000000000aa')

const listed: PanelAnswers['calibration.list'] = {
  cases: [
    { key: pond, title: 'A toddler found in a garden pond', state: 'draft' },
    { key: sofa, title: 'A baby found lifeless in the morning', state: 'final' },
  ],
  rounds: [
    {
      roundId,
      caseKeys: [pond, sofa],
      openedOn: PlainDate.parse('2026-02-20'),
      closesOn: PlainDate.parse('2026-04-01'),
      openedBy: PersonId.parse('0190f000-0000-4000-8000-0000000000ff'),
    },
  ],
}
export const sections = [
  'category',
  'intrinsic-domain',
  'social-domain',
  'physical-domain',
  'service-domain',
  'outcome',
]
const opened: PanelAnswers['calibration.open'] = {
  title: 'A toddler found in a garden pond',
  paragraphs: ['A child of twenty months was found in the pond.'],
  sections,
  state: 'none',
  version: 0,
  formVersion: analysisForm.version,
  answers: null,
}
export const coded = { ...opened, state: 'draft' as const, version: 4, answers: analysisAnswers }
const fence = FactorCode.parse('fire-water-or-heights')
const compared: PanelAnswers['calibration.compare'] = {
  title: opened.title,
  paragraphs: opened.paragraphs,
  codedOn: PlainDate.parse('2026-03-01'),
  own: summary(analysisForm, analysisAnswers),
  intended: {
    category: 3,
    modifiability: 'modifiable-factors-identified',
    domains: FactorDomain.options.map((domain) =>
      domain === 'physical'
        ? { domain, answer: 'factors', factors: [{ domain, code: fence, rating: 'modifiable' }] }
        : { domain, answer: 'none-identified', factors: [] },
    ),
    why: {
      category: 'Drowning is an external cause.',
      factors: 'A pond.',
      outcome: 'Fences are achievable.',
    },
  },
  differences: [
    { of: 'category', intended: 3, own: 10 },
    { of: 'factor', code: fence, intended: 'modifiable', own: 'not-found' },
  ],
  colleagues: null,
}
const on = {
  answers: 25,
  asIntended: 20,
  withIntended: { kappa: 0.762, ac1: 0.78 },
  between: { kappa: 0.61, ac1: 0.64 },
}
/** The same once five people have coded it. */
export const comparedByFive: PanelAnswers['calibration.compare'] = {
  ...compared,
  colleagues: {
    coders: 5,
    categories: [
      { category: 3, coders: 4 },
      { category: 10, coders: 1 },
    ],
    outcomes: [{ modifiability: 'modifiable-factors-identified', coders: 5 }],
    factors: [{ domain: 'physical', code: fence, intended: true, found: 3, modifiable: 2 }],
  },
}
export const figures: PanelAnswers['calibration.figures'] = {
  cases: 5,
  answers: 25,
  fewestCases: 4,
  ofOwn: true,
  category: on,
  modifiability: on,
  domains: FactorDomain.options.map((domain) => ({ domain, ...on })),
  factors: agreementByFactor(
    ['fire-water-or-heights', 'poverty'],
    Array.from({ length: 25 }, (_, at) => ({
      caseId: `${at}`,
      first: { found: ['fire-water-or-heights'], notJudged: [] },
      second: { found: at < 15 ? ['fire-water-or-heights'] : [], notJudged: [] },
    })),
    { fewest: 5 },
  ),
}

/** Two invented cases, one begun, in a round; and what stands on each of their pages. */
export function answeringCalibration(services: PanelServices): void {
  services.answer('calibration.list', listed)
  services.answer('calibration.takers', [
    { personId: PersonId.parse('0190f000-0000-4000-8000-0000000000ff'), finished: [pond, sofa] },
  ])
  services.answer('calibration.open', opened)
  services.answer('calibration.compare', compared)
  services.answer('calibration.figures', figures)
  services.answer('calibration.save', { version: 1 })
  services.answer('calibration.finish', undefined)
  services.answer('calibration.openRound', { roundId })
}
