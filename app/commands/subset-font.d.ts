declare module 'subset-font' {
  /** The part we use: a font cut to the letters of a text. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2' | 'sfnt'
      variationAxes?: Record<string, { min: number; max: number }>
      keepFeatures?: readonly string[]
      noHinting?: boolean
      preserveNameIds?: readonly number[]
    },
  ): Promise<Buffer>
}
