import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { AreaId } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindIndex } from './blind-index.ts'
import { newDataKey, rewrapDataKey, subjectCipher } from './data-key.ts'
import { keysFrom } from './key-provider.ts'
import { type Place, seal, unseal } from './seal.ts'

const keys = keysFrom(randomBytes(32))
const area = AreaId.parse(randomUUID())
const other = AreaId.parse(randomUUID())
const newCase = (areaId = area) => {
  const subject = randomUUID()
  const wrapped = newDataKey(keys, areaId, subject)
  return { subject, wrapped, cipher: subjectCipher(keys, areaId, subject, wrapped) }
}
const place = fc.record({ subject: fc.string(), table: fc.string(), column: fc.string() })

describe('what is sealed for a case', () => {
  test('opens as it was written, whatever it was', () => {
    const { cipher } = newCase()
    fc.assert(
      fc.property(fc.jsonValue(), (written) => {
        const opened = cipher.openJson(
          'children',
          'identity',
          cipher.sealJson('children', 'identity', written),
        )
        expect(JSON.stringify(opened)).toBe(JSON.stringify(written))
      }),
    )
  })

  test('shows nothing of what is in it, and never looks the same twice', () => {
    const { cipher } = newCase()
    const [one, two] = [1, 2].map(() => cipher.sealJson('children', 'identity', 'Aurelia Example'))
    expect(one?.toString('latin1')).not.toContain('Aurelia')
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false)
  })

  test('opens in no other case, table or column', () => {
    const { subject, wrapped, cipher } = newCase()
    const sealed = cipher.sealJson('children', 'identity', 'Aurelia')
    expect(() => cipher.openJson('notifications', 'identity', sealed)).toThrow()
    expect(() => cipher.openJson('children', 'answers', sealed)).toThrow()
    expect(() => newCase().cipher.openJson('children', 'identity', sealed)).toThrow()
    // Nor with the key itself carried over to another case: the key is bound to its case too.
    expect(() => subjectCipher(keys, area, randomUUID(), wrapped)).toThrow()
    expect(subjectCipher(keys, area, subject, wrapped).openJson('children', 'identity', sealed)).toBe(
      'Aurelia',
    )
  })

  test('opens with no other area’s key, and with no other root', () => {
    const { subject, wrapped } = newCase()
    expect(() => subjectCipher(keys, other, subject, wrapped)).toThrow()
    expect(() => subjectCipher(keysFrom(randomBytes(32)), area, subject, wrapped)).toThrow()
  })

  test('opens in an area its key was wrapped for anew, and the new wrapping in no other', () => {
    const { subject, wrapped, cipher } = newCase()
    const sealed = cipher.sealJson('children', 'identity', 'Aurelia')
    const handed = rewrapDataKey(keys, subject, wrapped, { from: area, to: other })
    expect(subjectCipher(keys, other, subject, handed).openJson('children', 'identity', sealed)).toBe(
      'Aurelia',
    )
    expect(() => subjectCipher(keys, area, subject, handed)).toThrow()
    expect(() => rewrapDataKey(keys, subject, handed, { from: area, to: other })).toThrow()
    expect(() => rewrapDataKey(keys, randomUUID(), wrapped, { from: area, to: other })).toThrow()
  })

  test('moved between any two places is refused', () => {
    const key = createSecretKey(randomBytes(32))
    fc.assert(
      fc.property(place, place, (from: Place, to: Place) => {
        const sealed = seal(key, from, Buffer.from('x'))
        expect(unseal(key, from, sealed).toString()).toBe('x')
        fc.pre(from.subject !== to.subject || from.table !== to.table || from.column !== to.column)
        expect(() => unseal(key, to, sealed)).toThrow()
      }),
    )
  })

  test('cannot be moved by a name that looks like two', () => {
    const key = createSecretKey(randomBytes(32))
    const sealed = seal(key, { subject: 'a', table: 'b|c', column: 'd' }, Buffer.from('x'))
    expect(() => unseal(key, { subject: 'a|b', table: 'c', column: 'd' }, sealed)).toThrow()
    expect(() => unseal(key, { subject: 'a', table: 'b', column: 'c|d' }, sealed)).toThrow()
  })

  test('altered in any one bit, cut or lengthened is refused, without its content', () => {
    const { cipher } = newCase()
    const sealed = cipher.sealJson('children', 'identity', 'Aurelia Example')
    const open = (bytes: Buffer) => () => cipher.openJson('children', 'identity', bytes)
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const altered = Buffer.from(sealed)
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at)
        expect(open(altered)).toThrow()
      }),
    )
    for (let length = 0; length < sealed.length; length += 1)
      expect(open(sealed.subarray(0, length))).toThrow()
    expect(open(Buffer.concat([sealed, Buffer.from([0])]))).toThrow()
    try {
      open(sealed.subarray(0, 40))()
    } catch (thrown) {
      expect(inspect(thrown, { showHidden: true })).not.toContain('Aurelia')
    }
  })
})

describe('keys', () => {
  test('are the same from the same root and differ by root, area and use', () => {
    const root = randomBytes(32)
    const hex = (key: KeyObject) => key.export().toString('hex')
    const again = keysFrom(Buffer.from(root))
    expect(hex(again.keyEncryptionKey(area))).toBe(hex(keysFrom(root).keyEncryptionKey(area)))
    const all = [
      again.keyEncryptionKey(area),
      again.keyEncryptionKey(other),
      again.indexKey(),
      keysFrom(randomBytes(32)).keyEncryptionKey(area),
      createSecretKey(root),
    ].map(hex)
    expect(new Set(all).size).toBe(all.length)
    for (const key of all) expect(key).toHaveLength(64)
  })

  test('are named without being revealed', () => {
    const root = randomBytes(32)
    const { fingerprint, indexKey, keyEncryptionKey } = keysFrom(root)
    expect(fingerprint()).toBe(keysFrom(root).fingerprint())
    expect(fingerprint()).not.toBe(keysFrom(randomBytes(32)).fingerprint())
    for (const key of [root, indexKey().export(), keyEncryptionKey(area).export()]) {
      expect(Buffer.from(key).toString('hex')).not.toContain(fingerprint())
    }
  })

  test('of two cases are never alike', () => {
    const wrapped = Array.from({ length: 200 }, () => newCase().wrapped.toString('hex'))
    expect(new Set(wrapped).size).toBe(200)
  })
})

describe('a blind index', () => {
  test('is equal for equal values of one kind, under one root, and for nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (kind, one, two) => {
        const index = blindIndex(keys, kind, one)
        expect(index.equals(blindIndex(keys, kind, one))).toBe(true)
        expect(index.equals(blindIndex(keys, kind, two))).toBe(one === two)
        expect(index.equals(blindIndex(keys, `${kind}x`, one))).toBe(false)
        expect(index.equals(blindIndex(keysFrom(randomBytes(32)), kind, one))).toBe(false)
      }),
    )
  })

  test('shows nothing of the value', () => {
    expect(blindIndex(keys, 'nhs-number', '9990000018')).toHaveLength(32)
  })
})
