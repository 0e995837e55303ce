package org.lmskit.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * All versions of a checklist.
 *
 * @param id which
 * @param versions the first first
 * @param retired whether nobody is observed by it any more
 */
public record ChecklistEntry(ChecklistId id, List<ChecklistVersion> versions, boolean retired) {
  /** Checklists by id, in the order of their first publication. */
  public static final Kind<ChecklistEntry> KIND = Kind.<ChecklistEntry>mutable(
          "checklist", entry -> entry.id().value())
      .time(ChecklistEntry::since)
      .body(JsonBody.of(ChecklistEntry.class));

  /** Copies the list. */
  public ChecklistEntry {
    versions = List.copyOf(versions);
  }

  static ChecklistEntry first(ChecklistVersion version) {
    return new ChecklistEntry(version.checklist().id(), List.of(version), false);
  }

  /** Publishing a retired checklist anew brings it back. */
  ChecklistEntry next(ChecklistVersion version) {
    List<ChecklistVersion> more = new ArrayList<>(versions);
    more.add(version);
    return new ChecklistEntry(id, more, false);
  }

  ChecklistEntry atRest() {
    return new ChecklistEntry(id, versions, true);
  }

  /** The newest version. */
  public ChecklistVersion current() {
    return versions.get(versions.size() - 1);
  }

  /** A certain version. */
  ChecklistVersion version(int number) {
    return versions.get(number - 1);
  }

  private Instant since() {
    return versions.get(0).publishedAt();
  }
}
