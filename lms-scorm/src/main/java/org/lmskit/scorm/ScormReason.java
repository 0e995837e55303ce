package org.lmskit.scorm;

import org.lmskit.model.Reason;

/** Why SCORM refuses an operation. */
public enum ScormReason implements Reason {
  /** The package cannot be imported; its problems say why. */
  PACKAGE_REFUSED,
  /** Calls came with a number that leaves a gap to the last ones. */
  CALLS_MISSING,
  /** A later launch of the attempt has begun, or the attempt is over. */
  LAUNCH_SUPERSEDED,
  /** The host has revoked the launch. */
  LAUNCH_REVOKED,
  /** Content called while nothing is delivered. */
  NOTHING_DELIVERED
}
