/** Where a page stands in the main navigation and on the start page. */
export type Place = {
  text: string
  /** One sentence on the start page. */
  says: string
  /** Somebody with many places goes there every day: it stands in the navigation, the others on the start page. */
  daily?: true
}

/** A place of the portal, as a link. */
export type Destination = Place & { href: string }
