import { CategoryOfDeath, categoryNames, primaryCategory } from '@cdop/domain'
import { type Answers, bindings, type CompiledForm } from '@cdop/forms'
import { z } from 'zod'

const Chosen = z.object({
  analysis: z.object({ categories: z.array(z.string().transform(Number).pipe(CategoryOfDeath)).min(1) }),
})

/** The categories the panel selected; empty while there is none. */
export function chosenCategories(form: CompiledForm, answers: Answers): CategoryOfDeath[] {
  const chosen = Chosen.safeParse(bindings(form, answers))
  return chosen.success ? chosen.data.analysis.categories : []
}

/** The primary category follows from those chosen and is never typed in; null while none is chosen. */
export function primaryCategoryOf(chosen: readonly CategoryOfDeath[]): CategoryOfDeath | null {
  return chosen.length === 0 ? null : primaryCategory(chosen)
}

/** A category with its number, by which the national form knows it. */
export function categoryWords(category: CategoryOfDeath): string {
  return `${category}. ${categoryNames[category]}`
}
