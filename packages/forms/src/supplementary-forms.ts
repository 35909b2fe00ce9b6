import asthmaAnaphylaxis2019 from './questionnaires/supplementary-asthma-anaphylaxis-2019-04-01.json' with {
  type: 'json',
}
import asthmaAnaphylaxis2021 from './questionnaires/supplementary-asthma-anaphylaxis-2021-04-01.json' with {
  type: 'json',
}
import cardiac2019 from './questionnaires/supplementary-cardiac-2019-04-01.json' with { type: 'json' }
import carePathway2019 from './questionnaires/supplementary-care-pathway-2019-04-01.json' with {
  type: 'json',
}
import carePathway2022 from './questionnaires/supplementary-care-pathway-2022-04-01.json' with {
  type: 'json',
}
import chromosomalGeneticCongenital2019 from './questionnaires/supplementary-chromosomal-genetic-congenital-2019-04-01.json' with {
  type: 'json',
}
import deliverySuiteOrNeonatalUnit2019 from './questionnaires/supplementary-delivery-suite-or-neonatal-unit-2019-04-01.json' with {
  type: 'json',
}
import deliverySuiteOrNeonatalUnit2022 from './questionnaires/supplementary-delivery-suite-or-neonatal-unit-2022-04-01.json' with {
  type: 'json',
}
import diabeticKetoacidosis2019 from './questionnaires/supplementary-diabetic-ketoacidosis-2019-04-01.json' with {
  type: 'json',
}
import drowning2019 from './questionnaires/supplementary-drowning-2019-04-01.json' with { type: 'json' }
import drowning2021 from './questionnaires/supplementary-drowning-2021-04-01.json' with { type: 'json' }
import epilepsy2019 from './questionnaires/supplementary-epilepsy-2019-04-01.json' with { type: 'json' }
import fall2019 from './questionnaires/supplementary-fall-2019-04-01.json' with { type: 'json' }
import fireBurnElectrocution2019 from './questionnaires/supplementary-fire-burn-electrocution-2019-04-01.json' with {
  type: 'json',
}
import infection2019 from './questionnaires/supplementary-infection-2019-04-01.json' with { type: 'json' }
import lifeLimitingCondition2019 from './questionnaires/supplementary-life-limiting-condition-2019-04-01.json' with {
  type: 'json',
}
import oncology2019 from './questionnaires/supplementary-oncology-2019-04-01.json' with { type: 'json' }
import otherNonIntentionalInjury2019 from './questionnaires/supplementary-other-non-intentional-injury-2019-04-01.json' with {
  type: 'json',
}
import poisoning2019 from './questionnaires/supplementary-poisoning-2019-04-01.json' with { type: 'json' }
import substanceMisuse2019 from './questionnaires/supplementary-substance-misuse-2019-04-01.json' with {
  type: 'json',
}
import suddenUnexpectedDeath2019 from './questionnaires/supplementary-sudden-unexpected-death-2019-04-01.json' with {
  type: 'json',
}
import suddenUnexpectedDeath2021 from './questionnaires/supplementary-sudden-unexpected-death-2021-04-01.json' with {
  type: 'json',
}
import suicideSelfHarm2019 from './questionnaires/supplementary-suicide-self-harm-2019-04-01.json' with {
  type: 'json',
}
import vehicleCollision2019 from './questionnaires/supplementary-vehicle-collision-2019-04-01.json' with {
  type: 'json',
}
import violenceOrMaltreatment2019 from './questionnaires/supplementary-violence-or-maltreatment-2019-04-01.json' with {
  type: 'json',
}

/** Where the supplementary forms live: one address for each kind, whatever its version. */
const ADDRESS = 'https://cdop.example/Questionnaire/supplementary-'

/** The form of a kind, such as `drowning`. They carry no numbers; those of before 2019 are `numberedForm`'s. */
export function supplementaryForm(kind: string): string {
  return `${ADDRESS}${kind}`
}

/** The kind a form is of; undefined for the forms every death has. */
export function supplementaryKind(url: string): string | undefined {
  return url.startsWith(ADDRESS) ? url.slice(ADDRESS.length) : undefined
}

/** Every version of every supplementary reporting form, as the FHIR R4 Questionnaires they are made of. */
export const supplementaryQuestionnaires = [
  asthmaAnaphylaxis2019,
  asthmaAnaphylaxis2021,
  cardiac2019,
  carePathway2019,
  carePathway2022,
  chromosomalGeneticCongenital2019,
  deliverySuiteOrNeonatalUnit2019,
  deliverySuiteOrNeonatalUnit2022,
  diabeticKetoacidosis2019,
  drowning2019,
  drowning2021,
  epilepsy2019,
  fall2019,
  fireBurnElectrocution2019,
  infection2019,
  lifeLimitingCondition2019,
  oncology2019,
  otherNonIntentionalInjury2019,
  poisoning2019,
  substanceMisuse2019,
  suddenUnexpectedDeath2019,
  suddenUnexpectedDeath2021,
  suicideSelfHarm2019,
  vehicleCollision2019,
  violenceOrMaltreatment2019,
]
