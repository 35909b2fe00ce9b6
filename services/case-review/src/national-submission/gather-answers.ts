import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  formQuestionIn,
  hasReturned,
  type InformationRequestId,
  mayGather,
  type NationalField,
  type NationalProblem,
  type NationalValue,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { type Answer, type Answers, isNotKnown, NOT_KNOWN } from '@cdop/forms'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { settledOf } from '../collated-record/settled-conflict-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findReturn, type ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { analysisOf } from './agreed-analysis-store.ts'

/** What a submission says, by question, and what keeps it from being sent. */
export type Gathered = {
  readonly answers: Readonly<Record<string, NationalValue>>
  readonly problems: readonly NationalProblem[]
  /** Of what it was gathered from, where that has versions. */
  readonly version: number | null
}

/** The answer to a question that is no group; undefined when it was left blank. */
function answerTo(answers: Answers, question: string): Answer | undefined {
  const answer = answers[question]
  if (!Array.isArray(answer)) return answer
  return answer.flatMap((one) => (typeof one === 'string' ? [one] : []))
}

const travelling = (answer: Answer): NationalValue => (isNotKnown(answer) ? NOT_KNOWN : answer)
const sameness = (answer: Answer) => JSON.stringify(Array.isArray(answer) ? [...answer].sort() : answer)

type Said = { whose: InformationRequestId; answer: Answer }

/** Which answer holds: what everybody who knows says, or whose answer somebody settled on; null when it is open. */
function holding(said: readonly Said[], settledOn: InformationRequestId | undefined): Answer | null {
  const known = said.filter(({ answer }) => !isNotKnown(answer))
  const first = known[0] ?? said[0]
  if (new Set(known.map(({ answer }) => sameness(answer))).size <= 1) return first?.answer ?? null
  return known.find(({ whose }) => whose === settledOn)?.answer ?? null
}

type Place = { field: string; question: string; form: ReturnedFormName; linkId: string }

/** The answers that hold, of every form a field comes from; null when none of those forms was returned. */
async function gatherForms(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  places: readonly Place[],
): Promise<(Gathered & { shown: readonly ReturnedFormName[] }) | null> {
  const wanted = new Set(places.map(({ form }) => form))
  const said = new Map<string, Said[]>()
  const shownForms = new Set<ReturnedFormName>()
  let anything = false
  const caveats = await caveatsOf(tx, areaId, found.caseIds)
  for (const { state, caseId, informationRequestId: whose } of await requestsOf(tx, areaId, found)) {
    if (!hasReturned(state)) continue
    const returned = await findReturn(tx, keys, { areaId, caseId, informationRequestId: whose })
    for (const form of returned?.forms ?? []) {
      if (!wanted.has(form.name)) continue
      anything = true
      const shown = shownOf('national-database', whose, form, caveats)
      for (const { question, linkId } of places.filter((place) => place.form === form.name)) {
        const answer = answerTo(shown.answers, linkId)
        if (answer === undefined) continue
        shownForms.add(form.name)
        said.set(question, [...(said.get(question) ?? []), { whose, answer }])
      }
    }
  }
  if (!anything) return null
  const cipher = await caseCipher(tx, keys, areaId, found.caseId)
  const settled = await settledOf(tx, cipher, areaId, found.caseId)
  const answers: Record<string, NationalValue> = {}
  const problems: NationalProblem[] = []
  for (const { field, question, form, linkId } of places) {
    const all = said.get(question)
    if (all === undefined) continue
    const on = settled.find((one) => one.form === form && one.question === linkId)
    const answer = holding(all, on?.whose)
    if (answer !== null) answers[question] = travelling(answer)
    else if (mayGather(found.state)) problems.push({ field, question, code: 'conflict' })
  }
  return { answers, problems, version: null, shown: [...shownForms].sort() }
}

/**
 * What agencies returned of a child in the reporting form, as one answer to each question; null when nothing was. Where
 * they contradict each other that is settled first, and left blank once the panel has reviewed the case without.
 */
export async function gatherReporting(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  fields: readonly NationalField[],
): Promise<Gathered | null> {
  const places = fields.map(({ field, question }) => ({
    field,
    question,
    form: 'reporting' as const,
    linkId: question,
  }))
  return gatherForms(tx, keys, areaId, found, places)
}

/**
 * As `gatherReporting`, of every supplementary form that was returned, whether the death needs it or not, with the kinds of
 * those something is said of. Null when none was returned. Which the death needs is not said: the rules look at answers
 * that may stand under a caveat.
 */
export async function gatherSupplementary(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  fields: readonly NationalField[],
): Promise<Gathered | null> {
  const places = fields.flatMap(({ field, question }) => {
    const where = formQuestionIn(question)
    return where === null ? [] : [{ field, question, ...where }]
  })
  const gathered = await gatherForms(tx, keys, areaId, found, places)
  if (gathered === null || gathered.shown.length === 0) return null
  return { ...gathered, answers: { ...gathered.answers, 'forms-returned': [...gathered.shown] } }
}

/** What the panel agreed of a case; null when none of it came here. */
export async function gatherAnalysis(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  version: number | null,
): Promise<Gathered | null> {
  const agreed = await analysisOf(tx, areaId, caseId, version)
  if (agreed === null) return null
  const { analysisVersion, reviewedOn, codes } = agreed
  const factorsIn = (domain: string) =>
    codes.factors
      .filter((factor) => factor.domain === domain)
      .map(({ code, relevance, modifiable }) => `${code}:${relevance}:${modifiable ? 'modifiable' : 'not'}`)
  const answers: Record<string, NationalValue> = {
    'reviewed-on': reviewedOn,
    categories: codes.categories.map(String),
    'primary-category': codes.primaryCategory,
    modifiability: codes.modifiability,
    'intrinsic-factors': factorsIn('intrinsic'),
    'social-factors': factorsIn('social'),
    'physical-factors': factorsIn('physical'),
    'service-factors': factorsIn('service'),
    ...(codes.perinatalKinds && { 'perinatal-kinds': codes.perinatalKinds }),
  }
  return { answers, problems: [], version: analysisVersion }
}
