import type { Locator, Page } from '@playwright/test'
import { choose, press } from './fill-in.ts'
import { Keyboard } from './keyboard.ts'

/** How somebody works a page: the same journey by mouse, or by keyboard alone. */
export type Hands = {
  /** Follows a link. */
  open(link: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  choose(question: string | RegExp, ...answers: readonly string[]): Promise<void>
  /** Ticks one box, by its words. */
  tick(label: string | RegExp): Promise<void>
  date(question: string, date: string): Promise<void>
  press(button: string): Promise<void>
}

const linkOf = (page: Page, name: string) => page.getByRole('link', { name }).first()
const datePartsOf = (page: Page, question: string, date: string): readonly (readonly [Locator, string])[] => {
  const [year = '', month = '', day = ''] = date.split('-')
  const fields = page.getByRole('group', { name: question, exact: true })
  const of = (part: string) => fields.getByLabel(part, { exact: true })
  return [
    [of('Day'), String(Number(day))],
    [of('Month'), String(Number(month))],
    [of('Year'), year],
  ]
}

export const byMouse = (page: Page): Hands => ({
  open: (link) => linkOf(page, link).click(),
  fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
  choose: (question, ...answers) => choose(page, question, ...answers),
  tick: (label) => page.getByLabel(label).check(),
  async date(question, date) {
    for (const [field, text] of datePartsOf(page, question, date)) await field.fill(text)
  },
  press: (button) => press(page, button),
})

/** Tab, Space, Enter and the arrow keys; what cannot be reached by them is an error. */
export function byKeyboard(page: Page): Hands {
  const keyboard = new Keyboard(page)
  async function enter(target: Locator): Promise<void> {
    await keyboard.tabTo(target)
    const loaded = page.waitForEvent('load')
    await keyboard.press('Enter')
    await loaded
  }
  return {
    open: (link) => enter(linkOf(page, link)),
    async fill(label, text) {
      const field = page.getByLabel(label, { exact: true })
      await keyboard.tabTo(field)
      await keyboard.press('ControlOrMeta+A')
      await keyboard.type(text)
    },
    async choose(question, ...answers) {
      const group = page.getByRole('group', { name: question, exact: true })
      for (const answer of answers) await keyboard.choose(group, group.getByLabel(answer, { exact: true }))
    },
    async tick(label) {
      await keyboard.tabTo(page.getByLabel(label))
      await keyboard.press('Space')
    },
    async date(question, date) {
      for (const [field, text] of datePartsOf(page, question, date)) {
        await keyboard.tabTo(field)
        await keyboard.press('ControlOrMeta+A')
        await keyboard.type(text)
      }
    },
    press: (button) => enter(page.getByRole('button', { name: button, exact: true })),
  }
}
