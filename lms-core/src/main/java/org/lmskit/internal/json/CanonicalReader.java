package org.lmskit.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads what was written canonically: one pass over the text, no tokens and no tree. It never guesses: whatever is not
 * the canonical text of a value that it knows is declined, for a parser to read or to refuse.
 */
public final class CanonicalReader<T> {
  private final Class<T> type;
  private final Form form;

  /**
   * @param type a record, or a family of records
   * @param forms shared by readers that know the same families
   */
  public CanonicalReader(Class<T> type, Forms forms) {
    this.type = type;
    this.form = forms.of(type);
  }

  /** The value, or null if only a parser can tell. */
  public @Nullable T read(String text) {
    Text in = new Text(text);
    Object value = form.read(in);
    return value != null && in.isAtEnd() ? type.cast(value) : null;
  }
}
