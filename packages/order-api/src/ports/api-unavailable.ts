/** Something that an operation needs does not answer now. Nothing is certain but that the request may be sent again as it is. */
export class ApiUnavailable extends Error {
  override readonly name = 'ApiUnavailable';
}
