import { z } from 'zod'

/** What the partnership asks of its work (domain reference 9, item 25). */
export const ReportQuestion = z.enum(['how-much', 'how-well', 'did-it-make-a-difference'])
export type ReportQuestion = z.infer<typeof ReportQuestion>

export const reportQuestions: Readonly<Record<ReportQuestion, string>> = {
  'how-much': 'How much did we do?',
  'how-well': 'How well did we do it?',
  'did-it-make-a-difference': 'Did it make a difference?',
}

/** The sections of an annual report in the order they are read (domain reference 3.5 and 3.6). */
export const ReportSectionId = z.enum([
  'foreword',
  'summary',
  'in-plain-words',
  'process-and-panel',
  'deaths',
  'reviews',
  'age-sex-and-place',
  'timeliness',
  'families-and-response',
  'categories',
  'modifiable-factors',
  'themes',
  'equality-impact',
  'good-practice',
  'recommendations',
  'priorities',
  'data-quality',
  'appendix',
])
export type ReportSectionId = z.infer<typeof ReportSectionId>

/** A section: what it is called, which question it answers, what belongs in it, and which tables stand in it. */
export type ReportSection = Readonly<{
  id: ReportSectionId
  title: string
  question: ReportQuestion | null
  asks: string
  tables: readonly string[]
}>

type Content = Omit<ReportSection, 'id'>

const content: Readonly<Record<ReportSectionId, Content>> = {
  foreword: {
    title: 'Foreword',
    question: null,
    asks: 'What the chair says of the year, and to whom the report is addressed',
    tables: [],
  },
  summary: {
    title: 'Key findings',
    question: null,
    asks: 'What a reader must know who reads nothing else',
    tables: [],
  },
  'in-plain-words': {
    title: 'For young people and bereaved parents',
    question: null,
    asks: 'What was learnt and what changes, in short sentences and plain words',
    tables: [],
  },
  'process-and-panel': {
    title: 'The process, the panel and its meetings',
    question: 'how-much',
    asks: 'The law, the area, how a death is reviewed, who sits on the panel, attendance and meetings held',
    tables: [],
  },
  deaths: {
    title: 'Deaths notified',
    question: 'how-much',
    asks: 'How many children died, and how that compares with earlier years',
    tables: ['N1'],
  },
  reviews: {
    title: 'Reviews completed',
    question: 'how-much',
    asks: 'How many deaths were reviewed, and how many still wait',
    tables: ['R1'],
  },
  'age-sex-and-place': {
    title: 'Age, sex and place',
    question: 'how-much',
    asks: 'At what age, of which sex and where children died, and what stands out in the first year of life',
    tables: ['N2', 'N9'],
  },
  timeliness: {
    title: 'How long reviews took',
    question: 'how-well',
    asks: 'The time from death to review, what delayed it, and what is carried forward',
    tables: ['T1', 'T2'],
  },
  'families-and-response': {
    title: 'Families and the response to a sudden death',
    question: 'how-well',
    asks: 'Joint agency responses and review meetings, key workers, and what families were offered and asked',
    tables: [],
  },
  categories: {
    title: 'Categories of death',
    question: 'how-well',
    asks: 'What the panel found children died of',
    tables: ['R2'],
  },
  'modifiable-factors': {
    title: 'Modifiable factors',
    question: 'how-well',
    asks: 'Which modifiable factors the panel found most, and how that compares with England',
    tables: ['R3'],
  },
  themes: {
    title: 'Themes',
    question: 'did-it-make-a-difference',
    asks: 'What was learnt of safer sleep, suicide, prematurity, smoking and other themes of the year',
    tables: [],
  },
  'equality-impact': {
    title: 'Equality impact',
    question: 'did-it-make-a-difference',
    asks: 'Who is affected more than others, as far as the protected figures can say, and what is done about it',
    tables: ['N4', 'N5'],
  },
  'good-practice': {
    title: 'Good practice',
    question: 'did-it-make-a-difference',
    asks: 'What went well and should be done elsewhere',
    tables: [],
  },
  recommendations: {
    title: 'Recommendations and actions',
    question: 'did-it-make-a-difference',
    asks: 'How far the recommendations of last year have come, what is recommended now, to whom and by when',
    tables: [],
  },
  priorities: {
    title: 'Priorities and resources',
    question: 'did-it-make-a-difference',
    asks: 'What comes next, developments and the budget',
    tables: [],
  },
  'data-quality': {
    title: 'About the figures',
    question: null,
    asks: 'Where the figures come from, what is missing in them, and what was revised',
    tables: ['Q1'],
  },
  appendix: {
    title: 'Appendix and glossary',
    question: null,
    asks: 'The categories of death, the words used and how to get in touch',
    tables: [],
  },
}

export const reportSections: readonly ReportSection[] = ReportSectionId.options.map((id) => ({
  id,
  ...content[id],
}))

/** Without these nobody publishes: what is said in them is what the report is for. */
export const requiredSections: readonly ReportSectionId[] = [
  'foreword',
  'summary',
  'in-plain-words',
  'deaths',
  'reviews',
  'modifiable-factors',
  'equality-impact',
  'good-practice',
  'recommendations',
  'data-quality',
]
