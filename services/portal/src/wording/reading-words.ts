import type { SensitiveSubject, ToDecide } from '@cdop/domain'

/** What the panel must decide, as it stands on the page of a case. */
export const toDecideWords: Readonly<Record<ToDecide, string>> = {
  'what-has-changed': 'What has changed since the panel reviewed it before',
  'enough-without-answers': 'Whether it can decide without the answers that are missing',
  factors: 'Which factors, in each of the four domains, contributed to the death or to ill health',
  category: 'The category of death',
  modifiability: 'Whether there are modifiable factors',
  learning: 'What was learned, and what it recommends',
  'family-questions': 'What it answers the family',
}

/** What a folded passage is about, said calmly. */
export const foldedWords: Readonly<Record<SensitiveSubject, string>> = {
  'after-death': 'A passage about examinations after the death',
  'self-harm': 'A passage about self-harm or suicide',
  'harm-by-others': 'A passage about harm by others',
  injury: 'A passage about injuries',
}
