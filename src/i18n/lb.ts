import type { Messages } from './index.ts'
import { account } from './lb/account.ts'
import { certificates } from './lb/certificates.ts'
import { documents } from './lb/documents.ts'
import { dossiers } from './lb/dossiers.ts'
import { errors } from './lb/errors.ts'
import { forms } from './lb/forms.ts'
import { help } from './lb/help.ts'
import { helpdesk } from './lb/helpdesk.ts'
import { home } from './lb/home.ts'
import { identity } from './lb/identity.ts'
import { legal } from './lb/legal.ts'
import { mail } from './lb/mail.ts'
import { members } from './lb/members.ts'
import { privacy } from './lb/privacy.ts'
import { procedures } from './lb/procedures.ts'
import { profile } from './lb/profile.ts'
import { recovery } from './lb/recovery.ts'
import { shell } from './lb/shell.ts'
import { sources } from './lb/sources.ts'
import { spaces } from './lb/spaces.ts'
import { takeout } from './lb/takeout.ts'

export const lb: Messages = {
  shell,
  home,
  help,
  legal,
  errors,
  identity,
  account,
  certificates,
  recovery,
  helpdesk,
  spaces,
  members,
  forms,
  privacy,
  profile,
  sources,
  procedures,
  dossiers,
  documents,
  mail,
  takeout,
}
