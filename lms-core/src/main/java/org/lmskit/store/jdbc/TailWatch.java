package org.lmskit.store.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much this store added to each tail since it last looked how long it is, so that a write need not
 * look. Every store looks at its own additions, and at its first one: a tail is as long as allowed, and
 * at most that again for every store that writes to it.
 */
final class TailWatch {
  private record Place(String table, int tenant) {}

  private final TailSize largest;
  private final Map<Place, TailSize> added = new ConcurrentHashMap<>();

  TailWatch(TailSize largest) {
    this.largest = largest;
  }

  TailSize largest() {
    return largest;
  }

  /** Whether it is time to look, now that more was added. */
  boolean isDue(String table, int tenant, TailSize more) {
    Place place = new Place(table, tenant);
    @Nullable TailSize before = added.get(place);
    TailSize now = before == null ? largest : before.plus(more);
    boolean due = now.reaches(largest.half());
    added.put(place, due ? TailSize.NONE : now);
    return due;
  }
}
