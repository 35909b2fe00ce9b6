import { raw } from 'hono/html'
import { backLink } from '../components/back-link.ts'
import { errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../components/html.ts'
import { skipLink } from '../components/skip-link.ts'
import { assetPath, modulePaths } from './assets.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import type { PageOptions } from './page-frame.ts'
import { printHeading } from './print-heading.ts'

/** A whole HTML document. */
export function page(options: PageOptions): Html {
  const { title, section, serviceName, error = [], nonce, before, main, refresh } = options
  const framed = options.projected
    ? { ...options, areaName: undefined, navigation: [], user: undefined }
    : options
  const name = [title, section, serviceName].filter((part) => part !== undefined).join(' – ')
  return html`${raw('<!doctype html>')}
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${error.length > 0 && 'Error: '}${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#1d4e5f">
<meta name="format-detection" content="telephone=no">
${refresh && html`<noscript><meta http-equiv="refresh" content="${refresh.seconds}; url=${refresh.href}"></noscript>\n`}<link rel="icon" type="image/svg+xml" href="${assetPath('favicon.svg')}">
<link rel="stylesheet" href="${assetPath('portal.css')}">
${modulePaths.map((path) => html`<link rel="modulepreload" href="${path}">\n`)}</head>
<body class="govuk-template__body${options.projected && ' cdop-projected'}">
<script nonce="${nonce}">document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')</script>
${skipLink({ text: 'Skip to main content', href: '#main-content' })}
${header(framed)}
<div class="govuk-width-container">
${printHeading(framed)}
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
