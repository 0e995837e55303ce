package org.lmskit.ledger;

import org.lmskit.model.Reason;

/** Why the ledger refuses. */
public enum LedgerReason implements Reason {
  /** The event is not in a signed tree yet: seal first. */
  NOT_SEALED
}
