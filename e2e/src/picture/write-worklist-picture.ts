import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { signIn } from '../people/sign-in.ts'
import { chromiumFlags } from '../stack/chromium.ts'
import { startStack } from '../stack/start-stack.ts'

/** Draws the coordinator's worklist of a fresh demonstration for the README. */
const { stack, stop } = await startStack()
try {
  const browser = await chromium.launch({ executablePath: stack.chromium, args: chromiumFlags })
  const context = await browser.newContext({
    baseURL: stack.portalUrl,
    viewport: { width: 1280, height: 900 },
  })
  const page = await context.newPage()
  await signIn(page, 'coordinator')
  await page.goto('/cases')
  await page.screenshot({ path: join(import.meta.dirname, '../../../docs/worklist.png') })
  await browser.close()
} finally {
  await stop()
}
