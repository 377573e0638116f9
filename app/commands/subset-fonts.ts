import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import subsetFont from 'subset-font'
import { cuts, features, mostBytes, weights } from '#app/ui/fonts/letters.ts'

// Inter with the letters and weights we set. Run it when letters.ts or the package changes; what it makes is kept in the
// repository, with Inter's licence beside it, which lets anyone cut it so.
const source = 'node_modules/@fontsource-variable/inter'
const target = 'app/ui/fonts'

// Who made it and under which terms stay in the file itself.
const preserveNameIds = [0, 13, 14]

let bytes = 0
for (const [name, { from, letters }] of Object.entries(cuts)) {
  const cut = await subsetFont(readFileSync(path.join(source, 'files', from)), letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
    noHinting: true,
    preserveNameIds,
  })
  writeFileSync(path.join(target, `${name}.woff2`), cut)
  console.log(`${name}.woff2: ${[...letters].length} letters, ${cut.length} bytes`)
  bytes += cut.length
}
copyFileSync(path.join(source, 'LICENSE'), path.join(target, 'LICENSE'))
if (bytes > mostBytes) throw new Error(`The fonts are ${bytes} bytes; ${mostBytes} is the most.`)
