// How far a job has come, kept up to date. Without it the page says the same when it is loaded again.

const EVERY = 15_000
// A page left open must not keep a session alive for ever.
const AT_MOST = 40

export class JobStatus {
  static moduleName = 'cdop-job-status'

  constructor(root) {
    this.root = root
    this.left = AT_MOST
    this.wait()
  }

  wait() {
    this.left -= 1
    if (this.left >= 0) setTimeout(() => this.look().catch(() => this.wait()), EVERY)
  }

  async look() {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector(`[data-module="${JobStatus.moduleName}"]`)
    // The job came to an end, or the session did: the whole page has changed.
    if (fresh?.dataset.state !== this.root.dataset.state) {
      location.reload()
      return
    }
    // Only words that differ are replaced, so that a screen reader says what is new and nothing else.
    const now = [...this.root.querySelectorAll('p')]
    for (const [index, line] of [...fresh.querySelectorAll('p')].entries()) {
      if (now[index] && now[index].textContent !== line.textContent) now[index].textContent = line.textContent
    }
    this.wait()
  }
}
