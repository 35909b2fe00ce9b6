import type { ExemptionReason, HeldKind, ReportObstacle } from '@cdop/statistics'

/** Why a number may stand without a figure behind it. */
export const exemptionWords: Readonly<Record<ExemptionReason, string>> = {
  'law-or-guidance': 'It is said in law or guidance',
  'published-elsewhere': 'It was published elsewhere, and the source stands beside it',
  activity: 'It counts meetings, actions or money',
  name: 'It is part of a name',
  numbering: 'It numbers something',
  contact: 'It is a telephone number or an address',
  'ordinary-word': 'It is an ordinary word here, such as first aid',
  'series-before-2010': 'It speaks of the series before April 2010',
}

const faults: Readonly<Record<string, string>> = {
  'number-without-source': 'has no source. Write it as a figure of the release, or exempt it for a reason',
  'word-of-before-2010': 'belongs to the series before April 2010. Write of modifiable factors',
  'hidden-character': 'A character that cannot be seen stands here. Type the word again',
  'odd-exemption':
    'is exempt and has no number in it, or not one that may be exempt so. Write it without braces',
  'not-closed': 'is not closed. End it with two braces',
  'not-opened': 'closes what was not opened. Take the two braces out',
  'words-missing': 'needs a table, a row and what is asked, such as {{N2 0-27d total count}}',
  'statistic-unknown': 'asks for something unknown. End it with count, percentage, change or rate',
  'reason-unknown': 'gives no reason from the list',
  'table-unknown': 'names a table the release does not have',
  'table-withheld': 'names a table that is withheld from the release',
  'row-unknown': 'names a row the table does not have',
  'column-unknown': 'names a column the table does not have',
  'not-in-this-table': 'asks for what this table does not give',
}

/** What was found, and what to do about it. */
export function faultWords({ kind, written }: { readonly kind: string; readonly written: string }): string {
  const says = faults[kind] ?? 'cannot be read'
  return written === '' ? says : `“${written}” ${says}`
}

/** Why a sentence waits for two people. */
export const heldWords: Readonly<Record<HeldKind, string>> = {
  'small-number': 'it may tell of few children',
  'case-study': 'it may tell of one child or family',
  quotation: 'it quotes somebody',
  'exact-date': 'it names a day',
  'exempt-number': 'a number in it has no figure behind it',
}

const obstacles: Readonly<Record<ReportObstacle['kind'], string>> = {
  'section-missing': 'is not written yet',
  'prose-fault': 'has something to correct',
  'held-sentence': 'has a sentence that two people must decide about',
  'sentence-must-go': 'has a sentence that must go',
  'not-looked-at':
    'has text that nobody has looked at since it came from an earlier report or its figures changed',
  'comment-open': 'has an open comment',
  'figures-to-date': 'The figures are to date: a report is published from a release of the whole year',
  'not-signed': 'has not signed',
}

/** What keeps a report from its readers. */
export function obstacleWords({ kind, capacity }: ReportObstacle, title: string): string {
  const who = capacity === null ? title : capacityWords[capacity]
  return `${who} ${obstacles[kind]}`.trim()
}

export const capacityWords = { chair: 'The chair', scrutineer: 'The independent scrutineer' } as const

export const learntWords = {
  'nothing-new': 'Nothing that was not public already',
  'agreed-with-the-family': 'Something the family has agreed to',
} as const
