/** A path of this portal, or the start page: nobody is sent elsewhere by a link somebody made. */
export function ownPath(path: string): string {
  return path.length <= 500 && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : '/'
}
