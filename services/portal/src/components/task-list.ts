import { z } from 'zod'
import { macro } from './macro.ts'
import { TagOptions } from './tag.ts'

export const TaskListOptions = z.strictObject({
  idPrefix: z.string().optional(),
  items: z
    .array(
      z.strictObject({
        title: z.strictObject({ text: z.string(), classes: z.string().optional() }),
        hint: z.strictObject({ text: z.string() }).optional(),
        status: z.strictObject({
          text: z.string().optional(),
          tag: TagOptions.optional(),
          classes: z.string().optional(),
        }),
        href: z.string().optional(),
        classes: z.string().optional(),
      }),
    )
    .readonly(),
  classes: z.string().optional(),
})
export type TaskListOptions = z.infer<typeof TaskListOptions>

/** The steps of a longer piece of work and how far each is. A step that cannot start has no `href`. */
export const taskList = macro<TaskListOptions>('govuk/components/task-list/macro.njk', 'govukTaskList')
