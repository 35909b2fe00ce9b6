import { serviceMigrations } from '@cdop/events'
import { type MailSettings, smtpMail } from '@cdop/mail'
import type { CallReport } from '@cdop/rpc'
import { serveProcess } from '@cdop/runtime'
import { type ServiceDefinition, serviceApp } from '@cdop/service'
import type { Hono } from 'hono'
import { router } from './api.ts'
import { documentsApp } from './document/documents-app.ts'
import { MAIL_ESCALATION, mailEscalation } from './escalation/mail-escalation.ts'
import { fhirDoor } from './fhir/fhir-door.ts'
import { MAIL_DOCTOR, mailDoctor } from './household-death/mail-doctor.ts'
import { assets } from './layout/assets.ts'
import { secureHeaders } from './layout/secure-headers.ts'
import { portalRooms } from './live/portal-rooms.ts'
import { bringsFileTo } from './page/brings-file.ts'
import { servePages } from './page/serve-pages.ts'
import { pages } from './pages/pages.ts'
import { MAIL_PANEL, mailPanel } from './panel-invitation/mail-panel.ts'
import type { PortalParts } from './portal-parts.ts'
import { MAIL_REGIONAL, mailRegional } from './regional-asked/mail-regional.ts'
import { restDoor } from './rest/rest-door.ts'
import { openIdProvider } from './sign-in/identity-provider.ts'
import { MAIL_COORDINATOR, mailCoordinator } from './transfer-asked/mail-coordinator.ts'
import { refuseSameOrigin, refuseUnsafeAddress } from './unsafe-address.ts'
import { MAIL_ALERT, mailAlert } from './urgent-alert/mail-alert.ts'

export { demonstrationPeople } from './sign-in/demonstration-people.ts'

export const migrations = serviceMigrations(new URL('../migrations/', import.meta.url))

/** What only the portal is told at its start. */
export type PortalSettings = Pick<MailSettings, 'smtpUrl' | 'mailFrom'> & {
  /** Origin under which people reach it. */
  publicUrl: string
  /** Origin from which documents are opened, and where this process serves it. */
  documents: { publicUrl: string; host: string; port: number }
  issuer: string
  clientId: string
  clientSecret: string | undefined
}

/** The pages beside /rpc and /health, on the same app. */
function doors(app: Hono, parts: PortalParts): void {
  const { publicUrl, identityProvider } = parts
  app.use(
    '*',
    secureHeaders({ identityProvider: identityProvider.url, https: publicUrl.startsWith('https:') }),
  )
  app.route('/assets', assets)
  app.route('/', restDoor(parts))
  app.route('/', fhirDoor(parts))
  app.route('/', servePages(parts, pages))
}

export function definition(settings: PortalSettings): ServiceDefinition<PortalParts> {
  const { publicUrl, documents, issuer, clientId, clientSecret, smtpUrl, mailFrom } = settings
  return {
    service: 'portal',
    router,
    async extend(parts, log) {
      refuseUnsafeAddress(parts.deployment, publicUrl)
      refuseUnsafeAddress(parts.deployment, issuer)
      refuseUnsafeAddress(parts.deployment, documents.publicUrl)
      refuseSameOrigin(publicUrl, documents.publicUrl)
      const callback = `${publicUrl}/sign-in/callback`
      const identityProvider = openIdProvider({ issuer, clientId, clientSecret, callback })
      const mail = smtpMail(smtpUrl, mailFrom)
      const documentsUrl = documents.publicUrl
      const live = portalRooms(parts, log)
      const extended: PortalParts = { ...parts, publicUrl, documentsUrl, identityProvider, mail, log, live }
      const { host: hostname, port } = documents
      const app = documentsApp(extended)
      const serving = await serveProcess({ app, hostname, port, log, closing: [] })
      return {
        parts: extended,
        stopping: [() => live.rooms.stop()],
        closing: [() => serving.stop(), async () => mail.close()],
      }
    },
    jobs: (parts) => ({
      [MAIL_DOCTOR]: (payload) => mailDoctor(parts, payload),
      [MAIL_COORDINATOR]: (payload) => mailCoordinator(parts, payload),
      [MAIL_PANEL]: (payload) => mailPanel(parts, payload),
      [MAIL_ESCALATION]: (payload) => mailEscalation(parts, payload),
      [MAIL_ALERT]: (payload) => mailAlert(parts, payload),
      [MAIL_REGIONAL]: (payload) => mailRegional(parts, payload),
    }),
    doors,
    bringsFile: bringsFileTo(pages),
  }
}

/** The portal over parts the caller opened; needs no socket. */
export function createApp(parts: PortalParts, report: (call: CallReport) => void = () => {}): Hono {
  return serviceApp(
    { service: 'portal', router, extend: async () => ({ parts, closing: [] }), doors },
    parts,
    report,
  )
}
