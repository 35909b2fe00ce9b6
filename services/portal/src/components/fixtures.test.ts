import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { raw } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BackLinkOptions, backLink } from './back-link.ts'
import { BreadcrumbsOptions, breadcrumbs } from './breadcrumbs.ts'
import { ButtonOptions, button } from './button.ts'
import { CharacterCountOptions, characterCount } from './character-count.ts'
import { CheckboxesOptions, checkboxes } from './checkboxes.ts'
import { DateInputOptions, dateInput } from './date-input.ts'
import { DetailsOptions, details } from './details.ts'
import { ErrorMessageOptions, errorMessage } from './error-message.ts'
import { ErrorSummaryOptions, errorSummary } from './error-summary.ts'
import { FieldsetOptions, fieldset } from './fieldset.ts'
import { FileUploadOptions, fileUpload } from './file-upload.ts'
import { GenericHeaderOptions, genericHeader } from './generic-header.ts'
import { HintOptions, hint } from './hint.ts'
import type { Html } from './html.ts'
import { InputOptions, input } from './input.ts'
import { InsetTextOptions, insetText } from './inset-text.ts'
import { LabelOptions, label } from './label.ts'
import { NotificationBannerOptions, notificationBanner } from './notification-banner.ts'
import { PaginationOptions, pagination } from './pagination.ts'
import { PanelOptions, panel } from './panel.ts'
import { PhaseBannerOptions, phaseBanner } from './phase-banner.ts'
import { RadiosOptions, radios } from './radios.ts'
import { SelectOptions, select } from './select.ts'
import { ServiceNavigationOptions, serviceNavigation } from './service-navigation.ts'
import { SkipLinkOptions, skipLink } from './skip-link.ts'
import { SummaryListOptions, summaryList } from './summary-list.ts'
import { TableOptions, table } from './table.ts'
import { TagOptions, tag } from './tag.ts'
import { TaskListOptions, taskList } from './task-list.ts'
import { TextareaOptions, textarea } from './textarea.ts'
import { WarningTextOptions, warningText } from './warning-text.ts'

/** What the Design System publishes to hold other people's templates against. */
const Fixtures = z.object({
  fixtures: z.array(
    z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() }),
  ),
})

const components = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))

function fixturesOf(component: string) {
  const file = join(components, 'dist/govuk/components', component, 'fixtures.json')
  return Fixtures.parse(JSON.parse(readFileSync(file, 'utf8'))).fixtures
}

/** The fixtures write markup as strings; ours takes it only marked as such. */
function markMarkup(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'html' ? raw(value) : value
  if (Array.isArray(value)) return value.map((item) => markMarkup(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markMarkup(inner, name)]))
}

/** White space between and around tags carries no meaning here. */
function normalise(markup: string): string {
  return markup
    .replace(/\s+/g, ' ')
    .replace(/\s*([<>])\s*/g, '$1')
    .trim()
}

function compare<Options>(schema: z.ZodType<Options>, render: (options: Options) => Html) {
  return (fixture: { options: unknown; html: string }) => {
    const options = schema.safeParse(markMarkup(fixture.options))
    if (!options.success) return false
    expect(normalise(render(options.data).toString())).toBe(normalise(fixture.html))
    return true
  }
}

/** Component, how to compare it, and how many of its fixtures our narrower options still reach. */
const compared = [
  ['back-link', compare(BackLinkOptions, backLink), 4],
  ['breadcrumbs', compare(BreadcrumbsOptions, breadcrumbs), 7],
  ['button', compare(ButtonOptions, button), 15],
  ['character-count', compare(CharacterCountOptions, characterCount), 12],
  ['checkboxes', compare(CheckboxesOptions, checkboxes), 20],
  ['date-input', compare(DateInputOptions, dateInput), 20],
  ['details', compare(DetailsOptions, details), 5],
  ['error-message', compare(ErrorMessageOptions, errorMessage), 3],
  ['error-summary', compare(ErrorSummaryOptions, errorSummary), 5],
  ['fieldset', compare(FieldsetOptions, fieldset), 8],
  ['file-upload', compare(FileUploadOptions, fileUpload), 5],
  ['generic-header', compare(GenericHeaderOptions, genericHeader), 2],
  ['hint', compare(HintOptions, hint), 2],
  ['input', compare(InputOptions, input), 25],
  ['inset-text', compare(InsetTextOptions, insetText), 4],
  ['label', compare(LabelOptions, label), 8],
  ['notification-banner', compare(NotificationBannerOptions, notificationBanner), 12],
  ['pagination', compare(PaginationOptions, pagination), 8],
  ['panel', compare(PanelOptions, panel), 8],
  ['phase-banner', compare(PhaseBannerOptions, phaseBanner), 2],
  ['radios', compare(RadiosOptions, radios), 20],
  ['select', compare(SelectOptions, select), 9],
  ['service-navigation', compare(ServiceNavigationOptions, serviceNavigation), 15],
  ['skip-link', compare(SkipLinkOptions, skipLink), 4],
  ['summary-list', compare(SummaryListOptions, summaryList), 12],
  ['table', compare(TableOptions, table), 10],
  ['tag', compare(TagOptions, tag), 8],
  ['task-list', compare(TaskListOptions, taskList), 4],
  ['textarea', compare(TextareaOptions, textarea), 10],
  ['warning-text', compare(WarningTextOptions, warningText), 4],
] as const

describe('a component looks exactly as the Design System publishes it', () => {
  test.each(compared)('%s', (component, agrees, floor) => {
    const reached = fixturesOf(component).filter((fixture) => agrees(fixture)).length
    expect(reached, 'fixtures our options reach').toBeGreaterThanOrEqual(floor)
  })

  test('a plain string is refused where markup is expected', () => {
    expect(InsetTextOptions.safeParse({ html: '<b>bold</b>' }).success).toBe(false)
  })

  test('text is escaped, whatever it holds', () => {
    const attack = '"><script>alert(1)</script>'
    expect(tag({ text: attack }).toString()).not.toContain('<script>')
    expect(input({ name: 'a', label: { text: attack }, value: attack }).toString()).not.toContain('<script>')
  })
})
