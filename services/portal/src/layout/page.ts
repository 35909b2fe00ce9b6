import { raw } from 'hono/html'
import { backLink } from '../components/back-link.ts'
import { type ErrorItem, errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../components/html.ts'
import type { NavigationItem } from '../components/service-navigation.ts'
import { skipLink } from '../components/skip-link.ts'
import { assetPath, modulePaths } from './assets.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import { printHeading } from './print-heading.ts'

/** Who is looking, and the token that lets them sign out. */
export type SignedIn = { readonly name: string; readonly csrf: string }

/** What a page has in common with every other of the same request. */
export type PageFrame = {
  readonly serviceName: string
  /** The panel's area: always in sight, so that nobody works in the wrong one. */
  readonly areaName?: string | undefined
  readonly navigation: readonly NavigationItem[]
  readonly user?: SignedIn | undefined
  /** The data are invented: says so on every page. */
  readonly demonstration: boolean
  /** From the `secureHeaders` middleware. */
  readonly nonce: string
  /** The present moment, printed at the head of a paper copy. */
  readonly at: Date
}

export type PageOptions = PageFrame & {
  /** The question or page, the same as its h1. Never a name, a number or a date of birth. */
  readonly title: string
  readonly section?: string | undefined
  /** A case reference: printed on paper, never part of the title. */
  readonly reference?: string | undefined
  /** What is wrong with the answers: the summary comes first in `main`, and the title begins with "Error: ". */
  readonly error?: readonly ErrorItem[] | undefined
  readonly backLink?: string | undefined
  /** In place of a back link: breadcrumbs, or a case's identity bar. */
  readonly before?: Html | undefined
  /** Must hold exactly one h1. */
  readonly main: Html
}

/** A whole HTML document. */
export function page(options: PageOptions): Html {
  const { title, section, serviceName, error = [], nonce, before, main } = options
  const name = [title, section, serviceName].filter((part) => part !== undefined).join(' – ')
  return html`${raw('<!doctype html>')}
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${error.length > 0 && 'Error: '}${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d4e5f">
<meta name="format-detection" content="telephone=no">
<link rel="icon" type="image/svg+xml" href="${assetPath('favicon.svg')}">
<link rel="stylesheet" href="${assetPath('portal.css')}">
${modulePaths.map((path) => html`<link rel="modulepreload" href="${path}">\n`)}</head>
<body class="govuk-template__body">
<script nonce="${nonce}">document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')</script>
${skipLink({ text: 'Skip to main content', href: '#main-content' })}
${header(options)}
<div class="govuk-width-container">
${printHeading(options)}
${options.backLink !== undefined && backLink({ href: options.backLink })}
${before}
<main class="govuk-main-wrapper" id="main-content">
${error.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: error })}
${main}
</main>
</div>
${footer()}
<script type="module" src="${assetPath('start.js')}"></script>
</body>
</html>
`
}
