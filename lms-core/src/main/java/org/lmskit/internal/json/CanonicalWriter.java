package org.lmskit.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Writes values canonically: names sorted, no spaces, absent values left out. What it does not know as
 * {@link CanonicalReader} would read it, it leaves to a generator.
 */
public final class CanonicalWriter<T> {
  private final Form form;

  /**
   * @param type a record, or a family of records
   * @param forms shared by writers that know the same families
   */
  public CanonicalWriter(Class<T> type, Forms forms) {
    this.form = forms.of(type);
  }

  /** The text, or null if that is a generator's. */
  public @Nullable String write(T value) {
    Out out = new Out();
    return form.write(value, out) ? out.toString() : null;
  }
}
