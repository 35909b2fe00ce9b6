import type { FactorDomain } from '../factor/factor.ts'
import type { AnswerMatch } from './coded-answer.ts'

/** An answer by which a factor of the codebook may have to be considered. */
export type FactorRow = AnswerMatch & { readonly domain: FactorDomain; readonly code: string }

type Question = readonly [form: string, question: string]

const when = (
  domain: FactorDomain,
  code: string,
  [form, question]: Question,
  ...is: string[]
): FactorRow => ({
  domain,
  code,
  form,
  question,
  is,
})
const intrinsic = (code: string, question: Question, ...is: string[]) =>
  when('intrinsic', code, question, ...is)
const social = (code: string, question: Question, ...is: string[]) => when('social', code, question, ...is)
const physical = (code: string, question: Question, ...is: string[]) =>
  when('physical', code, question, ...is)
const service = (code: string, question: Question, ...is: string[]) => when('service', code, question, ...is)

const reporting = (question: string): Question => ['reporting', question]
const pathway = (question: string): Question => ['care-pathway', question]
const sleep = (question: string): Question => ['sudden-unexpected-death', question]
const suicide = (question: string): Question => ['suicide-self-harm', question]
const violence = (question: string): Question => ['violence-or-maltreatment', question]
const infection = (question: string): Question => ['infection', question]
const related = ['first-cousin', 'second-cousin', 'other-blood-relative']

/**
 * Which answers suggest which factor. What happened or was there is suggested, never who did it; a blank, "no" where "yes"
 * would be the finding, and "I do not know" suggest nothing. This product's own reading of the questions.
 */
export const factorRows: readonly FactorRow[] = [
  intrinsic('chronic-illness', reporting('known-conditions'), 'asthma', 'epilepsy', 'diabetes', 'cardiac'),
  intrinsic('mental-health', reporting('known-conditions'), 'mental-health'),
  intrinsic('neurodevelopmental', reporting('known-conditions'), 'neurodevelopmental'),
  intrinsic('disability', reporting('known-conditions'), 'learning-disability'),
  { domain: 'intrinsic', code: 'prematurity', form: 'reporting', question: 'gestation', below: 37 },
  {
    domain: 'intrinsic',
    code: 'low-birth-weight',
    form: 'reporting',
    question: 'birth-weight',
    below: 2_500,
  },
  intrinsic('allergy', ['asthma-anaphylaxis', 'allergy-known'], 'yes'),
  intrinsic(
    'congenital-or-genetic',
    ['chromosomal-genetic-congenital', 'anomaly-kind'],
    ...['chromosomal', 'single-gene', 'metabolic', 'neuromuscular', 'structural', 'syndrome', 'other'],
  ),
  intrinsic('congenital-or-genetic', ['cardiac', 'cardiac-kind'], 'structural'),
  intrinsic(
    'mental-health',
    suicide('diagnoses'),
    'depression',
    'anxiety',
    'eating-disorder',
    'psychosis',
    'trauma',
  ),
  intrinsic('mental-health', suicide('earlier-self-harm'), 'yes'),
  intrinsic('neurodevelopmental', suicide('diagnoses'), 'autism', 'adhd'),
  intrinsic('loss-of-key-relationships', suicide('events-before'), 'parents-separated', 'relationship-ended'),
  intrinsic('child-substance-use', ['substance-misuse', 'used-by-child'], 'yes'),

  social('smoking-in-household', reporting('household-smoking'), 'yes'),
  social('smoking-in-household', ['asthma-anaphylaxis', 'smoke-exposure'], 'yes'),
  social('smoking-in-household', sleep('sharer-smokes'), 'yes'),
  social('smoking-in-pregnancy', reporting('smoking-in-pregnancy'), 'yes'),
  social('smoking-in-pregnancy', ['delivery-suite-or-neonatal-unit', 'smoking-in-pregnancy'], 'yes'),
  { domain: 'social', code: 'maternal-obesity', form: 'reporting', question: 'mother-bmi', from: 30 },
  social('domestic-abuse', reporting('domestic-abuse'), 'yes'),
  social('domestic-abuse', violence('domestic-abuse-known'), 'yes'),
  social('poverty', reporting('poverty'), 'yes'),
  social('poverty', reporting('access-barriers'), 'financial'),
  social('consanguinity', reporting('parents-related'), ...related),
  social('consanguinity', ['chromosomal-genetic-congenital', 'parents-related'], ...related),
  social('co-sleeping', sleep('sharing'), 'mother', 'father', 'other-adult', 'other-child'),
  social('bereavement', suicide('events-before'), 'bereavement', 'suicide-of-other'),
  social('bullying', suicide('events-before'), 'bullying', 'online-bullying'),
  social('exploitation', ['substance-misuse', 'exploitation'], 'yes'),
  social('exploitation', violence('gang-or-county-lines'), 'yes'),
  social('parental-substance-misuse', ['substance-misuse', 'parent-use'], 'yes'),
  social('parental-substance-misuse', violence('parent-risk'), 'alcohol', 'drugs'),
  social('parental-mental-health', violence('parent-risk'), 'mental-health'),
  social('parental-physical-health', violence('parent-risk'), 'learning-disability'),
  social('vaccination-refusal', infection('missing-why'), 'declined'),

  physical('unsafe-sleep-environment', sleep('sleep-surface'), 'sofa', 'car-seat', 'sling', 'sleep-pod'),
  physical(
    'unsafe-sleep-environment',
    sleep('soft-bedding'),
    ...['pillow', 'duvet', 'bumper', 'toys', 'positioner'],
  ),
  physical('unsafe-sleep-environment', sleep('face-covered'), 'yes'),
  physical('home-safety', ['fall', 'window-restrictor'], 'no'),
  physical('home-safety', ['fall', 'stair-gate'], 'no'),
  physical('home-safety', ['fire-burn-electrocution', 'smoke-alarm-fitted'], 'no'),
  physical('home-safety', ['poisoning', 'stored-locked'], 'no'),
  physical('home-safety', ['poisoning', 'monoxide-alarm'], 'no'),
  physical('housing-conditions', ['fall', 'housing-defect'], 'yes'),
  physical('fire-water-or-heights', ['fire-burn-electrocution', 'escape-blocked'], 'yes'),
  physical('fire-water-or-heights', ['drowning', 'fenced'], 'no'),
  physical('road-environment', ['vehicle-collision', 'road-known-dangerous'], 'yes'),
  physical('ligature-or-means', suicide('method'), 'hanging'),
  physical('product-safety', ['poisoning', 'child-resistant'], 'no'),
  physical('product-safety', ['other-non-intentional-injury', 'object-age-right'], 'no'),

  service('delay-in-recognition', pathway('primary-recognised'), 'no'),
  service('delay-in-recognition', pathway('ward-deterioration'), 'no'),
  service('delay-in-recognition', infection('seen-and-sent-home'), 'yes'),
  service('delay-in-recognition', ['diabetic-ketoacidosis', 'seen-before'], 'yes'),
  service('treatment-initiation', infection('antibiotics-within-hour'), 'no'),
  service('treatment-initiation', ['oncology', 'antibiotics-within-hour'], 'no'),
  service('guideline-not-followed', pathway('emergency-guideline'), 'no'),
  service('guideline-not-followed', ['diabetic-ketoacidosis', 'guideline-followed'], 'no'),
  service('guideline-not-followed', infection('sepsis-tool'), 'no'),
  service('communication', pathway('ward-parents-heard'), 'no'),
  service('access-or-transfer', pathway('ambulance-delay'), 'yes'),
  service('access-or-transfer', pathway('transfer-bed-found'), 'no'),
  service('access-or-transfer', reporting('access-barriers'), 'travel'),
  service('staffing-or-training', pathway('ward-staffing'), 'no'),
  service('follow-up-or-discharge', infection('safety-netting'), 'no'),
  service('follow-up-or-discharge', suicide('discharged-within-7'), 'yes'),
  service('information-sharing', ['life-limiting-condition', 'plan-shared'], 'no'),
  service('interpreter', reporting('access-barriers'), 'language'),
  service('interpreter', ['chromosomal-genetic-congenital', 'counselling-language'], 'no'),
  service('mental-health-provision', suicide('services-known'), 'waiting-list'),
  service('mental-health-provision', suicide('risk-assessed'), 'no'),
]
