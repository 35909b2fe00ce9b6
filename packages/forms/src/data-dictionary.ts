import { I_DO_NOT_KNOW } from './answer-words.ts'
import { askedWhen } from './asked-when.ts'
import { type CompiledForm, type Item, itemsOf, type Question, type RepeatingGroup } from './compiled-form.ts'
import { versionChanges } from './version-change.ts'

const HEAD = [
  '| Question | Identifier | Answer | Needed | Asked | Bound to |',
  '|---|---|---|---|---|---|',
].join('\n')

/** Text inside a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function answerOf(item: Question | RepeatingGroup): string {
  if (item.kind === 'group') return `up to ${item.maxOccurs} entries of the questions below`
  const notKnown = item.notKnown ? `; or “${item.notKnownText ?? I_DO_NOT_KNOW}”` : ''
  switch (item.kind) {
    case 'string':
    case 'text': {
      const lines = item.kind === 'text' ? 'text of several lines' : 'text'
      const format = item.format ? `, checked as \`${item.format}\`` : ''
      return `${lines}, up to ${item.maxLength} characters${format}${notKnown}`
    }
    case 'integer':
      return `whole number from ${item.minimum} to ${item.maximum}${notKnown}`
    case 'date':
    case 'time':
      return `${item.kind}${notKnown}`
    case 'choice': {
      const options = item.options.map(({ code, text }) => `\`${code}\` ${text}`).join('; ')
      return `${item.multiple ? 'any of' : 'one of'} ${options}${notKnown}`
    }
  }
}

function rowOf(form: CompiledForm, item: Question | RepeatingGroup, within: string): string {
  const asked = askedWhen(form, item)
  const bound = item.binding === undefined ? '' : `\`${within}${item.binding}\``
  const needed = item.required ? 'yes' : 'no'
  const question = item.kind === 'group' ? `**${item.text}**` : item.text
  const cells = [
    question,
    `\`${item.linkId}\``,
    answerOf(item),
    needed,
    asked === '' ? 'always' : `if ${asked}`,
    bound,
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

function rowsOfItem(form: CompiledForm, item: Item): string[] {
  if (item.kind === 'note') return []
  if (item.kind !== 'group') return [rowOf(form, item, '')]
  const within = item.binding === undefined ? '' : `${item.binding}[].`
  return [rowOf(form, item, ''), ...item.questions.map((question) => rowOf(form, question, within))]
}

/** Whose words they are: what nobody could hold against the national form says so. */
function wordingWords(form: CompiledForm): string {
  const asked = itemsOf(form).flatMap((item) =>
    item.kind === 'note' ? [] : item.kind === 'group' ? [item, ...item.questions] : [item],
  )
  const published = asked.filter(({ wording }) => wording === 'published')
  if (published.length === asked.length) return 'The wording is as published.'
  if (published.length === 0) return 'The wording is not verified against the national form.'
  const names = published.map(({ linkId }) => `\`${linkId}\``).join(', ')
  return `The wording is not verified against the national form, except of ${names}, which is as published.`
}

function formChapter(form: CompiledForm): string {
  const until = form.effective.to === undefined ? '' : ` until ${form.effective.to}`
  const pages = form.pages.map((page) =>
    [
      `### ${page.title} (\`${page.linkId}\`)`,
      '',
      HEAD,
      ...page.items.flatMap((item) => rowsOfItem(form, item)),
    ].join('\n'),
  )
  return [
    `## ${form.title}, version ${form.version}`,
    `\`${form.url}\`, in force from ${form.effective.from}${until}. ${form.pages.length} pages. ${wordingWords(form)}`,
    ...pages,
  ].join('\n\n')
}

function earlierVersion({ title, version, url, effective }: CompiledForm): string {
  const change = versionChanges.find((one) => one.url === url && one.from === version)
  const words = (did: string, linkIds: readonly string[]) =>
    linkIds.length === 0 ? [] : [`${did} ${linkIds.map((linkId) => `\`${linkId}\``).join(', ')}`]
  const changed =
    change === undefined
      ? []
      : [
          ...words('added', change.added),
          ...words('removed', change.removed),
          ...words('moved', change.moved),
          ...words('reworded', change.reworded),
          ...Object.entries(change.renamed).map(([was, is]) => `renamed \`${was}\` to \`${is}\``),
        ]
  const next =
    change === undefined || changed.length === 0 ? '' : ` Version ${change.to} ${changed.join('; ')}.`
  return `**${title}, version ${version}** (\`${url}\`), in force from ${effective.from} until ${effective.to ?? ''}. It stays for the answers given to it.${next}`
}

/** Every question of every form in force as Markdown: what it may be answered, when it is asked, and the domain path it fills. */
export function dataDictionary(forms: readonly CompiledForm[]): string {
  const earlier = forms.filter(({ effective }) => effective.to !== undefined)
  return `${[
    '# Data dictionary',
    'Written from the form definitions in `packages/forms/src/questionnaires` by `npm run cdop -- dictionary --write`; a test\nholds it to them. What is asked of no answer is not stored. An answer that is not known is not the same as a blank.',
    ...forms.filter(({ effective }) => effective.to === undefined).map(formChapter),
    ...(earlier.length === 0 ? [] : [['## Earlier versions', ...earlier.map(earlierVersion)].join('\n\n')]),
  ].join('\n\n')}\n`
}
