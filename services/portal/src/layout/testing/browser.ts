import { type Browser, chromium as playwright } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/** The browser from npm, or the one that `CHROMIUM` names. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
