/** A question or a fact, and what is said to it. */
export type PaperRow = {
  readonly label: string
  readonly text: string
  /** Stands with the answer, such as how it was given. */
  readonly note?: string
}

/** A part of a paper under its heading. */
export type PaperSection = {
  readonly title: string
  /** 1 for a part of its own, 2 for a part of the one before. */
  readonly level: 1 | 2
  readonly rows: readonly PaperRow[]
}

/** A document as what stands in it, before it is drawn. */
export type Paper = {
  readonly title: string
  /** Stands on every page, such as a case reference: never a name. */
  readonly reference: string
  readonly classification: string
  /** Civil date the document is dated by: of what it shows, not of the day somebody asked for it. */
  readonly datedOn: string
  /** What the paper is, before its first part. */
  readonly facts: readonly PaperRow[]
  /** Said before its first part, such as that something is withheld. */
  readonly notices: readonly string[]
  readonly sections: readonly PaperSection[]
  /** Stands across every page, such as whose copy it is; no reader takes it for a part of the text. */
  readonly watermark?: string
}
