// Takes what is read off the screen at once, before the neutral page has come. Without it the link leads there.

export class HideScreen {
  static moduleName = 'cdop-hide-screen'

  constructor(root) {
    const hide = (event) => {
      event.preventDefault()
      document.body.hidden = true
      document.title = 'Nothing is shown'
      // The page that was read is not a step back away.
      location.replace(root.href)
    }
    root.addEventListener('click', hide)
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide(event)
    })
  }
}
