import { doubleMetaphone } from 'double-metaphone'
import { folded } from './fold.ts'

/** How a word may sound (double metaphone: one or two codes); none when it holds no Latin letter. */
export function soundsOf(word: string): readonly string[] {
  const codes = doubleMetaphone(folded(word).replace(/[^a-z]/g, ''))
  return [...new Set(codes)].filter((code) => code !== '')
}

/** One code for how a word sounds; a word in a script without sounds here stands for itself. */
export function soundOf(word: string): string {
  return soundsOf(word)[0] ?? folded(word)
}
