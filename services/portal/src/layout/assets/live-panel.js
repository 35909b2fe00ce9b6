// A live panel, kept up to date. Without it the page loads itself anew every few seconds.

const ASK_EVERY = 10_000
const STILL_EVERY = 60_000
const RETRY_AFTER = 2_000

export class LivePanel {
  static moduleName = 'cdop-live'

  constructor(root) {
    this.root = root
    this.token = root.dataset.token
    this.connect()
    // Whoever moves or types is there: that prolongs the session, as loading the page does. A page that is left alone does not.
    this.active = false
    for (const sign of ['pointermove', 'pointerdown', 'keydown']) {
      addEventListener(sign, () => {
        this.active = true
      })
    }
    if (root.dataset.page !== undefined) setInterval(() => this.still(), STILL_EVERY)
  }

  connect() {
    this.source = new EventSource(this.root.dataset.changes)
    this.source.addEventListener('open', () => this.connected(true))
    this.source.addEventListener('here', ({ data }) => this.here(data))
    this.source.addEventListener('change', ({ data }) => {
      if (data !== this.token) void this.refresh()
    })
    // The next page says why: signed out, closed to this person, or no longer there.
    this.source.addEventListener('end', () => {
      this.source.close()
      location.reload()
    })
    this.source.addEventListener('error', () => {
      this.connected(false)
      if (this.source.readyState !== EventSource.CLOSED) return
      setTimeout(() => {
        void this.refresh().finally(() => this.connect())
      }, ASK_EVERY)
    })
  }

  connected(is) {
    const says = this.root.querySelector('[data-live-line]')
    if (says !== null) says.hidden = is
  }

  here(count) {
    for (const says of this.root.querySelectorAll('[data-live-here]')) {
      const words = `${count} here`
      if (says.textContent !== words) says.textContent = words
    }
  }

  still() {
    if (!this.active) return
    this.active = false
    this.fetched(this.root.dataset.page).catch(() => {})
  }

  async refresh() {
    // What changes while one is fetched is fetched next, not over it.
    this.again = true
    if (this.fetching) return
    this.fetching = true
    try {
      while (this.again) {
        this.again = false
        await this.fetched(this.root.dataset.again)
      }
    } catch {
      // What could not be fetched is asked for until it comes, also where no further change brings it up.
      this.connected(false)
      clearTimeout(this.later)
      this.later = setTimeout(() => void this.refresh(), RETRY_AFTER)
    } finally {
      this.fetching = false
    }
  }

  async fetched(href) {
    // Whoever is filling in a form is told, and loads the page when ready.
    if (href === undefined) {
      const changed = this.root.querySelector('[data-live-changed]')
      if (changed !== null) changed.hidden = false
      return
    }
    // Whoever may not follow any more is led elsewhere: the page itself goes there.
    const answer = await fetch(href, { redirect: 'manual' })
    if (!answer.ok) {
      location.reload()
      return
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const root = page.querySelector('[data-module="cdop-live"]')
    if (root === null) {
      location.reload()
      return
    }
    const said = this.root.querySelector('[role="status"]')
    const says = root.querySelector('[role="status"]')
    // The line that is read out stays the same element, or nothing is read out.
    if (said !== null && says !== null) {
      if (said.textContent !== says.textContent) said.textContent = says.textContent
      says.replaceWith(said)
    }
    this.root.replaceChildren(...root.childNodes)
    this.token = root.dataset.token
  }
}
