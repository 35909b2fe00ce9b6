import type { Entity, Finding, Instead } from '../finding.ts'
import { type EntitiesOfCase, type PackKey, type Pseudonyms, pseudonymsOf } from './pseudonyms.ts'
import { isSettled, type Settled } from './settle.ts'

/** A de-identified text. It is not anonymous: who knows the case may know it again. */
export type CompiledText = { readonly text: string; readonly replaced: number }

export type CaseToCompile = { readonly caseKey: string; readonly narratives: readonly Settled[] }

/** Who and what stands behind a pseudonym in the narratives of each case. */
export const entitiesOf = (cases: readonly CaseToCompile[]): readonly EntitiesOfCase[] =>
  cases.map(({ caseKey, narratives }) => ({
    caseKey,
    entities: narratives.flatMap((one) => hidden(one).flatMap(entityOf)),
  }))

/**
 * Compiles the narratives of all cases of a pack at once, so that one person or place has one pseudonym throughout.
 * @throws TypeError when a narrative was not made by `settle`
 */
export function compilePack(
  key: PackKey,
  cases: readonly CaseToCompile[],
  earlier?: ReadonlyMap<string, readonly string[]>,
): readonly { readonly caseKey: string; readonly narratives: readonly CompiledText[] }[] {
  const pseudonyms = pseudonymsOf(key, entitiesOf(cases), earlier)
  return cases.map(({ caseKey, narratives }) => ({
    caseKey,
    narratives: narratives.map((one) => compiled(one, caseKey, pseudonyms)),
  }))
}

const entityOf = (finding: Finding): readonly Entity[] =>
  finding.instead.type === 'entity' ? [finding.instead.entity] : []

function hidden(settled: Settled): readonly Finding[] {
  if (!isSettled(settled)) throw new TypeError('a narrative with something open cannot be compiled')
  const decided = settled.decided.filter(({ decision }) => decision.hide).map(({ finding }) => finding)
  return [...settled.certain, ...decided].toSorted((one, other) => one.start - other.start)
}

function compiled(settled: Settled, caseKey: string, pseudonyms: Pseudonyms): CompiledText {
  const findings = hidden(settled)
  const pieces: string[] = []
  let at = 0
  for (const finding of findings) {
    pieces.push(settled.text.slice(at, finding.start), `[${said(finding.instead, caseKey, pseudonyms)}]`)
    at = finding.end
  }
  pieces.push(settled.text.slice(at))
  return { text: withoutRepeats(pieces.join('')), replaced: findings.length }
}

const said = (instead: Instead, caseKey: string, pseudonyms: Pseudonyms) =>
  instead.type === 'words' ? instead.words : pseudonyms.of(instead.entity, caseKey)

/** "[address], [address]" says no more than one. */
const withoutRepeats = (text: string) => text.replace(/(\[[^\][]{1,80}\])(?:[ ,]{1,2}\1){1,20}/g, '$1')
