package org.lmskit.internal;

import java.util.List;

/** What a generator writes for a value, which is what stands in stores and ledgers. */
public final class Generated {
  private Generated() {}

  /** The canonical text of a record. */
  public static <T> String text(Class<T> type, T value) {
    return JsonBody.generated(CanonicalJson.CLOSED, type, value, 1);
  }

  /** The canonical text of a member of an open interface. */
  public static <T> String ofFamily(Class<T> open, T value) {
    return JsonBody.generated(CanonicalJson.mapper(List.of(value.getClass())), open, value, 1);
  }
}
