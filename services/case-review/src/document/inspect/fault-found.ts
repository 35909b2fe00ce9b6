import type { DocumentFault } from '@cdop/domain'

/** Thrown where a file turns out not to be one that is taken. Says which fault, never what stands in the file. */
export class FaultFound extends Error {
  readonly fault: DocumentFault
  constructor(fault: DocumentFault) {
    super(`the file is not taken: ${fault}`)
    this.name = 'FaultFound'
    this.fault = fault
  }
}
