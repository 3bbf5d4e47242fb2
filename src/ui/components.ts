/** Everything a page is made of. Views import from here. */
export { formatBytes } from './amounts.ts'
export { formatDate, formatTime } from './dates.ts'
export { errorSummary, type Problem } from './error-summary.ts'
export {
  type Choice,
  checkField,
  choiceField,
  type FieldView,
  fixedField,
  selectField,
  textField,
} from './fields.ts'
export { icon } from './icons.ts'
export { layout, type SpaceTab } from './layout.ts'
export {
  actions,
  breadcrumbs,
  button,
  checksum,
  columns,
  copyable,
  dots,
  emptyState,
  facts,
  grid,
  lead,
  linkButton,
  meter,
  notice,
  panel,
  rows,
  spaceMark,
  table,
  tag,
} from './parts.ts'
export { ownPrivacyNotice, type PrivacyNotice, privacyNotice } from './privacy-notice.ts'
export { steps } from './steps.ts'
export { timeline } from './timeline.ts'
export { uploadField } from './upload.ts'
