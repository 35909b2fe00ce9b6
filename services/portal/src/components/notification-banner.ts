import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'

export const NotificationBannerOptions = z.strictObject({
  text: z.string().optional(),
  html: Html.optional(),
  titleText: z.string().optional(),
  titleHeadingLevel: z.union([z.number(), z.string()]).optional(),
  titleId: z.string().optional(),
  type: z.literal('success').optional(),
  role: z.enum(['region', 'alert']).optional(),
  disableAutoFocus: z.boolean().optional(),
  classes: z.string().optional(),
})
export type NotificationBannerOptions = z.infer<typeof NotificationBannerOptions>

/** News about the page or, with `type: 'success'`, about what the person just did. */
export const notificationBanner = macro<NotificationBannerOptions>(
  'govuk/components/notification-banner/macro.njk',
  'govukNotificationBanner',
)
