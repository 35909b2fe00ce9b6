import { ageWords } from './age-condition.ts'
import { NOT_KNOWN } from './answer.ts'
import type { Condition, Gate } from './compiled-form.ts'

function conditionWords(condition: Condition): string {
  switch (condition.operator) {
    case '=':
      return condition.code === NOT_KNOWN
        ? `\`${condition.linkId}\` is not known`
        : `\`${condition.linkId}\` is \`${condition.code}\``
    case '!=':
      return `\`${condition.linkId}\` is answered otherwise than \`${condition.code}\``
    case 'exists':
      return `\`${condition.linkId}\` is ${condition.exists ? 'answered' : 'not answered'}`
    case '<':
    case '>=':
      return `${ageWords(condition).replace(/^Only if /, '')} (\`${condition.from}\` to \`${condition.to}\`)`
  }
}

/** When a gate is open, in words that name questions by linkId. */
export function gateWords(gate: Gate): string {
  return gate.conditions.map(conditionWords).join(gate.any ? ' or ' : ' and ')
}
