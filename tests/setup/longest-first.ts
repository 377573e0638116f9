import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: begun late, one of them would leave the other processor idle at the end. */
const long = [
  'routes/access',
  'crash/processes',
  'routes/strange-addresses',
  'crash/submission',
  'crash/deadline-race',
  'public/kept-pages',
  'public/kept-on-two-processes',
  'public/markup',
  'organisations/naughty',
  'db/crash',
].map((name) => `tests/integration/${name}.test.ts`)

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(name))
      return at === -1 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
