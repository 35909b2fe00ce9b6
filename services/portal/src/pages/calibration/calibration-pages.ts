import type { PageRoute } from '../../page/page-route.ts'
import { calibrationCasePages } from '../calibration-case/route.ts'
import { calibrationComparedPage } from '../calibration-compared/route.ts'
import { calibrationFiguresPage } from '../calibration-figures/route.ts'
import { calibrationPage } from './route.ts'

export const calibrationPages: readonly PageRoute[] = [
  calibrationPage,
  calibrationFiguresPage,
  ...calibrationCasePages,
  calibrationComparedPage,
]
