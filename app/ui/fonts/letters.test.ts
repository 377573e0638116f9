import { readdirSync, readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { cuts, features, mostBytes, unicodeRange, weights } from './letters.ts'

const folder = 'app/ui/fonts'
const kept = (name: string) => readFileSync(`${folder}/${name}.woff2`)

/** Whether a font file draws a letter: one it does not know leaves nothing but the sign for what is missing. */
async function draws(font: Buffer, letter: string): Promise<boolean> {
  const alone = await subsetFont(font, letter, { targetFormat: 'sfnt' })
  const tables = Array.from({ length: alone.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const most = tables.find((at) => alone.toString('latin1', at, at + 4) === 'maxp') ?? 0
  return alone.readUInt16BE(alone.readUInt32BE(most + 8) + 4) > 1
}

describe('the typeface', () => {
  it('weighs no more than it may, all files together', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.woff2'))
    expect(files.sort()).toEqual(
      Object.keys(cuts)
        .map((name) => `${name}.woff2`)
        .sort(),
    )
    expect(files.reduce((sum, file) => sum + readFileSync(`${folder}/${file}`).length, 0)).toBeLessThan(
      mostBytes,
    )
  })

  it('is what the command makes of the package, with its licence beside it', async () => {
    const source = 'node_modules/@fontsource-variable/inter'
    const { from, letters } = cuts['inter-latin-more']
    const made = await subsetFont(readFileSync(`${source}/files/${from}`), letters, {
      ...{ targetFormat: 'woff2', variationAxes: { wght: weights }, keepFeatures: features },
      ...{ noHinting: true, preserveNameIds: [0, 13, 14] },
    })
    expect(made.equals(kept('inter-latin-more'))).toBe(true)
    expect(readFileSync(`${folder}/LICENSE`, 'utf8')).toBe(readFileSync(`${source}/LICENSE`, 'utf8'))
  })

  it('has every letter of Norwegian, Swedish, Kven and the Sámi languages', async () => {
    const letters = 'æøåäöüéèêóòôâÆØÅÄÖáčđŋšŧžÁČĐŊŠŦŽńŃïÏõÕǥǧǩǯʒǤǦǨǮƷ«»–—’“”…§€'
    for (const letter of letters) {
      const name = cuts['inter-latin'].letters.includes(letter) ? 'inter-latin' : 'inter-latin-more'
      expect(await draws(kept(name), letter), letter).toBe(true)
    }
    expect(await draws(kept('inter-latin'), 'ж')).toBe(false)
  })

  it('is asked for by the style sheet for the letters each file has', () => {
    const sheet = readFileSync('app/ui/styles/fonts.css', 'utf8').replace(/\s+/g, ' ')
    for (const { letters } of Object.values(cuts))
      expect(sheet).toContain(`unicode-range: ${unicodeRange(letters)};`)
  })
})
