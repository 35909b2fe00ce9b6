import { join } from 'node:path'
import { type BrowserContext, test as base, type Page } from '@playwright/test'
import type { Who } from './people/people.ts'
import { chromiumFlags } from './stack/chromium.ts'
import { type RunningStack, runningStack } from './stack/running-stack.ts'
import { recordTraffic } from './traffic/record-traffic.ts'

export { expect } from '@playwright/test'

type Opening = { readonly javaScript?: boolean }

/** The file that holds somebody's session, made by the sign-in tests. */
export function sessionFile(stack: RunningStack, who: Who): string {
  return join(stack.records, `session-${who}.json`)
}

type OfTest = {
  /** A browser window of somebody signed in, or of nobody: what they ask for is recorded. */
  open(who: Who | 'nobody', opening?: Opening): Promise<Page>
}
type OfWorker = { stack: RunningStack }

export const test = base.extend<OfTest, OfWorker>({
  stack: [async ({ browserName: _ }, use) => use(runningStack()), { scope: 'worker' }],
  launchOptions: [
    async ({ stack }, use) => use({ executablePath: stack.chromium, args: chromiumFlags }),
    { scope: 'worker' },
  ],
  open: async ({ browser, stack }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who, { javaScript = true } = {}) => {
      const context = await browser.newContext({
        baseURL: stack.portalUrl,
        javaScriptEnabled: javaScript,
        acceptDownloads: true,
        ...(who !== 'nobody' && { storageState: sessionFile(stack, who) }),
      })
      contexts.push(context)
      recordTraffic(context, stack.records)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})
