/** A program of the product that runs as a process of its own. */
export interface Program {
  readonly name: string
  /** Its file, from the checkout's root. */
  readonly main: string
  /** Its whole environment: nothing else of ours reaches it. */
  readonly environment: Readonly<Record<string, string>>
  /** Answers 200 once it can do its work. */
  readonly readyUrl: string
}
