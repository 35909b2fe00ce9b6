import { z } from 'zod'
import { macro } from './macro.ts'

export const NavigationItem = z.strictObject({
  text: z.string().optional(),
  href: z.string().optional(),
  active: z.boolean().optional(),
  current: z.boolean().optional(),
})
export type NavigationItem = z.infer<typeof NavigationItem>

export const ServiceNavigationOptions = z.strictObject({
  serviceName: z.string().optional(),
  serviceUrl: z.string().optional(),
  navigation: z.array(NavigationItem).readonly().optional(),
  navigationId: z.string().optional(),
  navigationLabel: z.string().optional(),
  navigationClasses: z.string().optional(),
  menuButtonText: z.string().optional(),
  menuButtonLabel: z.string().optional(),
  ariaLabel: z.string().optional(),
  collapseNavigationOnMobile: z.boolean().optional(),
  classes: z.string().optional(),
})
export type ServiceNavigationOptions = z.infer<typeof ServiceNavigationOptions>

/** The main places of the service. `current` is this page, `active` a page above it. */
export const serviceNavigation = macro<ServiceNavigationOptions>(
  'govuk/components/service-navigation/macro.njk',
  'govukServiceNavigation',
)
