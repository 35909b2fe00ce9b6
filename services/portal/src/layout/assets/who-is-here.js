// Who else is at the case, kept up to date. Without it the page says so when it is loaded again.

const EVERY = 4_000
// A page left open tells nobody for ever that somebody is there.
const AT_MOST = 450

export class WhoIsHere {
  static moduleName = 'cdop-here'

  constructor(root) {
    this.says = root.querySelector('[role="status"]')
    this.href = root.dataset.href
    this.left = AT_MOST
    this.wait()
  }

  wait() {
    this.left -= 1
    if (this.left >= 0) setTimeout(() => this.look().catch(() => this.wait()), EVERY)
  }

  async look() {
    if (!document.hidden) {
      const answer = await fetch(this.href, { redirect: 'error' })
      // The case is no longer there for this person, or the session ended: the next page says so.
      if (!answer.ok) return
      const words = await answer.text()
      // Only what is new is replaced, and so read out.
      if (this.says.textContent !== words) this.says.textContent = words
    }
    this.wait()
  }
}
