export { type Place, placeIn } from '../place.ts'
export { type CastMember, seedDemonstration } from '../seed/seed-demonstration.ts'
export {
  type OperatorClient,
  type OperatorRequest,
  operatorClient,
  type SpokenFor,
} from './operator-client.ts'
export { type Stack, type StackOptions, startStack } from './start-stack.ts'
