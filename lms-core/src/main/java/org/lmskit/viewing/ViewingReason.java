package org.lmskit.viewing;

import org.lmskit.model.Reason;

/** Why something that is looked at refuses a request. */
public enum ViewingReason implements Reason {
  /** No session is open: show it first. */
  NOT_OPEN,
  /** A part was reported that lies beyond the end, or the content has no parts. */
  BEYOND_THE_END
}
