import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { type Html, html } from '../components/html.ts'
import { agencyWords, roleWords } from '../user/role-words.ts'
import type { DemonstrationPerson } from './demonstration-people.ts'

/** Headers of every page of the local identity provider. */
export const LOCAL_PAGE_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const style = `
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.1875rem/1.4 arial, sans-serif; color: #0b0c0c }
.mark { padding: .75rem 1rem; border-left: 10px solid #594d00; background: #fff7d6; font-weight: 700 }
fieldset { margin: 0; padding: 0; border: 0 }
legend { font-size: 1.5rem; font-weight: 700; margin: 1rem 0 .5rem }
label { display: block; padding: .5rem 0 .5rem .5rem; min-height: 24px }
input { width: 24px; height: 24px; vertical-align: middle; margin-right: .75rem }
button { margin-top: 1.5rem; padding: .5rem 1rem; border: 2px solid transparent; color: #fff; background: #1d5f5b; font: inherit; cursor: pointer }
:focus-visible { outline: 3px solid #fd0; box-shadow: 0 0 0 6px #0b0c0c }
.error { color: #b10e1e; font-weight: 700 }
`

/** The one style of these pages, as their content security policy names it. */
export const LOCAL_STYLE_HASH = `sha256-${createHash('sha256').update(style).digest('base64')}`

function document(title: string, main: Html): string {
  return String(html`${raw('<!doctype html>')}
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${raw(`<style>${style}</style>`)}</head>
<body><header><p class="mark">Demonstration: everybody here is invented and there are no passwords.</p></header>
<main>${main}</main></body></html>`)
}

/** Everybody who can sign in, one to choose. */
export function localSignInPage(people: readonly DemonstrationPerson[], mistake?: string): string {
  const title = 'Choose who to sign in as'
  // Somebody of several areas signs in once, and chooses afterwards.
  const once = people.filter(({ email }, at) => people.findIndex((other) => other.email === email) === at)
  const areas = [...new Set(once.map((person) => person.areaCode))]
  const choice = ({ email, displayName, roles, agency }: DemonstrationPerson) =>
    html`<label><input type="radio" name="person" value="${email}"> ${displayName}: ${[...roles.map((role) => roleWords[role]), ...(agency === undefined ? [] : [agencyWords[agency]])].join(', ').toLowerCase()}</label>`
  return document(
    mistake === undefined ? title : `Error: ${title}`,
    html`<h1>${title}</h1>
${mistake !== undefined && html`<p class="error" role="alert">${mistake}</p>`}
<form method="post" novalidate>
${areas.map(
  (area) => html`<fieldset><legend>Area ${area}</legend>
${once.filter((person) => person.areaCode === area).map(choice)}</fieldset>`,
)}
<button type="submit">Sign in</button>
</form>`,
  )
}

/** Whatever went wrong, the way back. */
export function localMistakePage(portalUrl: string): string {
  return document(
    'Sign in again',
    html`<h1>Sign in again</h1>
<p>This sign-in is too old or was already used. <a href="${portalUrl}/sign-in">Start again</a>.</p>`,
  )
}
