/** A question of a form on paper. */
export type BlankQuestion = {
  /** Names the field in the file, so that what was typed can be told apart: the question's own id. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** When it is to be answered, in a sentence; always when it is left out. */
  readonly when?: string
  /** One answer, several of the options, one of them, or a day. */
  readonly kind: 'text' | 'date' | 'choice' | 'choices'
  readonly options?: readonly string[]
  /** What can be ticked instead of an answer, such as "I do not know". */
  readonly instead?: string
}

/** What stands in a section: a question, words to read, or a table with a column for each question. */
export type BlankItem =
  | ({ readonly of: 'question' } & BlankQuestion)
  | { readonly of: 'note'; readonly text: string }
  | {
      readonly of: 'table'
      readonly label: string
      readonly when?: string
      readonly columns: readonly BlankQuestion[]
    }

/** A form to be filled in elsewhere. */
export type BlankForm = {
  readonly title: string
  /** Paragraphs before the first section. */
  readonly introduction: readonly string[]
  /** At the foot of every page. */
  readonly footer: string
  readonly sections: readonly {
    readonly title: string
    readonly hint?: string
    readonly items: readonly BlankItem[]
  }[]
}
