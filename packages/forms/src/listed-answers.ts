import type { Answer, Row } from './answer.ts'
import { answerSchema } from './answer-schema.ts'
import type { Question, RepeatingGroup } from './compiled-form.ts'
import type { VersionChange } from './version-change.ts'

type Value = Answer | Row[]
export type Listed = NonNullable<VersionChange['listed']>

/** Where an answer goes that is a text in one version and a list in the other; `whole` where it can be told back from there. */
export type ListedPlace = { linkId: string; value: Value | undefined; whole: boolean }

/** What stands between the entries of a list that is read as one text. */
const BETWEEN = '\n\n'

const isText = (question: Question | RepeatingGroup | undefined): question is Question =>
  question?.kind === 'string' || question?.kind === 'text'

const accepts = (question: Question | RepeatingGroup | undefined, text: string) =>
  isText(question) && answerSchema(question).safeParse(text).success

/**
 * The place of a text that became a list: the text is its first entry; on the way back the entries are one text. Null for
 * every other answer.
 */
export function listedPlace(
  listed: Listed,
  target: ReadonlyMap<string, Question | RepeatingGroup>,
  linkId: string,
  value: Value,
): ListedPlace | null {
  const became = listed[linkId]
  if (became !== undefined && typeof value === 'string') {
    const { group, entry } = became
    const item = target.get(group)
    const question = item?.kind === 'group' ? item.questions.find((one) => one.linkId === entry) : undefined
    const fits = accepts(question, value)
    return { linkId: group, value: fits ? [{ [entry]: value }] : undefined, whole: fits }
  }
  const was = Object.entries(listed).find(([, { group }]) => group === linkId)
  if (was === undefined || !Array.isArray(value)) return null
  const [text, { entry }] = was
  const rows = value.filter((row) => typeof row === 'object')
  const entries = rows.map((row) => row[entry]).filter((one) => typeof one === 'string')
  const joined = entries.join(BETWEEN)
  const fits = accepts(target.get(text), joined)
  const [only, ...others] = rows
  const whole = fits && others.length === 0 && only !== undefined && Object.keys(only).join() === entry
  return { linkId: text, value: fits ? joined : undefined, whole }
}
