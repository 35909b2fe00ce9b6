// Tells the server at which paragraph the reader is, so that they go on there on any device. Nothing is kept in the browser.

const AFTER = 2_000

export class ReadingPlace {
  static moduleName = 'cdop-reading-place'

  constructor(root) {
    this.root = root
    this.places = [...document.querySelectorAll('[data-place][id]')]
    this.kept = ''
    addEventListener('scroll', () => this.wait(), { passive: true })
    document.addEventListener('visibilitychange', () => document.hidden && this.keep())
  }

  wait() {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.keep(), AFTER)
  }

  keep() {
    const reached = this.places.findLast((one) => one.getBoundingClientRect().top < innerHeight / 2)
    if (!reached || scrollY === 0 || reached.id === this.kept) return
    this.kept = reached.id
    const said = new URLSearchParams(new FormData(this.root))
    said.set('_place', reached.id)
    // Without a signal the place is told with the next one.
    fetch(location.pathname, { method: 'POST', body: said, keepalive: true, redirect: 'manual' }).catch(
      () => {
        this.kept = ''
      },
    )
  }
}
