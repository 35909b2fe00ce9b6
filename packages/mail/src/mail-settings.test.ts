import { describe, expect, test } from 'vitest'
import { mailSinkSettings } from './env.ts'
import { mailSettings } from './mail-settings.ts'

describe('the settings of a service that sends mail', () => {
  test('links begin with the portal’s address, without a slash twice', () => {
    const given = { SMTP_URL: 'smtp://127.0.0.1:1025', PORTAL_PUBLIC_URL: 'https://cdop.example/' }
    expect(mailSettings(given).portalPublicUrl).toBe('https://cdop.example')
  })

  test('without a mail server it does not start, and says which setting is missing', () => {
    expect(() => mailSettings({ PORTAL_PUBLIC_URL: 'https://cdop.example' })).toThrow('SMTP_URL')
    const web = { SMTP_URL: 'https://mail.example', PORTAL_PUBLIC_URL: 'https://cdop.example' }
    expect(() => mailSettings(web)).toThrow('SMTP_URL')
  })

  test('the local mail sink never starts but for a demonstration', () => {
    const ports = { MAIL_SINK_SMTP_PORT: '1025', MAIL_SINK_PORT: '8025' }
    expect(mailSinkSettings({ ...ports, DEPLOYMENT: 'demonstration' })).toEqual({
      smtpPort: 1025,
      pagePort: 8025,
    })
    expect(() => mailSinkSettings({ ...ports, DEPLOYMENT: 'live' })).toThrow(
      'DEPLOYMENT must be demonstration',
    )
    expect(() => mailSinkSettings(ports)).toThrow('DEPLOYMENT')
  })
})
