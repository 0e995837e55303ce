package org.lmskit;

import org.lmskit.contract.Stores;
import org.lmskit.store.Store;

/** The stores on which the scenarios of the domain run. */
public enum TestStore {
  MEMORY,
  SQLITE,
  POSTGRESQL;

  /** An empty store of its own. */
  public Store open() {
    return switch (this) {
      case MEMORY -> Stores.memory();
      case SQLITE -> Stores.sqlite(Lms.KINDS);
      case POSTGRESQL -> Stores.postgres(Lms.KINDS);
    };
  }
}
