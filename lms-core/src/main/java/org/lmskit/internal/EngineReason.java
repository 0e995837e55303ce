package org.lmskit.internal;

import org.lmskit.model.Reason;

/** Why the engine refuses an operation, whatever it is. */
enum EngineReason implements Reason {
  /** The host's {@link org.lmskit.model.Authorizer} said no. */
  NOT_AUTHORIZED,
  /** A fact from outside is dated after the present. */
  FUTURE_FACT,
  /** A file that an operation builds on is no longer in the content store. */
  CONTENT_MISSING,
  /** What is removed outside the store cannot be part of a transaction that the host may roll back. */
  HOST_TRANSACTION,
  /** What a dry run would record is too much to be kept in memory. */
  DRY_RUN_TOO_LARGE
}
