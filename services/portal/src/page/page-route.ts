import type { Permission } from '@cdop/domain'
import type { Place } from './place.ts'
import type { PostedForm } from './posted-form.ts'
import type { Again, Away, Posted, Shown } from './screen.ts'
import type { DraftVisit, InboxVisit, LinkVisit, PersonVisit, Visit } from './visit.ts'

type Answering<Request> = {
  /** Asked for by a page that is open, not by somebody: it does not prolong the session. */
  quiet?: true
  /** The page takes a file along with its form, of at most so many bytes: `enctype="multipart/form-data"`. */
  largestFile?: number
  /** The page takes a file as it comes, or several, of any length: the page itself says when one is too long. */
  streamsFile?: true | 'several'
  /** Answers the GET; with `again`, the POST that was not taken. */
  show(visit: Request, again: Again | null): Shown | Promise<Shown>
  /**
   * Takes the form. A Refusal it throws brings the same page back with the refusal's sentence; anything else thrown
   * is a page of its own.
   */
  post?(visit: Request, form: PostedForm): Promise<Posted>
  /** What the page says in place of the usual words when a service it needs does not answer. */
  whenAway?(visit: Visit): Promise<Away>
}

/** A page, by its path. One for each kind of visitor, so that what a page may use is in its type. */
export type PageRoute = { path: string } & (
  | ({ for: 'person'; permission: Permission | null; place: Place | null } & Answering<PersonVisit>)
  | ({ for: 'link' } & Answering<LinkVisit>)
  | ({ for: 'inbox' } & Answering<InboxVisit>)
  | ({ for: 'draft' } & Answering<DraftVisit>)
  | ({ for: 'anyone' } & Answering<Visit>)
)

type Without<Route, Key extends PropertyKey> = Omit<Route, Key>
type RouteFor<Who extends PageRoute['for']> = Extract<PageRoute, { for: Who }>

/** A page for people signed in who may do what it is about; anybody else gets 403, or the sign-in page. */
export function personPage(
  path: string,
  page: Without<RouteFor<'person'>, 'path' | 'for' | 'place'> & { place?: Place },
): PageRoute {
  return { ...page, path, for: 'person', place: page.place ?? null }
}

/** A page for the holder of a mailed link who has entered the code. Anybody else gets the one 404. */
export function linkPage(path: string, page: Without<RouteFor<'link'>, 'path' | 'for'>): PageRoute {
  return { ...page, path, for: 'link' }
}

/** A page for whoever has opened the inbox of a mailbox with its code. Anybody else gets the one 404. */
export function inboxPage(path: string, page: Without<RouteFor<'inbox'>, 'path' | 'for'>): PageRoute {
  return { ...page, path, for: 'inbox' }
}

/**
 * A page of a notification begun without an account, under `/notify/:area`. Anybody else is told that no form is open in
 * this browser.
 */
export function draftPage(path: string, page: Without<RouteFor<'draft'>, 'path' | 'for'>): PageRoute {
  return { ...page, path, for: 'draft' }
}

/** A page for everybody, signed in or not. */
export function openPage(path: string, page: Without<RouteFor<'anyone'>, 'path' | 'for'>): PageRoute {
  return { ...page, path, for: 'anyone' }
}
