export {
  type Answer,
  type Answers,
  answerTo,
  isNotKnown,
  NOT_KNOWN,
  type NotKnown,
  type Row,
  rowsOf,
} from './answer.ts'
export { I_DO_NOT_KNOW, NOT_PROVIDED, WITHHELD } from './answer-words.ts'
export { answersFrom, Unbound } from './answers-from.ts'
export { answersJsonSchema, type Json, type JsonSchema } from './answers-json-schema.ts'
export { askedWhen } from './asked-when.ts'
export { type Bound, type BoundObject, bindings } from './bindings.ts'
export { clockTime } from './clock-time.ts'
export { type AnswerInCodes, codedAnswers } from './coded-answers.ts'
export { type AnsweredForm, type CollatedField, collate } from './collate.ts'
export { compile } from './compile.ts'
export { MalformedQuestionnaire } from './compile-checks.ts'
export {
  type CompiledForm,
  type Item,
  itemsOf,
  type Page,
  type Question,
  type RepeatingGroup,
} from './compiled-form.ts'
export { type AnswerStatus, completeness, type ItemStatus } from './completeness.ts'
export { convertAnswers, type VersionedAnswers } from './convert-answers.ts'
export { dataDictionary } from './data-dictionary.ts'
export { type AnswerInWords, everyAnswer } from './every-answer.ts'
export {
  CONTENT_HASH,
  contentHash,
  type FilledForm,
  formFile,
  formResponse,
  type LeavingForm,
  type OutgoingResponse,
  type Sha256,
} from './form-file.ts'
export { partOf } from './form-part.ts'
export { type FormRule, formRules } from './form-rules.ts'
export { FormVersionError, formInForce, formVersion } from './form-version.ts'
export type { Messages, Mistake } from './messages.ts'
export { type NumberedForm, type NumberedName, numberedForm } from './numbered-form.ts'
export type {
  ChoiceField,
  DateField,
  DatePart,
  FieldModel,
  Offered,
  OptionModel,
  ValueField,
} from './page-field.ts'
export {
  type BlockModel,
  type FieldsetModel,
  type GroupModel,
  type NoteModel,
  type PageModel,
  type PageOptions,
  pageModel,
  type RowModel,
  type SectionModel,
} from './page-model.ts'
export { type PanelAnswer, panelAnswers } from './panel-answers.ts'
export { type PanelNarrative, panelNarratives } from './panel-narratives.ts'
export { Questionnaire } from './questionnaire.ts'
export {
  fromQuestionnaireResponse,
  QuestionnaireResponse,
  ResponseMismatch,
  toQuestionnaireResponse,
} from './questionnaire-response.ts'
export { FormFileError, type FormFileFault, LARGEST_FORM_FILE, readFormFile } from './read-form-file.ts'
export {
  answersIn,
  type SectionProgress,
  SectionWord,
  SectionWords,
  StatedSection,
  sectionProgress,
  unfinishedSections,
  wordsAfter,
} from './section-progress.ts'
export {
  ANALYSIS_FORM,
  NOTIFICATION_FORM,
  questionnaireOf,
  REPORTING_FORM,
  statutoryForms,
} from './statutory-forms.ts'
export {
  type FieldError,
  type KeptTyping,
  keepTyped,
  parseSubmission,
  type Submission,
  type SubmissionOptions,
} from './submission.ts'
export type { Typed } from './submitted-body.ts'
export { SummaryRow, SummarySection, summary } from './summary.ts'
export { supplementaryForm, supplementaryKind } from './supplementary-forms.ts'
export { readAsNotKnown, unanswered } from './unanswered.ts'
export { type VersionChange, versionChanges } from './version-change.ts'
export { visible } from './visibility.ts'
export {
  type FormPartNamed,
  hasPart,
  partIn,
  questionsOfPart,
  type WithheldAnswers,
  withholdAnswers,
} from './withhold-answers.ts'
