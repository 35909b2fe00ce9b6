import { describe, expect, test } from 'vitest'
import { checkServer, refuseOldVersion } from './check-server.ts'
import { freePort } from './free-port.ts'

const adminUrl = process.env['CDOP_TEST_ADMIN_URL'] ?? ''

function changed(change: (url: URL) => void): string {
  const url = new URL(adminUrl)
  change(url)
  return url.href
}

describe('the server named in DATABASE_URL', () => {
  test('is accepted from version 18 on, and says whether it may lose commits', async () => {
    const facts = await checkServer(adminUrl)
    expect(facts.versionNumber).toBeGreaterThanOrEqual(180_000)
    expect(facts.durable).toBe(false)
  })

  test('is refused when it is older', () => {
    expect(() => refuseOldVersion(180_000, 'db.example:5432')).not.toThrow()
    expect(() => refuseOldVersion(170_006, 'db.example:5432')).toThrow(
      'The database server at db.example:5432 is PostgreSQL 17: use one of version 18 or later.',
    )
  })

  test('is named in one sentence when nothing answers', async () => {
    const port = await freePort()
    await expect(checkServer(`postgres://someone:secret@127.0.0.1:${port}/cdop`)).rejects.toThrow(
      `The database server at 127.0.0.1:${port} cannot be reached: start it, or correct DATABASE_URL.`,
    )
  })

  test('is never shown with its password, whatever is wrong', async () => {
    const wrong = [
      changed((url) => {
        url.password = 'not-this-one'
      }),
      changed((url) => {
        url.pathname = '/no-such-database'
      }),
      'mysql://someone:not-this-one@127.0.0.1/cdop',
      'not-this-one',
    ]
    const sentences = await Promise.all(
      wrong.map((url) =>
        checkServer(url).then(
          () => 'accepted',
          (error: unknown) => String(error),
        ),
      ),
    )
    expect(sentences).toEqual([
      expect.stringContaining('refuses the user or password in DATABASE_URL'),
      expect.stringContaining('The database named in DATABASE_URL does not exist'),
      expect.stringContaining('DATABASE_URL is not the address of a PostgreSQL database'),
      expect.stringContaining('DATABASE_URL is not the address of a PostgreSQL database'),
    ])
    expect(sentences.join()).not.toContain('not-this-one')
  })
})
