/** What the host tells a page: a whole state each time, and the answers to requests. */
export type HostMessageOf<State> =
  | { readonly type: 'state'; readonly state: State }
  /** a request has ended; `error` is a sentence for people */
  | { readonly type: 'answer'; readonly id: number; readonly error?: string };

/** What a page tells the host: that it is there, and what was asked for, by ids and never by text to run. */
export type PageMessageOf<Request> =
  | { readonly type: 'ready' }
  | { readonly type: 'request'; readonly id: number; readonly request: Request };
