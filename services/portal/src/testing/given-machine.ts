import { randomUUID } from 'node:crypto'
import type { TokenScopes } from '../api-token/token-scope.ts'
import { type GivenPortal, givenPortal, leeds, operator, ownCallsAs } from './given-portal.ts'
import { type NotifyingServices, notifyingServices } from './notifying-services.ts'

/** An organisation's system with tokens, before a portal whose intake answers what the test says. */
export type GivenMachine = {
  portal: GivenPortal
  services: NotifyingServices
  tokenFor(scopes: TokenScopes, usesPerMinute?: number): Promise<string>
  send(
    path: string,
    request: { token?: string; headers?: Readonly<Record<string, string>>; body?: unknown; method?: string },
  ): Promise<{ status: number; headers: Headers; text: string; json: unknown }>
}

export async function givenMachine(): Promise<GivenMachine> {
  const services = notifyingServices()
  const portal = await givenPortal(services.routers)
  return {
    portal,
    services,
    async tokenFor(scopes, usesPerMinute = 1000) {
      const { token } = await ownCallsAs(portal.parts, operator(leeds)).apiToken.create({
        areaId: leeds,
        organisationName: 'Invented Infirmary',
        odsCode: 'X0INV',
        scopes,
        months: 12,
        usesPerMinute,
        key: randomUUID(),
      })
      return token ?? ''
    },
    async send(path, { token, headers = {}, body, method = 'POST' }) {
      const response = await portal.app.request(path, {
        method,
        headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = (response.headers.get('content-type') ?? '').includes('json')
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson ? JSON.parse(text) : null,
      }
    },
  }
}
