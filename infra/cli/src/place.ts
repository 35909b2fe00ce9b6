import { join } from 'node:path'

/** The repository's root. */
export const checkout: string = join(import.meta.dirname, '../../..')

/** Where one running copy of the product keeps what it must remember. */
export interface Place {
  /** The embedded database's directory; its password and log lie beside it. */
  readonly postgres: string
  /** Development keys: beside the database's directory, never in it. */
  readonly keys: string
  readonly logs: string
  /** Content of documents, sealed. */
  readonly documents: string
  /** Where what runs at this moment can be reached; holds the administrator's address, so for its owner alone. */
  readonly running: string
  /** The port of the local identity provider, which is part of who a person is to the portal: it never changes. */
  readonly signInPort: string
}

/** The place below one folder: `var` of the checkout unless told otherwise. */
export function placeIn(folder: string = join(checkout, 'var')): Place {
  return {
    postgres: join(folder, 'postgres'),
    keys: join(folder, 'keys'),
    logs: join(folder, 'log'),
    documents: join(folder, 'documents'),
    running: join(folder, 'running.json'),
    signInPort: join(folder, 'sign-in-port'),
  }
}
