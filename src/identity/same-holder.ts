type Names = { familyName: string; givenName: string }

/**
 * Whether two certificates name one person, as issuers write names differently. Accents, case, hyphens and
 * apostrophes do not count; German umlauts may be spelt out and Greek letters transcribed (ELOT 743). All
 * family names must be there, in any order; of the given names one certificate may leave some out. Who has
 * a single name has no given name in either. Family and given name may have changed places.
 */
export function sameHolder(one: Names, other: Names): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)]
  if (sameWords([...mine.family, ...mine.given], [...theirs.family, ...theirs.given])) return true
  return sameWords(mine.family, theirs.family) && sameGiven(mine.given, theirs.given)
}

/** A word in every spelling it may have. */
type Word = Set<string>

const wordsOf = ({ familyName, givenName }: Names) => ({
  family: split(familyName),
  given: split(givenName),
})

function split(name: string): Word[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\s,.]+/gu, ' ')
    .split(' ')
  return words.map(spellings).filter((word) => !word.has(''))
}

function spellings(word: string): Word {
  const letters = word.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  return new Set([bare(letters), bare(letters.replace(/[äöüåøæœ]/g, spelt)), bare(transcribe(letters))])
}

/** Without marks, and with the letters that are no letter with a mark. */
const bare = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıς]/g, (letter) => plain[letter] ?? letter)

const plain: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
}
const spelled: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', œ: 'oe' },
}
const spelt = (letter: string) => spelled[letter] ?? letter

const latin: Record<string, string> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{ ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

/** ELOT 743. A diaeresis keeps two vowels apart, so pairs are looked for before marks go. */
function transcribe(word: string): string {
  if (!/\p{Script=Greek}/u.test(word)) return word
  const pairs = word
    .replace(/[οo][υύ]/g, 'ou')
    .replace(/([αεη])[υύ](?=[θκξπστφχψς]|$)/g, '$1f')
    .replace(/([αεη])[υύ]/g, '$1v')
    .replace(/γ(?=[γξχ])/g, 'n')
    .replace(/^μπ/, 'b')
  return bare(pairs).replace(/\p{Script=Greek}/gu, (letter) => latin[letter] ?? letter)
}

const sameWord = (one: Word, other: Word) => [...one].some((spelling) => other.has(spelling))

/** All of one find a partner of their own among the other. */
function within(few: Word[], many: Word[]): boolean {
  const [first, ...rest] = few
  if (!first) return true
  return many.some((word, index) => sameWord(first, word) && within(rest, many.toSpliced(index, 1)))
}

const sameWords = (one: Word[], other: Word[]) =>
  one.length > 0 && one.length === other.length && within(one.slice(0, 12), other)

function sameGiven(one: Word[], other: Word[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  return within(few.slice(0, 12), many)
}
