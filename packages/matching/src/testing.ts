export * from './testing-children.ts'
export { type FebrlPlan, inventedFebrl } from './testing-febrl.ts'
