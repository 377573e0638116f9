import type { TaggingContent } from './content.ts'
import { municipalTaggings } from './taggings-municipalities.ts'
import { otherTaggings } from './taggings-other-bodies.ts'

/** Every tagging of the demo; all lie in published answers of round 1. */
export const taggings: TaggingContent[] = [...municipalTaggings, ...otherTaggings]
