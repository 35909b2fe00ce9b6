import { expect, test } from './browser-test.ts'
import { coveredByReadme, coveredBySources } from './rules/covered.ts'
import { violationsOf } from './rules/page-rules.ts'
import { whatIsNew } from './rules/shapes.ts'

const planted = `<html lang="en"><title>Planted</title><main><h1>Planted</h1>
  <p id="faint" style="color: #ccc; background: #fff">Faint</p><input type="text"></main></html>`

test('the page rules see a field without a label, and text too faint to read unless it was measured before', async ({
  open,
}) => {
  const page = await open('nobody')
  await page.setContent(planted)
  expect(await whatIsNew(page)).toBe('elements')
  expect((await violationsOf(page, true)).map((fault) => fault.replace(/:.*/, '')).sort()).toEqual([
    'color-contrast',
    'label',
  ])
  expect(await whatIsNew(page)).toBe('nothing')
  expect((await violationsOf(page, false)).map((fault) => fault.replace(/:.*/, ''))).toEqual(['label'])
  await page.setContent(planted.replace('</main>', '<button>Send</button></main>'))
  expect(await whatIsNew(page)).toBe('elements')
})

test('the README says of every journey how it is made', () => {
  expect(coveredByReadme()).toEqual(coveredBySources())
})
