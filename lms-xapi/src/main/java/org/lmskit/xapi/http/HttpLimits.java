package org.lmskit.xapi.http;

import org.lmskit.xapi.json.JsonLimits;

/**
 * How much one request may bring. More is answered with 413.
 *
 * @param statementBytes the JSON of a request with statements, unpacked
 * @param documentBytes a document, unpacked
 * @param attachments how many attachments come with one request
 * @param json nesting, statements and numbers; more is answered with 400
 */
public record HttpLimits(int statementBytes, int documentBytes, int attachments, JsonLimits json) {
  /** 16 MiB of statements, 16 MiB of document, 1,000 attachments. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(16 << 20, 16 << 20, 1_000, JsonLimits.DEFAULT);

  /** @throws IllegalArgumentException if a limit is not positive */
  public HttpLimits {
    if (statementBytes < 1 || documentBytes < 1 || attachments < 0) {
      throw new IllegalArgumentException(
          "limits too small: " + statementBytes + ", " + documentBytes + ", " + attachments);
    }
  }
}
