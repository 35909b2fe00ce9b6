export * from './case-identifiers.ts'
export * from './finding.ts'
export { type CaseToCompile, type CompiledText, compilePack, entitiesOf } from './pack/compile.ts'
export * from './pack/leak-report.ts'
export {
  type EntitiesOfCase,
  earlierKey,
  type PackKey,
  type Pseudonyms,
  pseudonymsOf,
} from './pack/pseudonyms.ts'
export {
  type Decided,
  type Decision,
  type Decisions,
  isSettled,
  placeOf,
  type Settled,
  settle,
  type Unsettled,
} from './pack/settle.ts'
export { LONGEST_NARRATIVE, type Screen, type Screened, screenFor } from './screen.ts'
