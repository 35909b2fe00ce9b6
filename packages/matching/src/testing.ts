export { chance, type FebrlPlan, inventedFebrl } from './testing-febrl.ts'
