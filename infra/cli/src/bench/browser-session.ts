/** What a browser sends besides the address: somebody's session in the portal. */
export interface BrowserSession {
  /** Opens a page. @throws Error when it does not come back with 200 */
  open(path: string): Promise<string>
  /** Follows a page that goes on telling, and hears each piece of it. Ends when it is stopped. @throws Error as `open` */
  follow(path: string, heard: (piece: string) => void, stop: AbortSignal): Promise<void>
}

const TURNS = 12

/** Signs somebody in through the local identity provider, over HTTP, as a browser without scripts would. */
export async function browserSession(portalUrl: string, email: string): Promise<BrowserSession> {
  const jar = new Map<string, Map<string, string>>()

  const cookiesFor = (origin: string) =>
    [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(url: string, form?: Readonly<Record<string, string>>) {
    const { origin } = new URL(url)
    const cookies = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, cookies)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookiesFor(origin) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = response.headers.get('location')
    return {
      status: response.status,
      body: await response.text(),
      location: to && new URL(to, url).href,
    }
  }

  const start = await send(`${portalUrl}/sign-in`)
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(start.body)?.[1] ?? ''
  const fields = { _csrf: hidden('_csrf'), _key: hidden('_key'), next: hidden('next') }
  const leaving = await send(`${portalUrl}/sign-in`, fields)
  const asked = await send(leaving.location ?? portalUrl)
  let answer = await send(asked.location ?? portalUrl, { person: email })
  for (let turn = 0; answer.location !== null && turn < TURNS; turn += 1) answer = await send(answer.location)
  if (answer.status !== 200) throw new Error(`signing in ended with ${answer.status}`)

  return {
    async open(path) {
      const { status, body } = await send(`${portalUrl}${path}`)
      if (status !== 200) throw new Error(`${path} came back with ${status}`)
      return body
    },
    async follow(path, heard, signal) {
      const headers = { cookie: cookiesFor(new URL(portalUrl).origin) }
      const response = await fetch(`${portalUrl}${path}`, { headers, signal })
      if (response.status !== 200 || response.body === null) {
        throw new Error(`${path} came back with ${response.status}`)
      }
      const words = new TextDecoder()
      for await (const piece of response.body) heard(words.decode(piece, { stream: true }))
    },
  }
}
