package org.lmskit.assessment.bank;

import org.lmskit.model.Reason;

/** Why item banks refuse an operation. */
public enum BankReason implements Reason {
  /** The item has errors; they are in the details. */
  ITEM_INVALID,
  /** There is no such bank. */
  BANK_UNKNOWN,
  /** The item belongs to another bank. */
  OTHER_BANK,
  /** That version is published, and a published version never changes. */
  VERSION_PUBLISHED,
  /** Versions are numbered without gaps. */
  VERSION_SKIPPED
}
