import { randomBytes } from 'node:crypto'
import { CaseId, type Instant } from '@cdop/domain'

/** A case id: UUIDv7 (RFC 9562), so that ids follow the order of acceptance; 74 bits are random. */
export function newCaseId(at: Instant): CaseId {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.parse(at), 0, 6)
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return CaseId.parse(bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
