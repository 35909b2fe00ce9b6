export * from './local-mail-sink.ts'
export * from './testing-kept-mail.ts'
