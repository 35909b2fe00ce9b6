export * from './walk.ts'
