import { describe, expect, test } from 'vitest'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import { countedPairs } from './pair-table.ts'
import { fleissKappa, gwetAgreementOfSeveral } from './several-panels.ts'
import {
  abc,
  abstractors,
  all,
  cohen,
  diagnoses,
  figures,
  fleissCohenEveritt,
  fourRaters,
  psychiatrists,
  seriousness,
  theirWeights,
} from './testing-published.ts'
import { weightsOfSeriousness } from './weights.ts'

describe('Cohen’s kappa agrees with the published figures', () => {
  test('of Cohen 1960: .492, exactly 29/59, and with Cohen’s weights of 1968 .348, exactly 1 - .90/1.38', () => {
    expect(figures(cohenKappa(cohen)).value).toBeCloseTo(29 / 59, 12)
    expect(figures(cohenKappa(cohen)).value.toFixed(3)).toBe('0.492')
    const weighted = figures(cohenKappa(cohen, { weighting: weightsOfSeriousness(seriousness) }))
    expect(weighted.value).toBeCloseTo(1 - 0.9 / 1.38, 12)
    expect(weighted.value.toFixed(3)).toBe('0.348')
  })

  test('of Fleiss, Cohen and Everitt 1969: .429 and, weighted, .507, whose variance they print as .003248', () => {
    const kappa = figures(cohenKappa(fleissCohenEveritt))
    expect(kappa.value).toBeCloseTo(3 / 7, 12)
    expect(kappa.error.toFixed(4)).toBe('0.0537')
    const weighted = figures(cohenKappa(fleissCohenEveritt, { weighting: theirWeights }))
    expect(weighted.value.toFixed(3)).toBe('0.507')
    expect((weighted.error ** 2).toFixed(6)).toBe('0.003248')
  })

  test('of the SAS manual’s skin example: .4842 with error .1380 and limits .2137 and .7547', () => {
    const skin = countedPairs(abc, [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ])
    const plain = cohenKappa(skin, all)
    expect(plain.kind === 'agreement' ? [plain.interval.low, plain.interval.high] : []).toEqual([
      expect.closeTo(0.2137, 4),
      expect.closeTo(0.7547, 4),
    ])
    expect(figures(plain)).toMatchObject({
      value: expect.closeTo(0.4842, 4),
      error: expect.closeTo(0.138, 4),
    })
    expect(figures(cohenKappa(skin, { ...all, weighting: 'linear' }))).toMatchObject({
      value: expect.closeTo(0.4701, 4),
      error: expect.closeTo(0.1457, 4),
    })
  })

  test('of Gwet 2014, plain, linear and quadratic', () => {
    expect(figures(cohenKappa(abstractors)).value.toFixed(3)).toBe('0.796')
    expect(figures(cohenKappa(abstractors, { weighting: 'linear' })).value.toFixed(3)).toBe('0.843')
    expect(figures(cohenKappa(abstractors, { weighting: 'quadratic' })).value.toFixed(3)).toBe('0.892')
    const found = figures(cohenKappa(diagnoses))
    expect([found.value.toFixed(3), found.error.toFixed(3)]).toEqual(['0.432', '0.046'])
  })
})

describe('Gwet’s AC1 and AC2 agree with the published figures', () => {
  test('of two panels (Gwet 2014)', () => {
    expect(figures(gwetAgreement(abstractors))).toMatchObject({
      value: expect.closeTo(0.84933, 5),
      error: expect.closeTo(0.04322, 5),
      observed: expect.closeTo(0.89, 12),
      byChance: expect.closeTo(0.26992, 5),
    })
    expect(figures(gwetAgreement(abstractors, { weighting: 'quadratic' }))).toMatchObject({
      value: expect.closeTo(0.94024, 5),
      error: expect.closeTo(0.01792, 5),
    })
    const found = figures(gwetAgreement(diagnoses))
    expect([found.value.toFixed(3), found.error.toFixed(3)]).toEqual(['0.456', '0.043'])
  })
})

describe('the figures of several panels agree with the published ones', () => {
  test('of Fleiss 1971: .430, to seven digits as R’s irr prints it', () => {
    expect(figures(fleissKappa(psychiatrists, all))).toMatchObject({
      value: expect.closeTo(0.4302445, 7),
      observed: expect.closeTo(5 / 9, 12),
    })
  })

  test('of Gwet 2014, with ratings missing', () => {
    expect(figures(fleissKappa(fourRaters, all))).toMatchObject({
      value: expect.closeTo(0.76117, 5),
      error: expect.closeTo(0.15302, 5),
      byChance: expect.closeTo(0.23872, 5),
      observed: expect.closeTo(0.81818, 5),
    })
    expect(figures(gwetAgreementOfSeveral(fourRaters, all))).toMatchObject({
      value: expect.closeTo(0.77544, 5),
      error: expect.closeTo(0.14295, 5),
      byChance: expect.closeTo(0.19032, 5),
    })
    const weighted = { ...all, weighting: 'quadratic' } as const
    const kappa = figures(fleissKappa(fourRaters, weighted))
    expect([kappa.value, kappa.error].map((one) => one.toFixed(3))).toEqual(['0.865', '0.146'])
    const ac2 = figures(gwetAgreementOfSeveral(fourRaters, weighted))
    expect([ac2.value, ac2.error].map((one) => one.toFixed(3))).toEqual(['0.914', '0.104'])
  })
})
