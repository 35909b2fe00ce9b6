import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import type { Screen } from '../../page/screen.ts'
import type { VisitedArea } from '../../session/visitor.ts'

export function areasScreen(formFields: Html, areas: readonly VisitedArea[], mistake?: ErrorItem): Screen {
  const title = 'Which area do you want to work in?'
  return {
    title,
    main: html`<form method="post" novalidate>
${formFields}
${radios({
  name: 'area',
  idPrefix: 'area',
  items: areas.map(({ areaId, name, guest }) => ({
    value: areaId,
    text: name,
    ...(guest && {
      hint: {
        text: 'You have a seat at a panel meeting there. You see that meeting and its cases, and nothing else',
      },
    }),
  })),
  fieldset: {
    legend: { text: title, isPageHeading: true, classes: 'govuk-fieldset__legend--l' },
  },
  ...(mistake && { errorMessage: { text: mistake.text } }),
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>`,
  }
}
