import { expect, test } from 'vitest'
import { isCompoundOf } from './compounds.ts'
import { fold } from './fold.ts'

const compound = (word: string, part: string) => isCompoundOf(fold(word), fold(part))

test.each([
  [
    'barnehage',
    'barnehagelærer barnehageplass naturbarnehage barnehageplassene naturbarnehager friluftsbarnehagen',
  ],
  [
    'skole',
    'grunnskole grunnskolen ungdomsskoler skolehelsetjeneste skoleeier skolesenter skolebibliotekenes',
  ],
  ['skule', 'grunnskule skuleeigar barneskular'],
  ['kommune', 'fylkeskommunen kommunestyre kommuneøkonomi nabokommuner'],
  ['arbeid', 'arbeidsgiver arbeidsplass dugnadsarbeid arbeidstid'],
  ['barn', 'barnehage barnevern skolebarn skolebarna'],
  ['vei', 'fylkesvei veivedlikehold sykkelveier'],
  ['plan', 'planprosess kommuneplanen arealplan'],
  ['høring', 'høringsfrist høringsuttalelse'],
  ['leder', 'avdelingsleder lederutvikling styreledere'],
  ['språk', 'språkopplæring morsmålsspråk'],
  ['utvalg', 'underutvalg'],
  ['skola', 'grundskola grundskolan skolbarn'],
])('%s is part of %s', (part, words) => {
  expect(words.split(' ').filter((word) => !compound(word, part))).toEqual([])
})

test.each([
  ['leder', 'kledere kleder lederskap ledere lederne'],
  ['skole', 'skole skolen skolene skolenes skolering'],
  ['plan', 'planet planeten plante planter plankton planene planens'],
  ['tak', 'vedtak tiltak inntak opptak'],
  ['natur', 'naturlig naturen naturens'],
  ['kommune', 'kommunene kommunens kommunal'],
  ['vedtak', 'vedtakene vedtaka vedtakenes'],
  ['elev', 'relevant elevene elevens'],
  ['hold', 'forhold holde holdes'],
  ['by', 'bygge nabyen'],
])('%s is no part of %s', (part, words) => {
  expect(words.split(' ').filter((word) => compound(word, part))).toEqual([])
})
