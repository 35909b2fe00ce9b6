import type { RefusalCode } from '@cdop/domain'
import type { ErrorItem } from '../components/error-summary.ts'
import type { Html } from '../components/html.ts'
import type { PageOptions } from '../layout/page-frame.ts'
import type { PostedForm } from './posted-form.ts'

/** What a page shows: the frame around it is the pipeline's. */
export type Screen = Pick<
  PageOptions,
  'title' | 'section' | 'main' | 'backLink' | 'before' | 'reference' | 'refresh' | 'projected'
>

/** What a page says when a service it needs does not answer: its title, which is its h1, and what follows. */
export type Away = { readonly title: string; readonly body: Html }

/** Go to another page: after a form was taken, or because this page is not the right one now. Always 303. */
export class GoTo {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
}

/** Thrown where the right page is found out below the page itself: as `GoTo`, from anywhere. */
export class Elsewhere extends Error {
  readonly path: string
  constructor(path: string) {
    super('the page is elsewhere')
    this.path = path
  }
}

/**
 * Something is wrong with what was typed: the same page again, with all of it. Without a mistake it is the next step of
 * the same form ("Add another", check your answers), which the page tells from the button that was pressed.
 */
export class Problems {
  readonly errors: readonly ErrorItem[]
  constructor(errors: readonly ErrorItem[]) {
    this.errors = errors
  }
}

/** Why a page is shown a second time: what was typed and what is wrong, and the code when a rule said no. */
export type Again = {
  readonly form: PostedForm
  readonly errors: readonly ErrorItem[]
  readonly refusal: { readonly code: RefusalCode; readonly fields: readonly string[] } | null
}

/** What the GET, and the failed POST, of a page answer. A Response is for files. */
export type Shown = Screen | GoTo | Response
/** What a POST answers. */
export type Posted = GoTo | Problems | Response
