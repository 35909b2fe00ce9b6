import { z } from 'zod'

/** What a mailed link ends with. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
