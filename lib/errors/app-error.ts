/** Values that may stand in a message: safe to show to a person, never secrets. */
export type MessageParams = Record<string, string | number>;

/**
 * An error that a person may hear about. `code` is stable and picks the text in `content/messages`
 * (`errors.<code>`); `params` fill it; `status` is the HTTP status that a handler answers with.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: string,
    readonly params: MessageParams = {},
    readonly status = 500,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
