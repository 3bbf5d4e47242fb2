import { choice } from './address-fields.ts'

export const genders = [
  choice('female', 'weiblich', 'féminin', 'female', 'weiblech'),
  choice('male', 'männlich', 'masculin', 'male', 'männlech'),
  choice('other', 'divers', 'autre', 'other', 'divers'),
]

export const civilStatuses = [
  choice('single', 'ledig', 'célibataire', 'single', 'ledeg'),
  choice('married', 'verheiratet', 'marié(e)', 'married', 'bestuet'),
  choice(
    'partnership',
    'in eingetragener Partnerschaft (PACS)',
    'partenariat enregistré (PACS)',
    'in a registered partnership (PACS)',
    'an enger Partnerschaft (PACS)',
  ),
  choice('separated', 'getrennt lebend', 'séparé(e)', 'separated', 'getrennt'),
  choice('divorced', 'geschieden', 'divorcé(e)', 'divorced', 'gescheet'),
  choice('widowed', 'verwitwet', 'veuf, veuve', 'widowed', 'Witfra, Witmann'),
]

export const professionalStatuses = [
  choice('employee', 'angestellt', 'salarié(e)', 'employed', 'Salarié'),
  choice(
    'civil-servant',
    'im öffentlichen Dienst',
    'agent public',
    'in public service',
    'am ëffentlechen Déngscht',
  ),
  choice('self-employed', 'selbstständig', 'indépendant(e)', 'self-employed', 'selbststänneg'),
  choice('apprentice', 'in Ausbildung', 'apprenti(e)', 'apprentice', 'an der Léier'),
  choice(
    'student',
    'Schule oder Studium',
    'élève ou étudiant(e)',
    'pupil or student',
    'Schüler oder Student',
  ),
  choice('jobseeker', 'arbeitsuchend', 'demandeur d’emploi', 'seeking work', 'op der Sich no Aarbecht'),
  choice('retired', 'im Ruhestand', 'retraité(e)', 'retired', 'an der Pensioun'),
  choice('at-home', 'im Haushalt tätig', 'au foyer', 'at home', 'doheem'),
  choice('other', 'anderer', 'autre', 'other', 'aneren'),
]

export const relations = [
  choice('spouse', 'Ehepartner', 'conjoint(e)', 'spouse', 'Mann oder Fra'),
  choice('partner', 'Lebenspartner', 'partenaire', 'partner', 'Partner'),
  choice('child', 'Kind', 'enfant', 'child', 'Kand'),
  choice('parent', 'Elternteil', 'père ou mère', 'parent', 'Elterendeel'),
  choice('sibling', 'Bruder oder Schwester', 'frère ou sœur', 'brother or sister', 'Brudder oder Schwëster'),
  choice('grandparent', 'Großelternteil', 'grand-parent', 'grandparent', 'Grousselterendeel'),
  choice('other', 'andere', 'autre', 'other', 'aner'),
]
