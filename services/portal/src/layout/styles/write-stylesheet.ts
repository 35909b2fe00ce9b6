import { writeFileSync } from 'node:fs'
import { compileStylesheet, stylesheetFile } from './compile-stylesheet.ts'

writeFileSync(stylesheetFile, compileStylesheet())
