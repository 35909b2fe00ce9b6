export * from './blind-index.ts'
export * from './data-key.ts'
export * from './key-provider.ts'
export * from './seal.ts'
