// Brings the components of a page to life. Every page works without this file.

import { Button } from './govuk/components/button/button.mjs'
import { CharacterCount } from './govuk/components/character-count/character-count.mjs'
import { Checkboxes } from './govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from './govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from './govuk/components/notification-banner/notification-banner.mjs'
import { Radios } from './govuk/components/radios/radios.mjs'
import { ServiceNavigation } from './govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from './govuk/components/skip-link/skip-link.mjs'
import { SortableTable } from './moj/components/sortable-table/sortable-table.mjs'

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  SortableTable,
]

for (const Component of components) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(root)
    } catch {
      // The component stays as the server sent it, which is complete; the others still start.
    }
  }
}
