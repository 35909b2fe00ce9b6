import { mayDo, type Person } from '@cdop/domain'
import type { NavigationItem } from '../components/service-navigation.ts'
import type { PageRoute } from './page-route.ts'
import type { Destination } from './place.ts'

/** The places this person may go to, in the order of the pages: what somebody may not do is not there. */
export function placesFor(routes: readonly PageRoute[], actor: Person): Destination[] {
  return routes.flatMap((route) =>
    route.for === 'person' &&
    route.place !== null &&
    (route.permission === null || mayDo(actor, route.permission))
      ? [{ ...route.place, href: route.path }]
      : [],
  )
}

/** More places than these do not fit on one line; fewer all stand there. */
const MOST = 7

/**
 * The main navigation, with the place a path lies in marked. Of many places it has those of every day, the one the path lies
 * in, and the start page, which has them all: nothing is further away than two clicks.
 */
export function navigationFor(places: readonly Destination[], path: string): NavigationItem[] {
  const liesIn = ({ href }: Destination) => path === href || path.startsWith(`${href}/`)
  const few = places.length <= MOST
  const items = places
    .filter((place) => few || place.daily === true || liesIn(place))
    .map(({ text, href }) => ({
      text,
      href,
      ...(path === href && { current: true }),
      ...(path.startsWith(`${href}/`) && { active: true }),
    }))
  return few ? items : [...items, { text: 'All pages', href: '/', ...(path === '/' && { current: true }) }]
}
