import { account } from './de/account.ts'
import { certificates } from './de/certificates.ts'
import { documents } from './de/documents.ts'
import { dossiers } from './de/dossiers.ts'
import { errors } from './de/errors.ts'
import { forms } from './de/forms.ts'
import { help } from './de/help.ts'
import { helpdesk } from './de/helpdesk.ts'
import { home } from './de/home.ts'
import { identity } from './de/identity.ts'
import { legal } from './de/legal.ts'
import { mail } from './de/mail.ts'
import { members } from './de/members.ts'
import { privacy } from './de/privacy.ts'
import { procedures } from './de/procedures.ts'
import { profile } from './de/profile.ts'
import { recovery } from './de/recovery.ts'
import { shell } from './de/shell.ts'
import { sources } from './de/sources.ts'
import { spaces } from './de/spaces.ts'
import { takeout } from './de/takeout.ts'

import type { Messages } from './index.ts'

export const de: Messages = {
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
