import type { Db } from '@cdop/database'
import { type Screen, screenFor } from '@cdop/de-identification'
import { type AreaId, type CaseId, canonicalJson } from '@cdop/domain'
import { z } from 'zod'
import { caseCipher, findCase } from '../case/case-store.ts'
import type { AgendaRow } from '../panel-meeting/panel-meeting-store.ts'
import type { Parts } from '../parts.ts'
import type { KnownToIntake } from './identifiers.ts'
import { type Narrative, narrativesOf, sourceKey } from './narratives.ts'
import { type PackCaseRow, screenedOf } from './pack-case-store.ts'
import type { PackRow } from './pack-store.ts'
import { knownOf } from './screen-pack.ts'
import { KeptFinding, type ScreenedNarrative } from './screened.ts'

/** A case of a meeting as a version of its pack has it, beside what it says now. */
export type PackCase = {
  readonly item: AgendaRow
  readonly row: PackCaseRow | null
  /** Each text as it was screened; empty where the case was not. */
  readonly screened: readonly ScreenedNarrative[]
  readonly narratives: readonly Narrative[]
  /**
   * `missing`: it was not screened with this version; `changed`: a text is not what it was, or what the case is known by now
   * would have other pieces of it found.
   * Where intake was not asked, what the case is known by is not held to it.
   */
  readonly standing: 'same' | 'changed' | 'missing'
}

const said = (texts: readonly Pick<Narrative, 'source' | 'mark'>[]) =>
  texts
    .map(({ source, mark }) => `${sourceKey(source)} ${mark}`)
    .sort()
    .join('\n')

/** How one case of the meeting stands to a version. */
export async function standingOf(
  tx: Db,
  parts: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  { packId }: Pick<PackRow, 'packId'>,
  { item, row, known }: { item: AgendaRow; row: PackCaseRow | null; known: KnownToIntake | null },
): Promise<PackCase> {
  const none = { item, row, screened: [], narratives: [] }
  const { caseId } = item
  const found = await findCase(tx, areaId, caseId)
  if (found === null || row?.outcome !== 'screened' || row.knownHash === null)
    return { ...none, standing: 'missing' }
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const screened = await screenedOf(tx, cipher, { areaId, packId, caseId })
  if (screened === null) return { ...none, standing: 'missing' }
  const narratives = await narrativesOf(tx, parts.keys, areaId, found)
  const sameTexts = said(narratives) === said(screened)
  const { knownHash } = row
  const foundTheSame = async (now: KnownToIntake): Promise<boolean> => {
    const is = await knownOf(tx, parts, areaId, found, now)
    return is.knownHash.equals(knownHash) || findsTheSame(screenFor(is.identifiers), narratives, screened)
  }
  const same = sameTexts && (known === null || (await foundTheSame(known)))
  return { item, row, screened, narratives, standing: same ? 'same' : 'changed' }
}

/** Whether the texts, screened again, say what they said: that something is known besides changes nothing that is taken out. */
function findsTheSame(
  screen: Screen,
  narratives: readonly Narrative[],
  screened: readonly ScreenedNarrative[],
): boolean {
  const texts = new Map(narratives.map(({ source, text }) => [sourceKey(source), text]))
  return screened.every(({ source, findings }) => {
    const text = texts.get(sourceKey(source))
    const now = text === undefined ? null : z.array(KeptFinding).parse(screen(text).findings)
    return now !== null && canonicalJson(now) === canonicalJson(findings)
  })
}

/** The row of a case in a version; null where the version was built without it. */
export const rowOf = (rows: readonly PackCaseRow[], caseId: CaseId): PackCaseRow | null =>
  rows.find((row) => row.caseId === caseId) ?? null
