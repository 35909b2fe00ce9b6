import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, test as base, type Page } from '@playwright/test'
import type { Who } from './people/people.ts'
import { signIn } from './people/sign-in.ts'
import { chromiumFlags } from './stack/chromium.ts'
import { type RunningStack, runningStack } from './stack/running-stack.ts'
import { recordTraffic } from './traffic/record-traffic.ts'

export { expect } from '@playwright/test'

type Opening = { readonly javaScript?: boolean }

/** The file that holds somebody's session, made by the sign-in tests. */
function sessionFile(stack: RunningStack, who: Who): string {
  return join(stack.records, `session-${who}.json`)
}

/** Milliseconds after which a session nobody used may have ended: the portal ends it after fifteen minutes. */
const MAY_HAVE_ENDED = 10 * 60_000

/** Keeps somebody's session for the tests that follow: whole at any moment, for another worker may be reading it. */
export async function keepSession(page: Page, stack: RunningStack, who: Who): Promise<void> {
  const kept = sessionFile(stack, who)
  const written = `${kept}.${process.pid}`
  await page.context().storageState({ path: written })
  renameSync(written, kept)
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
      const page = await context.newPage()
      if (who !== 'nobody' && Date.now() - statSync(sessionFile(stack, who)).mtimeMs > MAY_HAVE_ENDED) {
        await context.clearCookies()
        await signIn(page, who)
        await keepSession(page, stack, who)
      }
      return page
    })
    for (const context of contexts) await context.close()
  },
})
