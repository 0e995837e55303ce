package org.lmskit.assessment.item;

import org.lmskit.model.Reason;

/** Why an answer is no answer to an item. */
public enum ItemReason implements Reason {
  /** An answer of another sort than the item asks for. */
  RESPONSE_KIND_WRONG,
  /** The answer names something that cannot be chosen. */
  CHOICE_UNKNOWN,
  /** More was chosen, written or handed in than the item allows. */
  RESPONSE_TOO_LARGE,
  /** A file of a type that the item does not accept. */
  MEDIA_TYPE_REFUSED
}
