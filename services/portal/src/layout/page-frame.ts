import type { ErrorItem } from '../components/error-summary.ts'
import type { Html } from '../components/html.ts'
import type { NavigationItem } from '../components/service-navigation.ts'

/** Who is looking, and the token that lets them sign out. */
export type SignedIn = { readonly name: string; readonly csrf: string }

/** What a page has in common with every other of the same request. */
export type PageFrame = {
  readonly serviceName: string
  /** The panel's area: always in sight, so that nobody works in the wrong one. */
  readonly areaName?: string | undefined
  readonly navigation: readonly NavigationItem[]
  readonly user?: SignedIn | undefined
  /** The data are invented: says so on every page. */
  readonly demonstration: boolean
  /** From the `secureHeaders` middleware. */
  readonly nonce: string
  /** The present moment, printed at the head of a paper copy. */
  readonly at: Date
}

export type PageOptions = PageFrame & {
  /** The question or page, the same as its h1. Never a name, a number or a date of birth. */
  readonly title: string
  readonly section?: string | undefined
  /** A case reference: printed on paper, never part of the title. */
  readonly reference?: string | undefined
  /** What is wrong with the answers: the summary comes first in `main`, and the title begins with "Error: ". */
  readonly error?: readonly ErrorItem[] | undefined
  readonly backLink?: string | undefined
  /** Without scripts the page loads this address anew after so many seconds: it shows what others are doing. */
  readonly refresh?: { readonly seconds: number; readonly href: string } | undefined
  /** Shown to a room: letters of 24 pixels at least, and nothing of whoever is signed in. */
  readonly projected?: true | undefined
  /** In place of a back link: breadcrumbs, or a case's identity bar. */
  readonly before?: Html | undefined
  /** Must hold exactly one h1. */
  readonly main: Html
}
