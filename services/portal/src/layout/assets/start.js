// Brings the components of a page to life. Every page works without this file.

import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { HideScreen } from './hide-screen.js'
import { JobStatus } from './job-status.js'
import { LivePanel } from './live-panel.js'
import { ReadingPlace } from './reading-place.js'
import { RevealRadios } from './reveal-radios.js'
import { UploadProgress } from './upload-progress.js'
import { WhoIsHere } from './who-is-here.js'

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  HideScreen,
  JobStatus,
  LivePanel,
  NotificationBanner,
  ReadingPlace,
  RevealRadios,
  ServiceNavigation,
  SkipLink,
  SortableTable,
  UploadProgress,
  WhoIsHere,
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
