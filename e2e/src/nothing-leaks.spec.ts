import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './browser-test.ts'
import {
  childrenFromAbroad,
  childrenNotifiedTwice,
  childrenOfOtherAreas,
  childrenRegistered,
  childrenReportedInError,
  siblingsOfThose,
} from './journey/children-of-both-manners.ts'
import { identifiersOf } from './journey/invented-child.ts'
import {
  importedChildren,
  journeyChildren,
  openCaseChild,
  publicChildren,
} from './journey/invented-children.ts'
import { mails } from './journey/mail.ts'
import { portalRoutes } from './rules/portal-routes.ts'
import { seededIdentifiers } from './rules/seeded-identifiers.ts'
import { readable } from './traffic/readable.ts'
import { recordedTraffic } from './traffic/record-traffic.ts'

/** The range that demonstration NHS numbers come from. */
const TEST_NUMBER = /(?<![0-9a-f-])999[ +-]?\d{3}[ +-]?\d{4}(?![0-9a-f-])/

test('nothing that says who a child was stands in a log, an address, a title, a mail or a file name', async ({
  open,
  stack,
}) => {
  const known = [
    ...[
      ...[
        siblingsOfThose,
        childrenFromAbroad,
        childrenNotifiedTwice,
        childrenOfOtherAreas,
        childrenRegistered,
        childrenReportedInError,
      ].flatMap((each) => Object.values(each)),
      ...Object.values(journeyChildren),
      ...Object.values(publicChildren),
      ...Object.values(importedChildren).flat(),
      openCaseChild,
    ].flatMap(identifiersOf),
    ...(await seededIdentifiers(await open('coordinator'))),
  ]
  expect(known.length).toBeGreaterThan(30)
  const logs = readdirSync(join(stack.place, 'log'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      where: entry.name,
      text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    }))
  const traffic = recordedTraffic(stack.records)
  const mailed = await mails(stack)
  const places = [
    ...logs,
    { where: 'addresses, titles and file names', text: traffic.map(readable).join('\n') },
    { where: 'mails', text: mailed.map((mail) => JSON.stringify(mail)).join('\n') },
  ]
  // Only what has nothing to do with cases may have nothing to say.
  expect(logs.filter(({ text }) => text !== '').length).toBeGreaterThan(4)
  expect(traffic.length).toBeGreaterThan(300)
  expect(traffic.filter((line) => line.startsWith('file ')).length).toBeGreaterThan(0)
  expect(mailed.length).toBeGreaterThan(3)
  for (const { where, text } of places) {
    expect.soft(TEST_NUMBER.exec(text)?.index ?? null, `an NHS number in ${where}`).toBeNull()
    const found = known.filter((word) => contains(text, word)).map((word) => known.indexOf(word))
    expect.soft(found, `places in the list of what must not stand in ${where}`).toEqual([])
  }
})

/** A whole word or number: a name may well be part of another word. */
function contains(text: string, word: string): boolean {
  const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\d])${quoted}(?![\\p{L}\\d])`, 'iu').test(text)
}

test('every page of the portal was seen in this run', ({ stack }) => {
  const log = readFileSync(join(stack.place, 'log/portal.log'), 'utf8')
  const routes = portalRoutes()
  expect(routes.length).toBeGreaterThan(35)
  expect(routes.filter((route) => !log.includes(`"route":${JSON.stringify(route)},`))).toEqual([])
})
