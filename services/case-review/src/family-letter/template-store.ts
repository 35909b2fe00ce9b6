import type { Db } from '@cdop/database'
import {
  type AreaId,
  defaultLetters,
  ENGLISH,
  Instant,
  LETTER_LIMIT,
  LetterLanguage,
  LetterStage,
  PersonId,
  PlainDate,
  Refusal,
  text,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'

/** The words of a template. */
export const Wording = text(LETTER_LIMIT)

/** What an area writes at a stage in a language, from which day, by whom and when. */
export const LetterTemplate = z.strictObject({
  stage: LetterStage,
  language: LetterLanguage,
  version: z.int().positive(),
  validFrom: PlainDate,
  wording: Wording,
  changedBy: PersonId,
  changedAt: Instant,
})
export type LetterTemplate = z.infer<typeof LetterTemplate>

const tableOf = (stage: string, language: string, version: number) =>
  `letter_templates/${stage}/${language}/${version}`

/** Every version of every template of an area, the newest first of each; none where the product's own wording holds. */
export async function templatesOf(tx: Db, keys: KeyProvider, areaId: AreaId): Promise<LetterTemplate[]> {
  const rows = await tx<{ stage: string; language: string; version: number; wording: Buffer }[]>`
    select stage, language, version, valid_from, wording, changed_by, changed_at from case_review.letter_templates
    where area_id = ${areaId} order by stage, language, version desc
  `
  if (rows.length === 0) return []
  const cipher = await areaCipher(tx, keys, areaId)
  return rows.map(({ wording, ...row }) =>
    LetterTemplate.parse({
      ...row,
      wording: cipher.openJson(tableOf(row.stage, row.language, row.version), 'wording', wording),
    }),
  )
}

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addTemplate(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { stage, language, version, validFrom, wording, changedBy, changedAt }: LetterTemplate,
): Promise<void> {
  const cipher = await areaCipher(tx, keys, areaId)
  const sealed = cipher.sealJson(tableOf(stage, language, version), 'wording', wording)
  const added = await tx`
    insert into case_review.letter_templates (area_id, stage, language, version, valid_from, wording, changed_by,
      changed_at)
    select ${areaId}, ${stage}, ${language}, ${version}, ${validFrom}, ${sealed}, ${changedBy}, ${changedAt}
    where ${version} - 1 = (
      select coalesce(max(t.version), 0) from case_review.letter_templates t
      where t.area_id = ${areaId} and t.stage = ${stage} and t.language = ${language}
    )
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}

/** What is written at a stage in each language on a day: of the versions valid then the newest; English always. */
export function inForce(
  templates: readonly LetterTemplate[],
  stage: LetterStage,
  today: PlainDate,
): { language: LetterLanguage; wording: string }[] {
  const own = new Map<LetterLanguage, string>()
  for (const template of templates.filter((one) => one.stage === stage && one.validFrom <= today)) {
    if (!own.has(template.language)) own.set(template.language, template.wording)
  }
  const english = own.get(ENGLISH) ?? defaultLetters[stage]
  own.delete(ENGLISH)
  return [
    { language: ENGLISH, wording: english },
    ...[...own].map(([language, wording]) => ({ language, wording })),
  ]
}
