import { describe, expect, test } from 'vitest'
import { needsTls } from './smtp-mail.ts'

describe('a mail with a link or a code in it', () => {
  test.each(['smtp://relay.example:25', 'smtp://10.0.0.8', 'smtps://relay.example'])(
    'never goes to another machine in clear: %s',
    (url) => {
      expect(needsTls(url)).toBe(true)
    },
  )

  test.each(['smtp://127.0.0.1:1025', 'smtp://localhost', 'smtp://[::1]:25'])(
    'may go in clear to a server on this machine: %s',
    (url) => {
      expect(needsTls(url)).toBe(false)
    },
  )
})
