import { z } from 'zod'

/** Why a file is not taken. */
export const DocumentFault = z.enum([
  'empty',
  'too-large',
  'kind-not-taken',
  'not-what-it-says',
  'damaged',
  'password',
  'macros',
  'external-content',
  'runs-something',
  'holds-other-files',
  'unpacks-too-large',
  'too-many-entries',
  'unsafe-names',
  'too-many-pixels',
  'took-too-long',
  'needs-too-much',
  'malware',
])
export type DocumentFault = z.infer<typeof DocumentFault>

/** What somebody is told whose file is not taken: what is wrong with it, and what to do. */
export const documentFaults: Readonly<Record<DocumentFault, string>> = {
  empty: 'The file is empty. Choose another file',
  'too-large': 'The file is larger than 50 MB. Split it, or save it with smaller pictures',
  'kind-not-taken':
    'The file must be a PDF, a Word document (docx), an Excel workbook (xlsx), a JPG or PNG picture, or a mail (eml, msg). Save it as one of these',
  'not-what-it-says':
    'The file is not of the kind its name says. Open it in the program it was made with and save it again',
  damaged: 'The file is damaged or incomplete. Open it in the program it was made with and save it again',
  password: 'The file is protected with a password. Save a copy without the password',
  macros: 'The file holds macros. Save it as a docx or xlsx without macros, or as a PDF',
  'external-content':
    'The file fetches part of its content from somewhere else when it is opened. Break these links, or save it as a PDF',
  'runs-something':
    'The file would run or send something when it is opened. Print it to a new PDF and add that',
  'holds-other-files': 'The file has other files inside. Save these on their own and add each by itself',
  'unpacks-too-large': 'The file unpacks to more than 200 MB. Split it, or save it with smaller pictures',
  'too-many-entries': 'The file has more than 2,000 parts. Split it, or save it as a PDF',
  'unsafe-names':
    'Parts of the file have unsafe names. Open it in the program it was made with and save it again',
  'too-many-pixels': 'The picture has more than 50 megapixels. Save it smaller',
  'took-too-long': 'The file takes too long to check. Save it in a simpler form, for example as a PDF',
  'needs-too-much':
    'The file, or one part of it, is too large to be checked. Split it, or save it in a simpler form, for example as a PDF',
  malware: 'The scanner found malware in the file. It was not kept. Tell your IT service',
}
