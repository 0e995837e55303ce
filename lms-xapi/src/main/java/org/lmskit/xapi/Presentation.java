package org.lmskit.xapi;

import java.util.List;

/**
 * In what form statements are returned.
 *
 * @param format how much of a statement
 * @param languages RFC 4647 language ranges, the preferred one first; used by the canonical format
 * @param attachments whether the bytes of the attachments come too
 */
public record Presentation(StatementFormat format, List<String> languages, boolean attachments) {
  /** As received, without attachments. */
  public static final Presentation EXACT =
      new Presentation(StatementFormat.EXACT, List.of(), false);

  /** Copies the list. */
  public Presentation {
    languages = List.copyOf(languages);
  }

  /** The same with the bytes of the attachments. */
  public Presentation withAttachments() {
    return new Presentation(format, languages, true);
  }
}
