import { createHash } from 'node:crypto'
import { Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { releaseIdIn } from '../release/route.ts'
import { partAsked } from './question.ts'
import { fileAsked, statisticsFile } from './statistics-file.ts'

/** A name that is safe inside a header, and that no identifier fits in. */
const safeName = /^[a-z0-9.-]+$/

/**
 * A table of a release, the part of it the address asks for, or the whole release, as a file.
 * @throws Refusal `not-found` for what the release does not hold
 */
export const statisticsFilePage = personPage('/explorer/:releaseId/:file{[A-Za-z0-9.-]+}', {
  permission: 'statistics:read',
  async show(visit) {
    const releaseId = releaseIdIn(visit)
    const asked = fileAsked(visit.param('file'))
    if (asked === null) throw new Refusal('not-found')
    const { of, format } = asked
    const { areaId, query } = visit
    const { release, answers } = await visit
      .call<ReportingRouter>('reporting')
      .statistics.release.query({ areaId, releaseId })
    const whole = of === 'release' ? answers : answers.filter(({ table }) => table.tableId === of)
    const [breakdown, row] = [query('breakdown'), query('row')]
    const told =
      breakdown === ''
        ? whole
        : whole.flatMap(
            (answer) => partAsked({ releaseId, tableId: of, breakdown, row, figure: '' }, answer) ?? [],
          )
    if (told.length === 0 || told.length < whole.length) throw new Refusal('not-found')
    const { name, mediaType, bytes } = statisticsFile(format, of, release, told)
    if (!safeName.test(name)) throw new RangeError('a file name holds codes alone')
    return new Response(bytes, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${name}"`,
        ETag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
      },
    })
  },
})
