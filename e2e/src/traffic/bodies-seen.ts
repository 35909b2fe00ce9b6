import type { Page } from '@playwright/test'

/** Collects every text a page is sent from now on; what it returns waits for all of them. */
export function bodiesSeenBy(page: Page): () => Promise<readonly string[]> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    // A redirect has no body.
    if (/html|json|csv|plain/.test(type) && response.status() !== 303) {
      bodies.push(
        response
          .text()
          .catch(
            (thrown: unknown) => `unread: ${response.request().method()} ${response.url()} ${String(thrown)}`,
          ),
      )
    }
  })
  return () => Promise.all(bodies)
}
