// How much of a file has been sent. Without it the browser sends the form by itself and says so in its own way.

export class UploadProgress {
  static moduleName = 'cdop-upload-progress'

  constructor(form) {
    this.form = form
    this.status = form.querySelector('[data-upload-status]')
    form.addEventListener('submit', (event) => {
      // Without a file there is nothing to wait for.
      if (!form.querySelector('input[type=file]').files.length) return
      event.preventDefault()
      this.send()
    })
  }

  say(words) {
    if (this.status.textContent !== words) this.status.textContent = words
  }

  send() {
    const request = new XMLHttpRequest()
    // Every tenth only: a screen reader says each.
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const tenths = Math.floor((loaded / total) * 10)
      this.say(tenths < 10 ? `Sending: ${tenths * 10}%` : 'Sent. The file is being checked')
    })
    request.addEventListener('load', () => this.show(request))
    request.addEventListener('error', () =>
      this.say('The file could not be sent. Check your connection and try again'),
    )
    request.responseType = 'document'
    request.open('POST', location.href)
    request.send(new FormData(this.form))
    this.say('Sending')
  }

  show({ response, responseURL, status }) {
    // Taken: the list of documents is where the answer led.
    if (status === 200 && responseURL !== location.href) {
      location.assign(responseURL)
      return
    }
    const main = response?.querySelector('main')
    if (!main) {
      this.say('Something went wrong. Load the page again')
      return
    }
    document.title = response.title
    document.querySelector('main').replaceWith(document.importNode(main, true))
    const form = document.querySelector(`[data-module="${UploadProgress.moduleName}"]`)
    if (form) new UploadProgress(form)
    const summary = document.querySelector('.govuk-error-summary')
    summary?.setAttribute('tabindex', '-1')
    summary?.focus()
    scrollTo(0, 0)
  }
}
