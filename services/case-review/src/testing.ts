export * from './testing-actors.ts'
export * from './testing-cases.ts'
export * from './testing-packs.ts'
export * from './testing-service.ts'
