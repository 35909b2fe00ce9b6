import { type CaseServices, caseServices } from './case-services.ts'
import { type GivenPortal, givenPortal } from './given-portal.ts'
import { type TestBrowser, testBrowser } from './test-browser.ts'

/** A coordinator who is signed in, and the services below answering what the test says. */
export type GivenCoordinator = {
  services: CaseServices
  portal: GivenPortal
  browser: TestBrowser
  /** The status somebody else meets at an address. */
  statusFor(subject: string, path: string): Promise<number>
  drop(): Promise<void>
}

export async function givenCoordinator(): Promise<GivenCoordinator> {
  const services = caseServices()
  const portal = await givenPortal(services.routers)
  const browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
  return {
    services,
    portal,
    browser,
    async statusFor(subject, path) {
      const other = testBrowser(portal.app)
      await other.signIn(subject)
      return (await other.get(path)).status
    },
    drop: () => portal.drop(),
  }
}

/** People of the area who are no coordinators. */
export const nobodyElse = [
  'helen.marsh@lds.example',
  'tom.harrow@lds.example',
  'owen.pryce@lds.example',
  'nadia.birch@lds.example',
] as const

/** The content of a page, without its frame. */
export const mainOf = (body: string): string => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
