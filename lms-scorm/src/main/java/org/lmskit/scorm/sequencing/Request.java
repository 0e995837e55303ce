package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/**
 * A navigation request of the learner or the content.
 *
 * @param type which one
 * @param target identifier of the activity to go to; null but for choice and jump
 */
public record Request(RequestType type, @Nullable String target) {
  /** A request that needs no target. */
  public static Request of(RequestType type) {
    return new Request(type, null);
  }

  /** A choice request. */
  public static Request choice(String target) {
    return new Request(RequestType.CHOICE, target);
  }

  /** A jump request. */
  public static Request jump(String target) {
    return new Request(RequestType.JUMP, target);
  }
}
