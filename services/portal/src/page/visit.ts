import type {
  AreaId,
  DraftHolder,
  InboxHolder,
  InboxId,
  InformationRequestId,
  NotificationDraftId,
  Permission,
  Person,
  RequestHolder,
  RequestId,
  Role,
  ServiceName,
} from '@cdop/domain'
import type { AnyRouter, clientOf } from '@cdop/rpc'
import type { Html } from '../components/html.ts'
import type { PortalParts } from '../portal-parts.ts'
import type { CookieName } from '../session/cookie.ts'
import type { DraftVisitor, InboxVisitor, LinkVisitor, PersonVisitor, Visitor } from '../session/visitor.ts'
import type { AreaPerson } from '../user/area-people.ts'
import type { OwnCalls } from './own-calls.ts'
import type { Destination } from './place.ts'

/** The cookies of a request, and those of its answer. */
export type Cookies = {
  read(name: CookieName): string | null
  set(name: CookieName, token: string): void
  drop(name: CookieName): void
}

/** One request to a page, and all it may use. */
export type Visit = {
  readonly parts: PortalParts
  readonly visitor: Visitor
  readonly requestId: RequestId
  readonly url: URL
  /** The hidden fields every form begins with: the CSRF token and what marks this form. */
  readonly formFields: Html
  readonly cookies: Cookies
  /** What a page that follows something as it changes had heard when it lost its line; empty where it had heard nothing. */
  readonly lastEventId: string
  /** Headers of the answer. */
  readonly headers: Headers
  /** A part of the path, by its name in the route. */
  param(name: string): string
  /** A field of the query, or nothing. Never a name, a number or a date of birth. */
  query(name: string): string
  /**
   * Calls a service on the portal's own word, where nobody is signed in yet: a mailed link and its code, or, in an
   * area, a notification that begins.
   */
  callAsPortal<Router extends AnyRouter>(
    callee: ServiceName,
    areaId?: AreaId,
  ): ReturnType<typeof clientOf<Router>>
  /** After the mailed code was right: from the next request on this browser may answer this one request. */
  startLinkSession(subject: { areaId: AreaId; informationRequestId: InformationRequestId }): Promise<void>
  /** After the mailed code was right: from the next request on this browser sees what lies in this one inbox. */
  startInboxSession(subject: { areaId: AreaId; inboxId: InboxId }): Promise<void>
  /** From the next request on this browser may write this one notification. */
  startDraftSession(subject: { areaId: AreaId; notificationDraftId: NotificationDraftId }): Promise<void>
}

type Calling = {
  readonly areaId: AreaId
  /**
   * A typed client of a service, on the visitor's behalf: `visit.call<IntakeRouter>('intake')`. With `deadline`, in
   * milliseconds, where the work is known to be long.
   */
  call<Router extends AnyRouter>(callee: ServiceName, deadline?: number): ReturnType<typeof clientOf<Router>>
}

/** A person in one of their areas. */
export type InArea = Calling & { readonly name: string }

/**
 * What a request that lasts calls with: the portal's word on who asks is good for a minute, and a role, a session or a
 * link can end in the middle.
 */
type Lasting = {
  /** The same calls, signed anew for whoever this is now. @throws Refusal `not-found` when the session has ended */
  renewed(): Promise<Calling['call']>
}

/** A request by a person at work in one area. */
export type PersonVisit = Omit<Visit, 'visitor'> &
  Calling &
  Lasting & {
    readonly visitor: PersonVisitor
    readonly actor: Person
    /** The portal's own procedures: users and areas. */
    readonly own: OwnCalls
    /** Where this person may go. */
    readonly places: readonly Destination[]
    mayDo(permission: Permission): boolean
    /**
     * This person in every area where they hold a role, as that and nothing else: each call lies in one area alone, and no
     * session reaches further than its own.
     */
    inEachArea(role: Role): Promise<readonly InArea[]>
    /** The colleagues of this area: who did something, who sits on the panel. */
    people(): Promise<AreaPerson[]>
  }

/** A request by the holder of a mailed link. */
export type LinkVisit = Omit<Visit, 'visitor'> &
  Calling &
  Lasting & {
    readonly visitor: LinkVisitor
    readonly actor: RequestHolder
    /** Ends the link's session: the request is answered. */
    endLinkSession(): Promise<void>
  }

/** A request by whoever has opened the inbox of a mailbox. */
export type InboxVisit = Omit<Visit, 'visitor'> &
  Calling & {
    readonly visitor: InboxVisitor
    readonly actor: InboxHolder
    /** Ends the session of the inbox, and that of a request opened from it. */
    endInboxSession(): Promise<void>
  }

/** A request by somebody who notifies a death without an account. */
export type DraftVisit = Omit<Visit, 'visitor'> &
  Calling & {
    readonly visitor: DraftVisitor
    readonly actor: DraftHolder
    /** Ends the session: from this browser nobody can open the notification any more. */
    endDraftSession(): Promise<void>
  }
