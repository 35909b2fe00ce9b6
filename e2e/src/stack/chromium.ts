import chromium from '@sparticuz/chromium'

/** The browser from npm, unpacked on first use, or the one `CHROMIUM` names. */
export async function chromiumPath(): Promise<string> {
  return process.env['CHROMIUM'] || (await chromium.executablePath())
}

/** No sandbox, because root has none; nothing of the browser's own that speaks to the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
