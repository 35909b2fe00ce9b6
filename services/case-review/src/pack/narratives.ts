import type { Db } from '@cdop/database'
import { type AreaId, isAsked, opensTheItem } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { panelNarratives } from '@cdop/forms'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { panelQuestionsOf } from '../family/panel-questions.ts'
import { portraitOf } from '../family/portrait-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { listedSummary } from '../panel-meeting/listing-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import type { NarrativeSource } from './screened.ts'

/** A text of a case as it stands now: identifying. */
export type Narrative = {
  readonly source: NarrativeSource
  readonly label: string
  readonly text: string
  readonly mark: string
}

/** By which two texts are known to be the same without being kept. */
const markOf = (keys: KeyProvider, text: string): string =>
  blindIndex(keys, 'pack-text', text).toString('base64url')

/** What tells one text of a case from another. */
export function sourceKey(source: NarrativeSource): string {
  if (source.of === 'return') return `${source.informationRequestId}/${source.form}/${source.path}`
  return source.of === 'family-question' ? `family-question/${source.familyQuestionId}` : source.of
}

/** What the family tells of its child where it wishes the panel to hear it, and what it asks of the panel: these come first. */
async function ofFamily(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: Pick<CaseRow, 'caseIds'>,
): Promise<Narrative[]> {
  const { portrait } = await portraitOf(tx, keys, areaId, found.caseIds)
  const told = portrait !== null && opensTheItem(portrait.wish) ? portrait.words : null
  const asked = await panelQuestionsOf(tx, keys, areaId, found)
  return [
    ...(told === null
      ? []
      : [
          {
            source: { of: 'portrait' as const },
            label: 'Who the child was',
            text: told,
            mark: markOf(keys, told),
          },
        ]),
    ...asked.map(({ familyQuestionId, asked: text }) => ({
      source: { of: 'family-question' as const, familyQuestionId },
      label: 'A question of the family',
      text,
      mark: markOf(keys, text),
    })),
  ]
}

/**
 * The texts of a listed case of which a panel may read a de-identified one, as they stand now: what the family tells and
 * asks, the summary, and the answers the forms allow, without those a caveat keeps from the panel.
 */
export async function narrativesOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
): Promise<Narrative[]> {
  const cipher = await caseCipher(tx, keys, areaId, found.caseId)
  const summary = await listedSummary(tx, cipher, areaId, found.caseId)
  const narratives: Narrative[] = [
    ...(await ofFamily(tx, keys, areaId, found)),
    { source: { of: 'summary' }, label: 'Summary', text: summary, mark: markOf(keys, summary) },
  ]
  const caveats = await caveatsOf(tx, areaId, found.caseIds)
  for (const { state, caseId, informationRequestId, organisationKind } of await requestsOf(
    tx,
    areaId,
    found,
  )) {
    if (!isAsked(state)) continue
    const returned = await findReturn(tx, keys, { areaId, caseId, informationRequestId })
    for (const one of returned?.forms ?? []) {
      const { answers } = shownOf('panel', informationRequestId, one, caveats)
      for (const { path, label, text } of panelNarratives(one.form, answers)) {
        const source = { of: 'return' as const, informationRequestId, organisationKind, form: one.name, path }
        narratives.push({ source, label, text, mark: markOf(keys, text) })
      }
    }
  }
  return narratives
}
