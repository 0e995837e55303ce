package org.lmskit.scorm;

import org.lmskit.scorm.sequencing.SequencingException;

/** What a navigation request led to. */
public sealed interface Delivery {
  /**
   * An activity is delivered.
   *
   * @param activity its identifier
   * @param href what a browser requests for it, relative to the package; empty if nothing
   */
  record Delivered(String activity, String href) implements Delivery {}

  /**
   * The session is over.
   *
   * @param suspended whether it can be resumed
   */
  record Ended(boolean suspended) implements Delivery {}

  /**
   * The request was refused; what was delivered before still is.
   *
   * @param exception why, by the standard's code
   */
  record Refused(SequencingException exception) implements Delivery {}

  /** The request was served and nothing is delivered: the learner has to choose. */
  record Nothing() implements Delivery {}

  /** Of a reply. */
  static Delivery of(NavigationReply reply) {
    if (reply.delivered() != null) {
      return new Delivered(reply.delivered(), reply.href() == null ? "" : reply.href());
    }
    if (reply.ended()) {
      return new Ended(reply.suspended());
    }
    return reply.exception() == null ? new Nothing() : new Refused(reply.exception());
  }
}
