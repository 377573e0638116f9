import { createContext } from 'react'

/** What only the server knows of this response: the nonce its scripts carry, and the code its errors are logged under. */
export const ResponseContext = createContext<{ nonce?: string; code?: string }>({})
