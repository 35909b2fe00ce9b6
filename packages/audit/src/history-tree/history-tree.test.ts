import { generateKeyPairSync } from 'node:crypto'
import { AreaId, Instant } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edge, emptyEdge, grown, leafHash, leavesOf, rootOf } from './history-tree.ts'
import { consistencyProof, inclusionProof, isContinued, isIncluded } from './proof.ts'
import { headOf, isSignedBy, SignedHead, signHead } from './signed-head.ts'

const grownBy = (leaves: readonly Buffer[]): Edge => leaves.reduce(grown, emptyEdge)
const leavesFrom = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`entry ${at}`)))
const standOf = (leaves: readonly Buffer[]) => ({ leaves: leaves.length, root: rootOf(grownBy(leaves)) })

/** Everything a proof may be made wrong by: a hash altered, left out or put in twice. */
const spoilt = (proof: readonly Buffer[]): readonly (readonly Buffer[])[] => [
  ...proof.map((hash, at) =>
    proof.with(at, Buffer.from(hash.map((byte, place) => (place === 0 ? byte ^ 1 : byte)))),
  ),
  ...proof.map((_, at) => proof.toSpliced(at, 1)),
  ...proof.map((hash, at) => proof.toSpliced(at, 0, hash)),
]

describe('the tree over a chain', () => {
  test('has the roots of the published examples of certificate transparency', () => {
    const entries = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex')))
    const found = leaves.map((_, at) => rootOf(grownBy(leaves.slice(0, at + 1))).toString('hex'))
    expect(found).toEqual(roots)
    expect(rootOf(emptyEdge).toString('hex')).toMatch(/^e3b0c44298fc1c14/)
  })

  test('keeps no more than one part for each binary digit of its size', () => {
    const edge = grownBy(leavesFrom(1_000))
    expect(leavesOf(edge)).toBe(1_000)
    expect(edge).toHaveLength(6)
  })

  test('every entry is shown to be in it, at its own place alone, and by no other proof', () => {
    for (let size = 1; size <= 20; size += 1) {
      const leaves = leavesFrom(size)
      const stand = standOf(leaves)
      for (const [place, leaf] of leaves.entries()) {
        const proof = inclusionProof(leaves, place)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        for (let other = 0; other < size; other += 1) {
          expect(isIncluded(proof, { leaf, place: other }, stand)).toBe(other === place)
        }
        expect(isIncluded(proof, { leaf: leafHash(Buffer.from('forged')), place }, stand)).toBe(false)
        for (const wrong of spoilt(proof)) expect(isIncluded(wrong, { leaf, place }, stand)).toBe(false)
      }
    }
    expect(() => inclusionProof(leavesFrom(3), 3)).toThrow(RangeError)
    expect(isIncluded([], { leaf: leafHash(Buffer.of()), place: 0 }, { leaves: 0, root: Buffer.of() })).toBe(
      false,
    )
  })

  test('every later head is shown to continue every earlier one, and by no other proof', () => {
    for (let size = 1; size <= 20; size += 1) {
      const leaves = leavesFrom(size)
      for (let before = 1; before <= size; before += 1) {
        const proof = consistencyProof(leaves, before)
        const earlier = standOf(leaves.slice(0, before))
        expect(isContinued(proof, earlier, standOf(leaves))).toBe(true)
        for (const wrong of spoilt(proof)) expect(isContinued(wrong, earlier, standOf(leaves))).toBe(false)
      }
    }
    expect(() => consistencyProof(leavesFrom(3), 0)).toThrow(RangeError)
  })

  test('a history rewritten before an earlier head, or cut behind it, continues it by no proof', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, some, any) => {
        const leaves = leavesFrom(size)
        const before = 1 + (some % size)
        const at = any % before
        const rewritten = leaves.with(at, leafHash(Buffer.from('rewritten')))
        const earlier = standOf(leaves.slice(0, before))
        for (const proof of [consistencyProof(leaves, before), consistencyProof(rewritten, before)]) {
          expect(isContinued(proof, earlier, standOf(rewritten))).toBe(false)
        }
        const cut = leaves.slice(0, before - 1)
        if (cut.length > 0) expect(isContinued([], earlier, standOf(cut))).toBe(false)
      }),
    )
  })
})

describe('a signed head', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const of = {
    service: 'intake' as const,
    areaId: AreaId.parse('0198c1a0-0000-7000-8000-000000000001'),
    signedAt: Instant.parse('2026-11-23T09:00:00.000Z'),
  }
  const good = signHead(headOf(grownBy(leavesFrom(7)), of), privateKey)

  test('holds with its own key, read back from what was written', () => {
    expect(isSignedBy(SignedHead.parse(JSON.parse(JSON.stringify(good))), publicKey)).toBe(true)
    expect(isSignedBy(good, generateKeyPairSync('ed25519').publicKey)).toBe(false)
  })

  test('no part of it can be another', () => {
    const others = [
      { leaves: 6 },
      { service: 'portal' as const },
      { areaId: AreaId.parse('0198c1a0-0000-7000-8000-000000000002') },
      { signedAt: Instant.parse('2026-11-23T09:00:01.000Z') },
      { root: rootOf(grownBy(leavesFrom(8))).toString('hex') },
    ]
    for (const other of others) {
      expect(isSignedBy({ ...good, head: { ...good.head, ...other } }, publicKey)).toBe(false)
    }
  })

  test('of nothing there is none', () => {
    expect(() => headOf(emptyEdge, of)).toThrow()
  })
})
