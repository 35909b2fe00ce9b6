import { AreaId } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { fairTurns } from './fair-turns.ts'

const leeds = AreaId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const york = AreaId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Takes turns by name and says in which order they began. */
function table(limits: Parameters<typeof fairTurns>[0]) {
  const turns = fairTurns(limits)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const taking = (areaId: AreaId, who: string, name: string) =>
    turns.take({ areaId, who }).then((end) => {
      begun.push(name)
      ends.push(end)
    })
  return {
    begun,
    taking,
    take(areaId: AreaId, who: string, name: string): void {
      taking(areaId, who, name).catch(() => undefined)
    },
    async endOne() {
      ends.shift()?.()
      await settled()
    },
  }
}

describe('turns at looking into files', () => {
  test('go round by area and by person: one file does not wait for all of somebody else’s', async () => {
    const { begun, take, endOne } = table({ atOnce: 1, ofPerson: 9 })
    for (const n of [1, 2, 3, 4]) take(leeds, 'a', `leeds a${n}`)
    take(leeds, 'b', 'leeds b')
    take(york, 'c', 'york c')
    await settled()
    for (let n = 0; n < 6; n += 1) await endOne()
    expect(begun).toEqual(['leeds a1', 'york c', 'leeds b', 'leeds a2', 'leeds a3', 'leeds a4'])
  })

  test('leave the second place to another area while one has the first', async () => {
    const { begun, take, endOne } = table({ atOnce: 2 })
    take(leeds, 'a', 'leeds 1')
    take(leeds, 'b', 'leeds 2')
    take(leeds, 'd', 'leeds 3')
    take(york, 'c', 'york')
    await settled()
    await endOne()
    expect(begun).toEqual(['leeds 1', 'leeds 2', 'york'])
  })

  test('are refused, not queued without end, to a person, an area and everybody; who has one keeps it', async () => {
    const { begun, take, taking, endOne } = table({ atOnce: 1, ofPerson: 1, ofArea: 2, ofAll: 3 })
    take(leeds, 'a', 'first')
    take(leeds, 'a', 'second')
    await expect(taking(leeds, 'a', 'third')).rejects.toThrow('files-waiting')
    take(leeds, 'b', 'b')
    await expect(taking(leeds, 'c', 'c')).rejects.toThrow('files-waiting')
    take(york, 'd', 'd')
    await expect(taking(york, 'e', 'e')).rejects.toThrow('files-waiting')
    for (let n = 0; n < 4; n += 1) await endOne()
    expect(begun.toSorted()).toEqual(['b', 'd', 'first', 'second'])
    take(york, 'e', 'again')
    await settled()
    expect(begun).toContain('again')
  })

  test('that do not come in time are given up, and the next still comes', async () => {
    const { begun, take, taking, endOne } = table({ atOnce: 1, patience: 10 })
    take(leeds, 'a', 'long')
    await expect(taking(leeds, 'b', 'impatient')).rejects.toThrow('files-waiting')
    take(york, 'c', 'next')
    await endOne()
    expect(begun).toEqual(['long', 'next'])
  })
})
