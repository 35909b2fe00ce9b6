export * from './calendar-file.ts'
export * from './mail.ts'
export * from './mail-settings.ts'
export * from './smtp-mail.ts'
