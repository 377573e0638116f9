import { expect, test } from 'vitest'
import { swedish } from './swedish.ts'

const inflections = `
skola: skolan skolor skolorna skolans skolornas
förskola: förskolan förskolor förskolorna
kommun: kommunen kommuner kommunerna kommunens
utbildning: utbildningen utbildningar utbildningarna
elev: eleven elever eleverna
lärare: läraren lärarna lärares
barn: barnet barnen barns
åtgärd: åtgärden åtgärder åtgärderna
verksamhet: verksamheten verksamheter verksamheterna
möjlighet: möjligheten möjligheter
tjänst: tjänsten tjänster tjänsterna
lag: lagen lagar lagarna
beslut: beslutet besluten
förslag: förslaget förslagen
plan: planen planer planerna
budget: budgeten budgetar
kostnad: kostnaden kostnader kostnaderna
resurs: resursen resurser resurserna
region: regionen regioner regionerna
språk: språket språken
bok: boken böcker böckerna
människa: människan människor människorna
vecka: veckan veckor veckorna
fråga: frågan frågor frågorna
område: området områden områdena
miljö: miljön
bibliotek: biblioteket biblioteken
väg: vägen vägar vägarna
arbete: arbetet arbeten arbetena
medborgare: medborgaren medborgarna
ansvar: ansvaret
behöva: behöver behövde behövs
genomföra: genomför genomförde genomförs
viktig: viktigt viktiga viktigare viktigast
digital: digitalt digitala
politik: politiken
hälsa: hälsan
`

test.each(
  inflections
    .trim()
    .split('\n')
    .map((line) => line.split(': ')),
)('%s shares its stem with %s', (word = '', forms = '') => {
  expect(forms.split(' ').filter((form) => swedish(form) !== swedish(word))).toEqual([])
})

test.each([
  ['skola', 'skål'],
  ['plan', 'plats'],
  ['lag', 'lång'],
  ['barn', 'bar'],
  ['hälsa', 'hel'],
  ['språk', 'spår'],
])('%s and %s keep stems of their own', (one, other) => {
  expect(swedish(one)).not.toBe(swedish(other))
})
