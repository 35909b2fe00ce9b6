import { z } from 'zod'

/** What a passage may be about that nobody should come upon unasked. */
export const SensitiveSubject = z.enum(['after-death', 'self-harm', 'harm-by-others', 'injury'])
export type SensitiveSubject = z.infer<typeof SensitiveSubject>

/**
 * The words by which a passage is taken to be about it, as of a day; the first that fits names it. The list is the product's
 * own. It folds too much rather than too little, and takes nothing away: what is folded is there for whoever asks.
 */
export const sensitiveWords: {
  readonly asOf: string
  readonly bySubject: readonly { readonly subject: SensitiveSubject; readonly words: readonly string[] }[]
} = {
  asOf: '2026-11-22',
  bySubject: [
    {
      subject: 'after-death',
      words: [
        'post-?\\s?mortem',
        'autops(?:y|ies)',
        'mortuary',
        'rigor mortis',
        'lividity',
        'dissect(?:ed|ion)',
      ],
    },
    {
      subject: 'self-harm',
      words: ['suicid\\w*', 'self-?\\s?harm\\w*', 'hang(?:ed|ing)', 'ligatures?', 'overdos\\w*'],
    },
    {
      subject: 'harm-by-others',
      words: [
        'abus(?:e|ed|ive)',
        'assault\\w*',
        'murder\\w*',
        'homicid\\w*',
        'rap(?:e|ed)',
        'sexual\\w*',
        'stabb(?:ed|ing)',
        'strangl\\w*',
        'suffocat\\w*',
        'smother\\w*',
        'neglect\\w*',
        'shaken',
      ],
    },
    {
      subject: 'injury',
      words: [
        'injur\\w*',
        'bruis\\w*',
        'fractur\\w*',
        'burn(?:s|t|ed)',
        'scald\\w*',
        'bleed(?:s|ing)',
        'blood',
        'drown\\w*',
        'chok(?:ed|ing)',
        'h(?:a|ae)?emorrhag\\w*',
        'wounds?',
      ],
    },
  ],
}

const patterns = sensitiveWords.bySubject.map(({ subject, words }) => ({
  subject,
  pattern: new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu'),
}))

/** What a passage is about that is folded until asked for; null for one that is shown. */
export function sensitiveSubject(passage: string): SensitiveSubject | null {
  return patterns.find(({ pattern }) => pattern.test(passage))?.subject ?? null
}
