import type { ReportSection } from '@cdop/statistics'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { Html } from '../../components/html.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import type { Draft, DraftSection } from '../annual-reports/asked-report.ts'
import type { OfferedFigure } from './offered-figures.ts'

/** What the page of a section shows, and what was typed into it. */
export type SectionModel = {
  readonly draft: Draft
  readonly section: ReportSection
  readonly found: DraftSection | null
  readonly hidden: Html
  readonly nameOf: (personId: string) => string
  readonly prose: string
  /** What stands in the box, read; null where it is what was saved. */
  readonly previewed: DraftSection['read'] | null
  /** Somebody else saved while this was typed. */
  readonly overtaken: boolean
  readonly errors: readonly ErrorItem[]
  readonly retyped: PostedForm | null
  readonly offered: readonly OfferedFigure[]
  readonly mayWrite: boolean
  readonly mayComment: boolean
}
