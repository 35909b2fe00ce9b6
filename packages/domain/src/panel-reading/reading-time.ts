/** Words a minute at which somebody reads for a panel: the product's own assumption, slow enough to think. */
const WORDS_A_MINUTE = 200

/** About how many whole minutes some texts take to read, at least one. */
export function readingMinutes(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE))
}
