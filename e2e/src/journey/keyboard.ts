import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has before what is looked for. */
const MOST_STOPS = 120

/** A person with a keyboard and nothing else, and how often they pressed a key: each letter typed is one too. */
export class Keyboard {
  readonly #page: Page
  #pressed = 0

  constructor(page: Page) {
    this.#page = page
  }

  get pressed(): number {
    return this.#pressed
  }

  async press(key: string): Promise<void> {
    this.#pressed += 1
    await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    this.#pressed += text.length
    await this.#page.keyboard.type(text)
  }

  /** Tab until something has the focus. @throws when it is never reached */
  async tabTo(target: Locator): Promise<void> {
    await this.#tab(() => target.evaluate((element) => element === document.activeElement))
  }

  async #tab(isThere: () => Promise<boolean>): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.press('Tab')
      if (await isThere()) return
    }
    throw new Error('the keyboard does not lead there')
  }

  /** Chooses an answer: a box by Space; of radios one is a stop, and the arrow keys lead to the others. */
  async choose(group: Locator, answer: Locator): Promise<void> {
    if ((await answer.getAttribute('type')) !== 'radio') {
      await this.tabTo(answer)
      return this.press('Space')
    }
    await this.#tab(() => group.evaluate((element) => element.contains(document.activeElement)))
    for (let turns = 0; turns < MOST_STOPS; turns += 1) {
      if (await answer.evaluate((element) => element === document.activeElement)) return this.press('Space')
      await this.press('ArrowDown')
    }
    throw new Error('the arrow keys do not lead there')
  }

  async typeInto(label: string, text: string): Promise<void> {
    await this.tabTo(this.#page.getByLabel(label, { exact: true }))
    await this.type(text)
  }

  /** Chooses the first answer of a question by Space. */
  async first(question: string): Promise<void> {
    await this.tabTo(this.#page.getByRole('group', { name: question }).locator('input').first())
    await this.press('Space')
  }

  /** Sends the page by Enter, as every form takes it, and waits for the next. */
  async enter(heading: string): Promise<void> {
    await this.press('Enter')
    await expect(this.#page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
}
