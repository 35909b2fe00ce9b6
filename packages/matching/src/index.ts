export * from './febrl/evaluate-febrl.ts'
