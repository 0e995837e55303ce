package org.lmskit.viewing;

/** What can be asked of something that is looked at. */
public sealed interface ViewingRequest {
  /**
   * It is shown to the learner; an open session ends.
   *
   * @param session names this showing; not empty
   */
  record Open(String session) implements ViewingRequest {
    /** @throws IllegalArgumentException if the name is empty */
    public Open {
      if (session.isEmpty()) {
        throw new IllegalArgumentException("a session without a name");
      }
    }
  }

  /**
   * The learner saw a part of it. A player sends this every few seconds.
   *
   * @param from in the units of the content's length: pages from 0, milliseconds, thousandths
   * @param before the first that he did not see; not beyond the length
   */
  record Seen(long from, long before) implements ViewingRequest {
    /** @throws IllegalArgumentException if it is negative or backwards */
    public Seen {
      if (from < 0 || before < from) {
        throw new IllegalArgumentException("seen from " + from + " to " + before);
      }
    }
  }

  /** The learner confirms it. */
  record Acknowledge() implements ViewingRequest {}

  /** The learner leaves it; harmless if no session is open. */
  record Close() implements ViewingRequest {}
}
