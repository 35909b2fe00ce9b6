export { chance, pick } from './chance.ts'
export { measure, nothingMeasured, recall } from './measure.ts'
export { HIDING_NAMES, plantedCase } from './plant.ts'
