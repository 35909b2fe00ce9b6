import type { TranscriptionChannel } from '@cdop/domain'

/** How an agency told what was entered for it. */
export const channelWords: Readonly<Record<TranscriptionChannel, string>> = {
  phone: 'by telephone',
  letter: 'by letter',
  mail: 'by email',
  meeting: 'at a meeting',
}

/** The mark that stands with whatever was entered on behalf of an agency. */
export const transcribedWords = (channel: TranscriptionChannel): string =>
  `Transcribed: the agency told it ${channelWords[channel]}`
