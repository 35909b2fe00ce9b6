import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'

const file = (records: string): string => join(records, `seen-${process.pid}.txt`)

/** Writes down every address a browser asks for and every title it shows: what a history and a proxy would keep. */
export function recordTraffic(context: BrowserContext, records: string): void {
  context.on('request', (request) => recordLine(records, `address ${request.url()}`))
  context.on('page', (page) => {
    page.on('domcontentloaded', () => {
      page.title().then(
        (title) => recordLine(records, `title ${title}`),
        // Gone already: the next page has a title of its own.
        () => undefined,
      )
    })
    page.on('download', (download) => recordLine(records, `file ${download.suggestedFilename()}`))
  })
}

function recordLine(records: string, line: string): void {
  appendFileSync(file(records), `${line}\n`)
}

/** Everything all workers wrote down. */
export function recordedTraffic(records: string): readonly string[] {
  return readdirSync(records)
    .filter((name) => name.startsWith('seen-'))
    .flatMap((name) => readFileSync(join(records, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
}
