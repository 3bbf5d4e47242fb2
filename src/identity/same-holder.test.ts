import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameHolder } from './same-holder.ts'

/** Family name, given name; family name, given name; why. */
type Row = [string, string, string, string, string]

const same: Row[] = [
  ['Muster', 'Marie', 'Muster', 'Marie', 'equal'],
  ['MUSTER', 'MARIE', 'Muster', 'Marie', 'capitals'],
  ['Müller', 'Jörg', 'Mueller', 'Joerg', 'umlauts spelt out'],
  ['Müller', 'Jörg', 'Muller', 'Jorg', 'umlauts without dots'],
  ['Müller', 'Jo\u0308rg', 'Mu\u0308ller', 'Jörg', 'marks as characters of their own'],
  ['Weiß', 'Ana', 'WEISS', 'Ana', 'sharp s'],
  ['L’Hôte-Müller', 'Françoise', "L'HOTE MUELLER", 'FRANCOISE', 'apostrophe, hyphen, cedilla'],
  ['Muster-Klein', 'Marie', 'Klein Muster', 'Marie', 'order of double names'],
  ['Pereira da Conceição', 'João António', 'Pereira da Conceicao', 'Joao', 'a given name left out'],
  ['Weber', 'Jean-Pierre', 'Weber', 'Jean Pierre', 'hyphen in the given name'],
  ['Weber', 'Jean Pierre Marie', 'Weber', 'Marie', 'the call name is the last'],
  ['Marie', 'Muster', 'Muster', 'Marie', 'names in each other’s place'],
  [
    'Παπαδόπουλος',
    'Αλέξανδρος',
    'ΠΑΠΑΔΟΠΟΥΛΟΣ',
    'ΑΛΕΞΑΝΔΡΟΣ',
    'Greek capitals have neither accents nor final sigma',
  ],
  ['Παπαδόπουλος', 'Αλέξανδρος', 'Papadopoulos', 'Alexandros', 'Greek transcribed'],
  ['Ευαγγέλου', 'Μπάμπης', 'Evangelou', 'Bampis', 'Greek letters that sound together'],
  ['Anjali', '', 'ANJALI', '', 'a single name'],
  ['Łukasiewicz', 'Đorđe', 'Lukasiewicz', 'Dorde', 'letters with strokes'],
  ['Åberg', 'Søren', 'Aaberg', 'Soeren', 'Nordic letters'],
  ['Иванов', 'Иван', 'ИВАНОВ', 'ИВАН', 'another script'],
  ['  Muster ', 'Marie', 'Muster', ' Marie  ', 'spaces'],
]

const others: Row[] = [
  ['Muster', 'Marie', 'Muster', 'Anna', 'another given name'],
  ['Muster', 'Marie', 'Müster-Klein', 'Marie', 'another family name'],
  ['Muster-Klein', 'Marie', 'Muster', 'Marie', 'half of a double name'],
  ['Muster', 'Marie Anna', 'Muster', 'Marie Luise', 'given names that differ'],
  ['Muster', 'Marie', 'Muster', 'Mari', 'a part of a name'],
  ['Mueller', 'Jörg', 'Muller', 'Jörg', 'two spellings that are no spelling of each other'],
  ['Anjali', '', 'Anjali', 'Priya', 'a single name and a given name more'],
  ['Muster', '', '', 'Marie', 'names that both lack'],
  ['', '', '', '', 'no names at all'],
  ['’', '-', '-', '’', 'no letters'],
  ['Klein', 'Klein', 'Klein', 'Anna', 'one word does not stand for two'],
  ['Παπαδόπουλος', 'Αλέξανδρος', 'Παπαδοπούλου', 'Αλέξανδρος', 'the name of the daughter'],
]

for (const [rows, expected] of [
  [same, true],
  [others, false],
] as const)
  for (const [familyName, givenName, otherFamily, otherGiven, why] of rows)
    test(`${familyName}, ${givenName} and ${otherFamily}, ${otherGiven}: ${expected ? 'one holder' : 'two'} (${why})`, () => {
      const [one, other] = [
        { familyName, givenName },
        { familyName: otherFamily, givenName: otherGiven },
      ]
      assert.equal(sameHolder(one, other), expected)
      assert.equal(sameHolder(other, one), expected)
    })
