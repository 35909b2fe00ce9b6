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

/** The main navigation, with the place a path lies in marked. */
export function navigationFor(places: readonly Destination[], path: string): NavigationItem[] {
  return places.map(({ text, href }) => ({
    text,
    href,
    ...(path === href && { current: true }),
    ...(path.startsWith(`${href}/`) && { active: true }),
  }))
}
