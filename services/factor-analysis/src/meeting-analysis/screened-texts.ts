import { type Answers, answerTo, type CompiledForm, itemsOf, type Question, type Row } from '@cdop/forms'

/** The longest text that is looked through at once. */
const LONGEST = 20_000

const isWritten = ({ kind }: Question) => kind === 'string' || kind === 'text'

/** What somebody wrote in a form in words of their own, also where the question is no longer asked. */
function wordsIn(form: CompiledForm, answers: Answers): string[] {
  const rowsOf = (linkId: string): Row[] => {
    const value = answers[linkId]
    return Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
  }
  return itemsOf(form).flatMap((item): string[] => {
    if (item.kind === 'note') return []
    const said =
      item.kind === 'group'
        ? rowsOf(item.linkId).flatMap((row) => item.questions.filter(isWritten).map((one) => row[one.linkId]))
        : isWritten(item)
          ? [answerTo(answers, item.linkId)]
          : []
    return said.filter((one) => typeof one === 'string')
  })
}

/** All of it, put together into as few texts as can be looked through. No text is cut. */
export function screenedTexts(form: CompiledForm, answers: Answers, beside: readonly string[]): string[] {
  const texts: string[] = []
  for (const words of [...wordsIn(form, answers), ...beside]) {
    const last = texts.at(-1)
    if (last === undefined || last.length + words.length + 2 > LONGEST) texts.push(words)
    else texts[texts.length - 1] = `${last}\n\n${words}`
  }
  return texts
}
